using System.Diagnostics;
using System.Net;

namespace Samachik.Faults;

/// <summary>Two nodes whose clocks are ten minutes apart: they go by the database's time, and nobody sees a difference.</summary>
public sealed class ClocksApartTests
{
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(10), SealingRounds = TimeSpan.FromSeconds(60);

    // Longer than between two looks for messages whose worker is gone, and shorter than a gateway is waited for.
    private static readonly TimeSpan OthersRounds = TimeSpan.FromSeconds(7);

    // Clocks that differ by a second are left as they are.
    private const int Tolerated = 3_000;

    private const string Seals = "SELECT count(*) FROM audit_seals", DatabaseNow = "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)";

    /// <summary>How the second node's clock stands.</summary>
    public static TheoryData<string> Skews => TestLength.IsLong ? ["+10m", "-10m"] : ["+10m"];

    [Theory]
    [MemberData(nameof(Skews))]
    public async Task People_go_from_one_to_the_other_and_each_work_is_done_by_one(string skew)
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        await using var peer = new Peer();
        (string, string)[] settings = [.. peer.Settings, ("Sms:HttpJson:Repeats", "ToldByReceipt"), ("PhoneCodes:ResendAfter", "00:00:00")];
        await using var right = await SiteProgram.StartAsync(place, SiteProgram.FreePort(), settings);
        await Eventually.TrueAsync(SealingRounds, async () => (await HoldersAsync(place)).Count == 1, "the first node to seal");
        var holders = await HoldersAsync(place);
        await using var wrong = await SiteProgram.StartAsync(place, SiteProgram.FreePort(), [.. settings, .. Fake(skew)]);
        var watch = Stopwatch.StartNew();
        var apart = (await DateOfAsync(right) - await DateOfAsync(wrong)).Duration();
        var slack = TimeSpan.FromSeconds(10) + watch.Elapsed;
        Assert.InRange(apart, Apart - slack, Apart + slack);
        var seals = await CountAsync(place, Seals);

        // The library that turns the clock ends some waits at once, that for the cookies' keys among them.
        await Eventually.TrueAsync(async () => await FormAsync(wrong) == HttpStatusCode.OK, "the second node to have the keys of forms");

        // Each step on the other node, both ways round.
        foreach (var first in (int[])[0, 1])
        {
            using var person = Wandering.Applicant(first, right, wrong);
            await person.GoToCodeAsync();
            await person.TypeCodeAsync(await peer.CodeAsync(person.Person));
            Assert.Equal("/sign-up/done", person.Path);
            await person.GetAsync("/account");
            await person.GetAsync("/account");
            Assert.Equal("/account", person.Path);
        }

        // A code ends at its time on either node, whoever sent it.
        using var one = Wandering.Applicant(0, right, wrong);
        using var other = Wandering.Applicant(1, right, wrong);
        foreach (var late in (Applicant[])[one, other]) await late.GoToCodeAsync();
        var codes = (await peer.CodeAsync(one.Person), await peer.CodeAsync(other.Person));
        Assert.Equal(2, await CountAsync(place, $"WITH over AS (UPDATE code_challenges SET expires_at = {DatabaseNow} - {Tolerated} WHERE used_at IS NULL RETURNING id) SELECT count(*) FROM over"));
        foreach (var (late, code) in ((Applicant, string)[])[(one, codes.Item1), (other, codes.Item2)])
        {
            await late.TypeCodeAsync(code);
            Assert.Equal(("/sign-up/phone-code", HttpStatusCode.OK), (late.Path, late.Status));
        }

        await SlowAnswerIsWaitedForAsync(peer, place, right);
        await Eventually.TrueAsync(2 * SealingRounds, async () => await CountAsync(place, Seals) > seals, "the trail to be sealed");
        Assert.Equal(holders, await HoldersAsync(place));
        Assert.DoesNotContain("fail: Samachik", right.Output + wrong.Output, StringComparison.Ordinal);
        Assert.Contains("the site goes by the database's", wrong.Output, StringComparison.Ordinal);
        await SignedUp.AreWholeAsync(place, []);
    }

    // Another node must not take for dead who only waits for a gateway: then it would go out twice.
    private static async Task SlowAnswerIsWaitedForAsync(Peer peer, TestPlace place, SiteProgram node)
    {
        peer.Answer = async stop =>
        {
            await Task.Delay(OthersRounds, stop);
            return Peer.Ok;
        };
        using var person = new Applicant(node.Address);
        await person.GoToCodeAsync();
        await peer.CodeAsync(person.Person);
        await Eventually.TrueAsync(
            async () => (await place.AskAsync("SELECT state FROM outgoing_messages ORDER BY id DESC LIMIT 1", row => row.GetString(0)))[0] == "Accepted", "the answer on record");
        Assert.Single(peer.Had, one => one.To == person.Person.E164);
    }

    private static Task<List<Guid>> HoldersAsync(TestPlace place) =>
        place.AskAsync("SELECT holder FROM leases WHERE name = 'audit-seal' AND until > 0", row => row.GetGuid(0));

    private static async Task<long> CountAsync(TestPlace place, string question) => (await place.AskAsync(question, row => row.GetInt64(0)))[0];

    private static async Task<DateTimeOffset> DateOfAsync(SiteProgram node)
    {
        using var client = new HttpClient { BaseAddress = node.Address };
        using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
        return answer.Headers.Date ?? throw new InvalidOperationException("It tells no time.");
    }

    private static async Task<HttpStatusCode> FormAsync(SiteProgram node)
    {
        using var person = new Applicant(node.Address);
        await person.GetAsync("/sign-up/agreement");
        return person.Status;
    }

    // The library of Debian's faketime, for this process alone; what it measures by stays true.
    private static (string, string)[] Fake(string skew)
    {
        var library = Directory.Exists("/usr/lib") ? Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }).FirstOrDefault() : null;
        Assert.SkipWhen(library is null, "Debian's faketime is not installed; ./test installs it.");
        return [("LD_PRELOAD", library), ("FAKETIME", skew), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"), ("DONT_FAKE_MONOTONIC", "1")];
    }
}
