using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Figures;
using Samachik.Site.Features.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Postgres;
using Samachik.Site.Tests.Officers;

namespace Samachik.Site.Tests.Storage;

/// <summary>How PostgreSQL goes about the figures: by ranges of indexes, and for a page in two questions.</summary>
public sealed class FigurePlansTests
{
    [Fact]
    public async Task An_hour_is_counted_without_reading_a_whole_table()
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        await using var site = new TestSite(place);
        await Newcomer.AtDetailsAsync(site);
        var plans = new Plans();
        await using var db = new PostgresMembersDb(new DbContextOptionsBuilder<PostgresMembersDb>().UseNpgsql(place.Connection).AddInterceptors(plans).Options);
        await new CountHour(db).CountAsync(TestSite.Start, TestSite.Start.AddMinutes(1), closes: false, TestContext.Current.CancellationToken);
        Assert.Equal(8, plans.Read.Count);
        foreach (var table in (string[])["sign_up_journeys", "audit_entries", "guard_decisions", "outgoing_messages", "day_figures"])
            Assert.Contains(plans.Read, plan => plan.Contains(table, StringComparison.Ordinal) && plan.Contains("Index Cond", StringComparison.Ordinal));
        Assert.All(plans.Read, plan => Assert.DoesNotContain("Seq Scan on", plan, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_asks_twice_and_by_ranges()
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        await using var site = new TestSite(place);
        await CountedHours.CountAsync(site);
        var plans = new Plans();
        await using var db = new PostgresMembersDb(new DbContextOptionsBuilder<PostgresMembersDb>().UseNpgsql(place.Connection).AddInterceptors(plans).Options);
        await new ReadDay(db).ReadAsync(ThaiDay.Of(TestSite.Start));
        Assert.Equal(2, plans.Read.Count);
        Assert.All(plans.Read, plan => Assert.DoesNotContain("Seq Scan on", plan, StringComparison.Ordinal));
    }
}
