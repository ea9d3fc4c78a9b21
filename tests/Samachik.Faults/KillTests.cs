using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Samachik.Faults;

/// <summary>A node killed at any moment leaves no half account and no act without its entry, and journeys go on after the restart.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Nodes = 2;
    private const int AtATime = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);
    private static readonly int LeastKills = TestLength.Of(6, 100), LeastTold = TestLength.Of(6, 500);

    [Fact]
    public async Task Kills_leave_no_half_account_and_an_intact_trail()
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        var told = new ConcurrentBag<Person>();

        // The first makes the tables and the keys; then two nodes at a time die on the same database.
        await KillAsync(place, told, 0);
        var kills = 1;
        while (kills < LeastKills || told.Count < LeastTold)
        {
            await Task.WhenAll(Enumerable.Range(0, Nodes).Select(node => KillAsync(place, told, kills + node)));
            kills += Nodes;
        }

        output.WriteLine($"{kills} kills, {told.Count} told.");
        await using var last = await SiteProgram.StartAsync(place, SiteProgram.FreePort());
        await SignedUp.UntilSealedAsync(place);
        await SignedUp.AreWholeAsync(place, told);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_journey_that_a_kill_interrupted_goes_on_after_the_restart(DatabaseKind kind)
    {
        await using var place = new TestPlace(kind);
        var port = SiteProgram.FreePort();
        var first = await SiteProgram.StartAsync(place, port);
        using var applicant = new Applicant(first.Address);
        await applicant.GoToCodeAsync();
        var code = await applicant.CodeAsync();
        await first.DisposeAsync();

        await using var second = await SiteProgram.StartAsync(place, port);
        await applicant.TypeCodeAsync(code);
        Assert.Equal("/sign-up/done", applicant.Path);
    }

    private static async Task KillAsync(TestPlace place, ConcurrentBag<Person> told, int kill)
    {
        await using var site = await SiteProgram.StartAsync(place, SiteProgram.FreePort());
        await using var crowd = new Crowd(AtATime, site.Address);

        // Every other kill comes after a sign-up was told, so that a slow machine also has some to lose.
        await Eventually.TrueAsync(Patience, () => Task.FromResult(kill % 2 == 0 ? crowd.Told.Count > 0 : crowd.AtCode > 0), "people under way");
        await Task.Delay(RandomNumberGenerator.GetInt32(600), TestContext.Current.CancellationToken);
        await site.KillAsync();
        await crowd.EndAsync();
        foreach (var person in crowd.Told) told.Add(person);
    }
}
