using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;

namespace Samachik.Site.Tests.Audit;

/// <summary>The sealing: every entry once, in its order, whoever writes and whoever seals meanwhile.</summary>
public abstract class SealingTests(DatabaseKind kind)
{
    // A slow machine gets its second seal late; nobody writes for ever.
    private const int Most = 2000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_sealed_a_round_after_it_was_seen()
    {
        await using var site = new TestSite(kind);
        await Newcomer.MemberAsync(site);
        Assert.True(await SealedTrail.Sealer(site).SealAsync(Stop));
        Assert.True(await SealedTrail.Sealer(site).SealAsync(Stop));
        Assert.Empty(await SealedTrail.SealedIdsAsync(site));
        await SealedTrail.SealAllAsync(site);
        Assert.NotEmpty(await SealedTrail.SealedIdsAsync(site));
        Assert.Null((await SealedTrail.CheckAsync(site)).Finding);
    }

    [Fact]
    public async Task It_goes_round_by_itself()
    {
        await using var site = new TestSite(kind);
        await Newcomer.MemberAsync(site);
        await Eventually.TrueAsync(
            async () =>
            {
                site.Clock.Advance(AuditSealer.Every);
                return await SealedTrail.UnsealedAsync(site) == 0;
            },
            "the sealing");
    }

    [Fact]
    public async Task A_seal_holds_a_thousand_entries_at_most()
    {
        await using var site = new TestSite(kind);
        await SealedTrail.WriteAsync(site, 2500);
        await SealedTrail.SealAllAsync(site);
        var counts = await site.LookAsync(db => db.AuditSeals.OrderBy(row => row.Number).Select(row => row.Chain.Length).ToListAsync());
        Assert.Equal([1000, 1000, 500], counts.Select(length => length / 40));
        Assert.Equal(2500, (await SealedTrail.CheckAsync(site)).SealedEntries);
    }

    [Fact]
    public async Task Entries_written_by_many_while_it_seals_are_all_sealed_once()
    {
        await using var site = new TestSite(kind);
        site.EnsureStarted();
        var (written, over, seals) = (new ConcurrentBag<int>(), false, 0);
        var writers = Enumerable.Range(0, 6).Select(_ => Task.Run(
            async () =>
            {
                for (var i = 0; i < 30 || (Volatile.Read(ref seals) < 2 && i < Most); i++) written.Add(await UnlessBusyAsync(() => WriteSlowlyAsync(site)));
            },
            Stop)).ToArray();
        var sealing = Task.Run(
            async () =>
            {
                while (!Volatile.Read(ref over))
                {
                    await UnlessBusyAsync(() => SealedTrail.RoundAsync(site));
                    Volatile.Write(ref seals, await UnlessBusyAsync(() => site.LookAsync(db => db.AuditSeals.CountAsync())));
                }
            },
            Stop);
        await Task.WhenAll(writers);
        Volatile.Write(ref over, true);
        await sealing;
        await SealedTrail.SealAllAsync(site);
        await SealedTrail.AllSealedOnceAsync(site);
        Assert.Equal(written.Sum(), (await SealedTrail.SealedIdsAsync(site)).Count);
        Assert.True(Volatile.Read(ref seals) > 1, "There was one seal at most while they wrote: the race tells little.");
        Assert.Empty(site.Log.Errors);
    }

    // Both believe that they hold the lease, as two nodes would whose clocks are far apart.
    [Fact]
    public async Task Two_sealers_at_once_seal_nothing_twice_and_skip_nothing()
    {
        await using var place = new TestPlace(kind);
        var node = new LeaseHolder();
        await using var one = new TestSite(place) { Services = services => services.AddSingleton(node) };
        await using var other = new TestSite(place) { Services = services => services.AddSingleton(node) };
        one.EnsureStarted();
        for (var i = 0; i < 15; i++)
        {
            await SealedTrail.WriteAsync(one, 40);
            await Task.WhenAll(SealedTrail.RoundAsync(one), SealedTrail.RoundAsync(other), SealedTrail.RoundAsync(one));
        }

        await SealedTrail.SealAllAsync(one);
        await SealedTrail.AllSealedOnceAsync(one);
        Assert.Empty(one.Log.Errors.Concat(other.Log.Errors));
    }

    [Fact]
    public async Task One_node_seals_and_another_takes_over_when_it_is_gone()
    {
        await using var place = new TestPlace(kind);
        await using var first = new TestSite(place);
        await using var second = new TestSite(place);
        await FirstSealsAsync(first, second);
        // The first says nothing more: its clock stands still, as of a node that died.
        Assert.False(await SealedTrail.RoundAsync(second));
        second.Clock.Advance(TimeSpan.FromMinutes(1));
        await SealedTrail.SealAllAsync(second);
        await SealedTrail.AllSealedOnceAsync(second);
    }

    [Fact]
    public async Task One_that_stops_hands_the_sealing_over_at_once()
    {
        await using var place = new TestPlace(kind);
        await using var first = new TestSite(place);
        await using var second = new TestSite(place);
        await FirstSealsAsync(first, second);
        await first.DisposeAsync();
        Assert.True(await SealedTrail.RoundAsync(second));
        await SealedTrail.SealAllAsync(second);
        await SealedTrail.AllSealedOnceAsync(second);
    }

    [Fact]
    public async Task What_is_not_ours_is_told_sealed_among_its_neighbours_and_never_as_the_last()
    {
        await using var site = new TestSite(kind);
        await SealedTrail.WriteAsync(site, 3);
        await SealedTrail.ForgeAsync(site, 4);
        if (kind == DatabaseKind.Postgres) await SealedTrail.SkipIdAsync(site); // SQLite skips what stands there by itself
        await SealedTrail.WriteAsync(site, 1);
        await SealedTrail.ForgeAsync(site, 900);
        for (var i = 0; i < 4; i++) await SealedTrail.RoundAsync(site);
        Assert.Equal([1, 2, 3, 4, 5], await SealedTrail.SealedIdsAsync(site));
        Assert.Contains(site.Log.Errors, line => line.Contains("Audit entry 4 was not written by this site", StringComparison.Ordinal));
        Assert.Contains(site.Log.Errors, line => line.Contains("Audit entry 900 ", StringComparison.Ordinal));
        Assert.Equal(new AuditFinding(4, AuditBreak.Forged), (await SealedTrail.CheckAsync(site)).Finding);
    }

    [Fact]
    public async Task Nothing_is_sealed_on_top_of_a_seal_that_was_changed()
    {
        await using var site = new TestSite(kind);
        await SealedTrail.WriteAsync(site, 3);
        await SealedTrail.SealAllAsync(site);
        await site.LookAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE audit_seals SET last_entry = 2"));
        await SealedTrail.WriteAsync(site, 3);
        for (var i = 0; i < 4; i++) await SealedTrail.RoundAsync(site);
        Assert.Equal(3, (await SealedTrail.SealedIdsAsync(site)).Count);
        Assert.Contains(site.Log.Errors, line => line.Contains("Audit seal 1 is not as it was signed", StringComparison.Ordinal));
    }

    private static async Task FirstSealsAsync(TestSite first, TestSite second)
    {
        await SealedTrail.WriteAsync(first, 5);
        Assert.True(await SealedTrail.Sealer(first).SealAsync(Stop));
        Assert.False(await SealedTrail.Sealer(second).SealAsync(Stop));
    }

    // SQLite has one writer at a time: it tells the others that it is busy, and nothing of theirs stands.
    private static async Task<T?> UnlessBusyAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (DatabaseFaults.IsOutage(e))
        {
            return default;
        }
    }

    // Two entries in one transaction that takes its time; one in four is rolled back, its ids are skipped.
    private static Task<int> WriteSlowlyAsync(TestSite site) => site.LookAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        SealedTrail.Add(site, db);
        await db.SaveChangesAsync(Stop);
        if (db.Database.IsNpgsql()) await Task.Delay(RandomNumberGenerator.GetInt32(20), Stop);
        SealedTrail.Add(site, db);
        await db.SaveChangesAsync(Stop);
        if (RandomNumberGenerator.GetInt32(4) == 0) return 0;
        await transaction.CommitAsync(Stop);
        return 2;
    });
}

/// <inheritdoc/>
public sealed class SealingTestsOnSqlite() : SealingTests(DatabaseKind.Sqlite)
{
    // Who asked tells what came of it; a line of the database's library beside it would call each wait a fault.
    [Fact]
    public async Task A_file_that_another_writes_is_told_to_who_asked_and_to_no_log()
    {
        await using var place = new TestPlace(DatabaseKind.Sqlite);
        await using var site = new TestSite(place, ("ConnectionStrings:Accounts", place.Connection));
        await SealedTrail.WriteAsync(site, 1);
        await site.LookAsync(async writer =>
        {
            await using var transaction = await writer.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            var busy = await Record.ExceptionAsync(() => SealedTrail.RoundAsync(site));
            Assert.True(DatabaseFaults.IsOutage(Assert.IsAssignableFrom<Exception>(busy)));
            return true;
        });
        Assert.Empty(site.Log.Errors);
        await SealedTrail.SealAllAsync(site);
    }
}

/// <inheritdoc/>
public sealed class SealingTestsOnPostgres() : SealingTests(DatabaseKind.Postgres)
{
    // The id is drawn, the commit comes late: whatever the clocks say, nothing is sealed past it.
    [Fact]
    public async Task A_transaction_that_commits_late_is_waited_for()
    {
        await using var site = new TestSite(DatabaseKind.Postgres);
        await SealedTrail.WriteAsync(site, 2);
        await SealedTrail.SealAllAsync(site);
        await site.LookAsync(async late =>
        {
            await using var transaction = await late.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            site.Service<AuditTrail>().Add(late, AuditAct.SignedOut, null, [1], site.Clock.GetUtcNow());
            await late.SaveChangesAsync(TestContext.Current.CancellationToken);
            await SealedTrail.WriteAsync(site, 2);
            for (var i = 0; i < 5; i++) await SealedTrail.RoundAsync(site);
            Assert.Equal([1, 2], await SealedTrail.SealedIdsAsync(site));
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
            return true;
        });
        await SealedTrail.SealAllAsync(site);
        Assert.Equal([1, 2, 3, 4, 5], await SealedTrail.SealedIdsAsync(site));
        Assert.Null((await SealedTrail.CheckAsync(site)).Finding);
        Assert.Contains(site.Log.Lines, line => line.Contains("Sealing waits: a transaction", StringComparison.Ordinal));
    }
}
