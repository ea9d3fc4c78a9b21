using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Figures;
using Samachik.Rules.Officers;
using Samachik.Site.Features.Officers.Looks;
using Samachik.Site.Features.Officers.Staffing;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Postgres;
using Samachik.Site.Tests.Officers;

namespace Samachik.Site.Tests.Storage;

/// <summary>How PostgreSQL goes about the trail: by an index for every question, never through all of it.</summary>
public sealed class TrailPlansTests
{
    [Theory]
    [InlineData("account", "IX_audit_entries_member_id_id")]
    [InlineData("officer", "IX_audit_entries_actor_id_at")]
    [InlineData("act", "IX_audit_entries_at")]
    public async Task A_search_begins_at_an_index(string by, string index)
    {
        await using var site = new TestSite(DatabaseKind.Postgres);
        var account = Guid.NewGuid();
        await TrailSearchTests.WriteAsync(site, account, 30);
        await FillAsync(site);
        var query = new TrailQuery(DaySpan.UpTo(site.Clock.GetUtcNow()), long.MaxValue)
        {
            Member = by == "account" ? account : null, Officer = by == "officer" ? account : null, Act = by == "act" ? AuditAct.Closed : null,
        };
        var plans = new Plans();
        await using var db = new PostgresMembersDb(new DbContextOptionsBuilder<PostgresMembersDb>().UseNpgsql(site.Place.Connection).AddInterceptors(plans).Options);
        await new TrailPages(db, new AuditTable(db)).ReadAsync(query, new TrailPlace(site.Clock.GetUtcNow(), 5), 10, TestContext.Current.CancellationToken);
        await new TrailPages(db, new AuditTable(db)).CountAsync(query, 10, TestContext.Current.CancellationToken);
        Assert.All(plans.Read, plan => Assert.DoesNotContain("Seq Scan on", plan, StringComparison.Ordinal));
        Assert.Contains(plans.Read, plan => plan.Contains(index, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Looks_and_staff_read_of_the_trail_what_staff_did()
    {
        await using var site = new TestSite(DatabaseKind.Postgres);
        await Staff.JoinAsync(site, OfficerRole.Officer);
        await FillAsync(site);
        var plans = new Plans();
        await using var db = new PostgresMembersDb(new DbContextOptionsBuilder<PostgresMembersDb>().UseNpgsql(site.Place.Connection).AddInterceptors(plans).Options);
        await new ReadLooks(db).ReadAsync(DaySpan.UpTo(site.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        Assert.Equal(2, plans.Read.Count);
        await new ReadStaff(db, site.Service<FieldCipher>(), site.Clock).ReadAsync(isEnded: false, TestContext.Current.CancellationToken);
        var ofTrail = plans.Read.Where(plan => plan.Contains("audit_entries", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, ofTrail.Count);
        Assert.All(ofTrail, plan => Assert.Contains("IX_audit_entries_actor_id_at", plan, StringComparison.Ordinal));
        Assert.All(plans.Read, plan => Assert.DoesNotContain("Seq Scan on audit_entries", plan, StringComparison.Ordinal));
    }

    // Others' entries of the last week, so that which index is good shows.
    private static Task<int> FillAsync(TestSite site) => site.LookAsync(async db =>
    {
        var (now, mac) = (site.Clock.GetUtcNow().ToUnixTimeMilliseconds(), new byte[32]);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO audit_entries ("at", act, actor, actor_id, member_id, network, mac)
            SELECT {now} - i * 30000, 'SignedIn', 'Member', CASE WHEN i % 50 = 0 THEN gen_random_uuid() END, gen_random_uuid(), {mac}, {mac}
            FROM generate_series(1, 20000) AS i
            """);
        return await db.Database.ExecuteSqlAsync($"ANALYZE audit_entries");
    });
}
