using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Samachik.Site.Commands;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Tests.Keys;

/// <summary>Nodes serve while keys are rotated: nobody notices, and no order of commands locks anybody out.</summary>
public abstract class RotationWhileServingTests(DatabaseKind kind, int nodes)
{
    private const int AtATime = 3;

    // The clock runs ahead here: nobody's journey may end by that.
    private static readonly (string, string)[] Patient =
        [("SignUp:IdleLife", "1.00:00:00"), ("SignUp:WholeLife", "1.00:00:00"), ("PhoneCodes:Life", "1.00:00:00"), ("SignIn:JourneyLife", "1.00:00:00")];

    [Fact]
    public async Task People_sign_up_and_in_while_keys_are_rotated()
    {
        await using var place = new TestPlace(kind);
        var (clock, gateway, people) = (new FakeTimeProvider(TestSite.Start), new RecordingGateway(), new ConcurrentBag<Person>());
        var sites = Enumerable.Range(0, nodes).Select(_ => new TestSite(place, Patient) { Clock = clock, Gateway = gateway }).ToList();
        try
        {
            foreach (var site in sites) people.Add((await Member.NewAsync(site)).Person);
            using var over = new CancellationTokenSource();
            var before = people.Count;
            var crowd = Enumerable.Range(0, AtATime).Select(i => CrowdAsync(sites, i, people, over.Token)).ToList();
            var report = await Rotation.RunAsync(sites[0]);
            await Eventually.TrueAsync(() => Task.FromResult(people.Count >= before + AtATime), "people who came meanwhile");
            await over.CancelAsync();
            await Task.WhenAll(crowd);
            Assert.Equal((RotationVerdict.Done, 2), (report.Verdict, report.Key));
            Assert.All(sites, site => Assert.Equal(2, site.Service<KeyRing>().CurrentField));
            Assert.Empty(await Rotation.CountAsync(sites[0], 2, isBy: false));
            Assert.True((await Rotation.CountAsync(sites[0], 2, isBy: true))["members.phone_cipher"] >= people.Count);
        }
        finally
        {
            foreach (var site in sites) await site.DisposeAsync();
        }

        File.Delete(Path.Combine(place.KeysFolder, "fields-0001.key"));
        await using var later = new TestSite(place, Patient) { Clock = clock, Gateway = gateway };
        foreach (var person in people)
        {
            var row = await person.MemberAsync(later);
            Assert.NotNull(row);
            Assert.Equal(person.E164, later.Service<MemberData>().PhoneOf(row).E164);
            await new Member(later, person).SignInAsync();
        }
    }

    [Fact]
    public async Task A_node_that_lacks_the_key_holds_up_its_use_and_nobody_is_locked_out()
    {
        await using var place = new TestPlace(kind);
        var elsewhere = Directory.CreateDirectory(Path.Combine(place.Folder, "elsewhere")).FullName;
        var (clock, gateway) = (new FakeTimeProvider(TestSite.Start), new RecordingGateway());
        await using var first = new TestSite(place, Patient) { Clock = clock, Gateway = gateway };
        await using var second = new TestSite(place, [.. Patient, ("Keys:Folder", elsewhere)]) { Clock = clock, Gateway = gateway };
        var member = await BeginApartAsync(first, second, elsewhere);

        var prepared = await Rotation.RunAsync(first, isPreparing: true);
        Assert.Equal((RotationVerdict.Prepared, 2), (prepared.Verdict, prepared.Key));
        var report = await Rotation.RunAsync(first);
        Assert.Equal((RotationVerdict.NodesLackKey, 2), (report.Verdict, report.Key));
        Assert.Equal([Environment.MachineName], report.Names);
        Assert.Empty(await Rotation.CountAsync(first, 1, isBy: false));
        await new Member(second, member.Person).SignInAsync();
        Assert.Equal(System.Net.HttpStatusCode.OK, (await second.NewVisitor().GetAsync("/health/ready")).Status);

        // One that starts now must have it, or it would be locked out a moment later; another key of that number is none.
        var refused = await Assert.ThrowsAsync<SettingsException>(() => second.Service<KeyWatch>().JoinAsync());
        Assert.Contains("fields-0002.key", Assert.Single(refused.Faults), StringComparison.Ordinal);
        File.Copy(Path.Combine(elsewhere, "fields-0001.key"), Path.Combine(elsewhere, "fields-0002.key"));
        Assert.Equal(RotationVerdict.AnnouncedMissing, (await Rotation.RunAsync(second)).Verdict);
    }

    [Fact]
    public async Task Once_the_key_is_there_a_node_takes_it_up_without_a_restart_and_a_start_without_a_needed_key_is_refused()
    {
        await using var place = new TestPlace(kind);
        var elsewhere = Directory.CreateDirectory(Path.Combine(place.Folder, "elsewhere")).FullName;
        var (clock, gateway) = (new FakeTimeProvider(TestSite.Start), new RecordingGateway());
        await using var first = new TestSite(place, Patient) { Clock = clock, Gateway = gateway };
        await using var second = new TestSite(place, [.. Patient, ("Keys:Folder", elsewhere)]) { Clock = clock, Gateway = gateway };
        var member = await BeginApartAsync(first, second, elsewhere);
        await Rotation.RunAsync(first, isPreparing: true);
        File.Copy(Path.Combine(place.KeysFolder, "fields-0002.key"), Path.Combine(elsewhere, "fields-0002.key"));
        Assert.Equal(RotationVerdict.Done, (await Rotation.RunAsync(first)).Verdict);
        await Rotation.WritesAsync(second, 2);
        await new Member(second, member.Person).SignInAsync();

        // A restart with the new key alone is fine; with the old one alone it is refused.
        var third = Directory.CreateDirectory(Path.Combine(place.Folder, "third")).FullName;
        foreach (var file in Directory.GetFiles(elsewhere, "*.key").Where(file => !file.EndsWith("fields-0002.key", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(third, Path.GetFileName(file)));
        await using var program = Processes.SiteProgram.Run(
            ["serve"], Processes.SiteProgram.FreePort(), "Development",
            ("Storage:Kind", kind.ToString()), ("ConnectionStrings:Accounts", place.Connection), ("Keys:Folder", third));
        Assert.Equal(1, await program.EndAsync());
        Assert.Contains("Keys:Folder: fields-0002.key", program.Output, StringComparison.Ordinal);
    }

    // Two nodes, each with a folder of its own, the keys of the first copied into the other's; and somebody who signed up.
    private static async Task<Member> BeginApartAsync(TestSite first, TestSite second, string elsewhere)
    {
        var member = await Member.NewAsync(first);
        foreach (var file in Directory.GetFiles(first.Place.KeysFolder, "*.key")) File.Copy(file, Path.Combine(elsewhere, Path.GetFileName(file)));
        second.EnsureStarted();
        return member;
    }

    private static async Task CrowdAsync(List<TestSite> sites, int first, ConcurrentBag<Person> people, CancellationToken over)
    {
        for (var turn = first; !over.IsCancellationRequested; turn++)
        {
            var member = await Member.NewAsync(sites[turn % sites.Count]);
            await member.On(sites[(turn + 1) % sites.Count]).SignInAsync();
            people.Add(member.Person);
        }
    }
}

/// <inheritdoc/>
public sealed class RotationWhileServingTestsOnSqlite() : RotationWhileServingTests(DatabaseKind.Sqlite, 1);

/// <inheritdoc/>
public sealed class RotationWhileServingTestsOnPostgres() : RotationWhileServingTests(DatabaseKind.Postgres, 2);
