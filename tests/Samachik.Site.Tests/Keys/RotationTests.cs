using Microsoft.EntityFrameworkCore;
using Samachik.Site.Commands;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Tests.Keys;

/// <summary><c>keys rotate</c>: everything is under the new key afterwards, wherever it was stopped.</summary>
public abstract class RotationTests(DatabaseKind kind)
{
    private static readonly string[] OldFile = ["fields-0001.key"];

    [Fact]
    public async Task Every_encrypted_column_is_encrypted_anew_and_the_old_file_may_go()
    {
        await using var place = new TestPlace(kind);
        await using (var site = new TestSite(place))
        {
            await SealedRows.AddAsync(site);
            await site.NewVisitor().GetAsync("/");
            var before = await Rotation.CountAsync(site, 1, isBy: true);
            Assert.Contains("data_protection_keys.xml", before);
            var report = await Rotation.RunAsync(site);
            Assert.Equal((RotationVerdict.Done, 2), (report.Verdict, report.Key));
            Assert.Equal(OldFile, report.Names);
            Assert.Empty(await Rotation.CountAsync(site, 2, isBy: false));
            Assert.Equal(before, await Rotation.CountAsync(site, 2, isBy: true));
        }

        File.Delete(Path.Combine(place.KeysFolder, OldFile[0]));
        await using var later = new TestSite(place);
        await SealedRows.AssertReadableAsync(later);
        await Member.SignedInAsync(later);
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_goes_on_and_then_has_nothing_more_to_do()
    {
        await using var site = new TestSite(kind);
        await SealedRows.AddAsync(site, "help_requests", 450);
        await Assert.ThrowsAsync<OperationCanceledException>(() => Rotation.RunAsync(site, progress: (_, _) => throw new OperationCanceledException()));
        Assert.Equal(200, (await Rotation.CountAsync(site, 2, isBy: true))["help_requests.note_cipher"]);
        Assert.Equal(250, (await Rotation.CountAsync(site, 1, isBy: true))["help_requests.note_cipher"]);
        await SealedRows.AssertReadableAsync(site, "help_requests");

        var steps = new List<(long Done, long Total)>();
        var report = await Rotation.RunAsync(site, progress: (done, total) => steps.Add((done, total)));
        Assert.Equal((RotationVerdict.Done, 2), (report.Verdict, report.Key));
        Assert.Equal([(200, 250), (250, 250)], steps.Take(2));
        Assert.Empty(await Rotation.CountAsync(site, 2, isBy: false));
        await SealedRows.AssertReadableAsync(site, "help_requests");

        steps.Clear();
        report = await Rotation.RunAsync(site, progress: (done, total) => steps.Add((done, total)));
        Assert.Equal((RotationVerdict.Done, 2), (report.Verdict, report.Key));
        Assert.Equal(OldFile, report.Names);
        Assert.Empty(steps);
        Assert.Equal(3, (await Rotation.RunAsync(site, wantsNewKey: true)).Key);
        await SealedRows.AssertReadableAsync(site, "help_requests");
    }

    [Fact]
    public async Task A_value_that_does_not_open_is_told_and_holds_up_no_other()
    {
        await using var site = new TestSite(kind);
        await SealedRows.AddAsync(site, "help_requests", 3);
        var id = (await site.Place.AskAsync("SELECT id FROM help_requests", row => row.GetValue(0).ToString()))[0];
        site.Place.OnDatabase($"UPDATE help_requests SET note_cipher = phone_cipher WHERE id = '{id}'");
        var report = await Rotation.RunAsync(site);
        Assert.Equal((RotationVerdict.Unreadable, 2), (report.Verdict, report.Key));
        Assert.Equal(["help_requests (1)"], report.Names);
        var old = await Rotation.CountAsync(site, 2, isBy: false);
        Assert.Equal([KeyValuePair.Create("help_requests.note_cipher", 1)], old);
        Assert.All(await site.LookAsync(db => Task.FromResult(db.FieldKeys.ToList())), row => Assert.Null(row.EmptySince));
    }

    [Fact]
    public async Task What_an_act_writes_meanwhile_is_never_put_back()
    {
        await using var site = new TestSite(kind);
        await SealedRows.AddAsync(site, "help_requests", 1);
        var id = (await site.Place.AskAsync("SELECT id FROM help_requests", row => row.GetGuid(0)))[0];

        // A ring that stays with the old key: so the row is there to be found again and again.
        using var folder = new Storage.KeyFolder();
        foreach (var file in Directory.GetFiles(site.Place.KeysFolder, "*.key")) File.Copy(file, folder.FileOf(Path.GetFileName(file)));
        var old = new FieldCipher(folder.Open());
        await Rotation.RunAsync(site);
        var acts = Task.Run(
            async () =>
            {
                for (var round = 0; round < 300; round++)
                {
                    var sealedNote = old.Seal($"note {round}", "help_requests.note", id);
                    await site.LookAsync(db => db.HelpRequests.Where(row => row.Id == id).ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.NoteCipher, sealedNote)));
                    var read = await site.LookAsync(db => db.HelpRequests.Where(row => row.Id == id).Select(row => row.NoteCipher).SingleAsync());
                    Assert.Equal($"note {round}", site.Service<FieldCipher>().Open(read ?? [], "help_requests.note", id));
                }
            },
            TestContext.Current.CancellationToken);
        while (!acts.IsCompleted) await NextAsync(site);
        await acts;
        await NextAsync(site);
        var last = (await site.Place.AskAsync("SELECT note_cipher FROM help_requests", row => (byte[])row.GetValue(0)))[0];
        Assert.Equal("note 299", site.Service<FieldCipher>().Open(last, "help_requests.note", id));
        Assert.Empty(await Rotation.CountAsync(site, 2, isBy: false));
    }

    private static async Task NextAsync(TestSite site)
    {
        await using var scope = site.Service<IServiceScopeFactory>().CreateAsyncScope();
        var table = SealedTable.In(scope.ServiceProvider.GetRequiredService<Site.Storage.MembersDb>().Model).Single(one => one.Name == "help_requests");
        await scope.ServiceProvider.GetRequiredService<ResealRows>().NextAsync(table, null, TestContext.Current.CancellationToken);
    }
}

/// <inheritdoc/>
public sealed class RotationTestsOnSqlite() : RotationTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class RotationTestsOnPostgres() : RotationTests(DatabaseKind.Postgres);
