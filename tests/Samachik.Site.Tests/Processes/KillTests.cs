using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Tests.Processes;

/// <summary>A process killed at any moment leaves no half account, and its journeys go on after the restart.</summary>
[Trait("Category", "Process")]
public sealed class KillTests
{
    private const int Kills = 100;
    private const int Nodes = 2;
    private const int AtATime = 4;

    [Fact]
    public async Task A_hundred_kills_leave_no_half_account()
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        var told = new ConcurrentBag<string>();

        // The first makes the tables and the keys; then two nodes at a time die on the same database.
        await KillAsync(place, SiteProgram.FreePort(), told, 1);
        await Task.WhenAll(Enumerable.Range(0, Nodes).Select(node => KillAsync(place, SiteProgram.FreePort(), told, (Kills - 1 + node) / Nodes)));
        Assert.True(told.Count >= Kills / 10, $"Only {told.Count} sign-ups came through: the kills tell little.");
        await using var db = new NpgsqlConnection(place.Connection);
        await db.OpenAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await HalfAccountsAsync(db));
        var lookup = new LookupHash(KeyRing.Open(new StorageSettings(StorageKind.Postgres, "", place.KeysFolder, null), isDevelopment: false));
        foreach (var nationalId in told) Assert.Equal(1, await AccountsAsync(db, lookup, nationalId));
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

    private static async Task KillAsync(TestPlace place, int port, ConcurrentBag<string> told, int kills)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            await using var site = await SiteProgram.StartAsync(place, port);
            using var over = new CancellationTokenSource();
            var warm = new TaskCompletionSource();

            // Every other kill comes after a sign-up was told, so that a slow machine also has some to lose.
            var waitsForOne = kill % 2 == 0;
            var applicants = Enumerable.Range(0, AtATime)
                .Select(_ => SignUpUntilAsync(site.Address, told, waitsForOne, warm, over.Token)).ToArray();
            await Task.WhenAny(warm.Task, Task.WhenAll(applicants));
            await Task.Delay(RandomNumberGenerator.GetInt32(600), TestContext.Current.CancellationToken);
            await site.KillAsync();
            await over.CancelAsync();
            await Task.WhenAll(applicants);
        }
    }

    private static async Task SignUpUntilAsync(
        Uri address, ConcurrentBag<string> told, bool waitsForOne, TaskCompletionSource warm, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            using var applicant = new Applicant(address);
            try
            {
                await applicant.GoToCodeAsync();
                if (!waitsForOne) warm.TrySetResult();
                await applicant.TypeCodeAsync(await applicant.CodeAsync());
                if (applicant.Path != "/sign-up/done") continue;
                told.Add(applicant.Person.NationalId);
                warm.TrySetResult();
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                return;
            }
        }
    }

    // Whatever belongs to an account is there exactly once, or the account is told here.
    private static async Task<List<Guid>> HalfAccountsAsync(NpgsqlConnection db)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT m.id FROM members m WHERE
              (SELECT count(*) FROM acceptances a WHERE a.member_id = m.id) <> 2
              OR (SELECT count(*) FROM audit_entries e WHERE e.member_id = m.id AND e.act = 'SignedUp') <> 1
              OR (SELECT count(*) FROM member_sessions s WHERE s.member_id = m.id) <> 1
              OR (SELECT count(*) FROM sign_up_journeys j WHERE j.member_id = m.id AND j.phone_proven_at IS NOT NULL) <> 1
              OR (SELECT count(*) FROM code_challenges c JOIN sign_up_journeys j ON j.id = c.sign_up_journey_id
                  WHERE j.member_id = m.id AND c.used_at IS NOT NULL) <> 1
            UNION ALL
            SELECT j.member_id FROM sign_up_journeys j
              WHERE j.member_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM members m WHERE m.id = j.member_id)
            """,
            db);
        var half = new List<Guid>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) half.Add(rows.GetGuid(0));
        return half;
    }

    private static async Task<long> AccountsAsync(NpgsqlConnection db, LookupHash lookup, string nationalId)
    {
        Assert.True(Rules.People.NationalId.TryParse(nationalId, false, out var id, out _), "Not an ID number.");
        await using var command = new NpgsqlCommand("SELECT count(*) FROM members WHERE national_id_hash = $1", db);
        command.Parameters.AddWithValue(lookup.Of(id));
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }
}
