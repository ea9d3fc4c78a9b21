using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Storage;

/// <summary>Several nodes on one database: the works that one does at a time, and what they tell of themselves.</summary>
public abstract class NodesTests(DatabaseKind kind)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_node_tidies_and_another_takes_over_at_once_when_it_stops()
    {
        await using var place = new TestPlace(kind);
        await using var second = new TestSite(place);
        await using (var first = new TestSite(place))
        {
            for (var i = 0; i < 3; i++)
            {
                Assert.True(await TidyAsync(first));
                Assert.False(await TidyAsync(second));
            }
        }

        Assert.True(await TidyAsync(second));
    }

    [Fact]
    public async Task A_node_that_died_is_waited_for_until_its_lease_is_over()
    {
        await using var place = new TestPlace(kind);
        await using var second = new TestSite(place);
        var died = second.Clock.GetUtcNow();
        Assert.True(await second.LookAsync(db => new Leases(db, new LeaseHolder()).TryHoldAsync(Housekeeping.Work, TimeSpan.FromMinutes(3), died, Stop)));
        Assert.False(await TidyAsync(second));
        second.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.True(await TidyAsync(second));
    }

    [Fact]
    public async Task Of_a_hundred_who_ask_at_once_one_node_holds_the_lease()
    {
        await using var site = new TestSite(kind);
        site.EnsureStarted();
        var now = site.Clock.GetUtcNow();
        var holds = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(
            () => site.LookAsync(db => new Leases(db, new LeaseHolder()).TryHoldAsync("test", TimeSpan.FromMinutes(1), now, Stop)), Stop)));
        Assert.Equal(1, holds.Count(held => held));
    }

    [Fact]
    public async Task A_lease_is_kept_by_its_holder_and_free_at_its_end()
    {
        await using var site = new TestSite(kind);
        var (now, life) = (site.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        var (one, other) = (new LeaseHolder(), new LeaseHolder());
        Task<bool> HoldAsync(LeaseHolder holder, DateTimeOffset at) => site.LookAsync(db => new Leases(db, holder).TryHoldAsync("test", life, at, Stop));
        Assert.True(await HoldAsync(one, now));
        Assert.True(await HoldAsync(one, now + life / 2));
        Assert.False(await HoldAsync(other, now + life));
        Assert.True(await HoldAsync(other, now + life * 1.5));
        Assert.False(await HoldAsync(one, now + life * 1.5));
    }

    [Fact]
    public async Task A_lease_is_given_back_by_its_holder_alone()
    {
        await using var site = new TestSite(kind);
        var (now, life) = (site.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        var (one, other) = (new LeaseHolder(), new LeaseHolder());
        Task<bool> HoldAsync(LeaseHolder holder) => site.LookAsync(db => new Leases(db, holder).TryHoldAsync("test", life, now, Stop));
        async Task GiveBackAsync(LeaseHolder holder) => await site.LookAsync(async db =>
        {
            await new Leases(db, holder).GiveBackAsync(Stop);
            return true;
        });
        Assert.True(await HoldAsync(one));
        await GiveBackAsync(other);
        Assert.False(await HoldAsync(other));
        await GiveBackAsync(one);
        Assert.True(await HoldAsync(other));
    }

    [Fact]
    public async Task A_round_removes_a_thousand_rows_at_a_time_fifty_times_at_most_and_tells_it()
    {
        await using var site = new TestSite(kind);
        using var figures = new Figures(site);
        var key = kind == DatabaseKind.Sqlite ? "CAST(i AS blob)" : "int4send(i)";
        var rows =
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 51500)
            INSERT INTO send_counters ("key", started_at, ends_at, "count") SELECT {key}, i, i, 1 FROM n
            """;
        await site.LookAsync(db => db.Database.ExecuteSqlRawAsync(rows));
        Assert.True(await TidyAsync(site));
        Assert.Equal(Enumerable.Repeat(1000.0, 50), figures.Of("housekeeping.removed", "send_counters"));
        Assert.Equal(1500, await site.LookAsync(db => db.SendCounters.CountAsync()));
        Assert.True(await TidyAsync(site));
        Assert.Equal([1000, 500], figures.Of("housekeeping.removed", "send_counters").Skip(50));
        Assert.Equal([0, 0], figures.Of("housekeeping.removed", "known_browsers"));
        Assert.Equal([1, 1], figures.Of("housekeeping.rounds"));
        Assert.Equal([0, 0], figures.Of("housekeeping.failed_rounds"));
        Assert.Equal(2, figures.Of("housekeeping.duration").Count);
    }

    [Fact]
    public async Task The_sealing_tells_what_it_sealed_and_what_it_has_still_to_seal()
    {
        await using var site = new TestSite(kind);
        using var figures = new Figures(site);
        await Audit.SealedTrail.WriteAsync(site, 7);
        await Audit.SealedTrail.RoundAsync(site);
        Assert.Equal(7, figures.Of("audit.unsealed_entries")[^1]);
        await Audit.SealedTrail.SealAllAsync(site);
        Assert.Equal(0, figures.Of("audit.unsealed_entries")[^1]);
        Assert.Equal(7, figures.Of("audit.sealed_entries").Sum());
        Assert.Equal(1, figures.Of("audit.seals").Sum());
        Assert.Equal(0, figures.Of("audit.seal_failures").Sum());
        await site.LookAsync(db => db.Set<AuditEntryRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Detail, "x")));
        await site.LookAsync(db => db.AuditSeals.ExecuteDeleteAsync());
        for (var i = 0; i < 3; i++) await Audit.SealedTrail.RoundAsync(site);
        Assert.NotEqual(0, figures.Of("audit.seal_failures").Sum());
    }

    private static Task<bool> TidyAsync(TestSite site) =>
        site.Hosted<Housekeeping>().TidyAsync(Stop);
}

/// <inheritdoc/>
public sealed class NodesTestsOnSqlite() : NodesTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class NodesTestsOnPostgres() : NodesTests(DatabaseKind.Postgres);
