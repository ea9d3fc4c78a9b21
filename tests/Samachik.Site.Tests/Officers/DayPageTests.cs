using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Officers;

namespace Samachik.Site.Tests.Officers;

/// <summary>The day's picture in the console: charts and, beside each, its numbers.</summary>
public abstract class DayPageTests(DatabaseKind kind)
{
    private const string NoData = "ไม่มีข้อมูล";

    [Fact]
    public async Task The_tables_have_the_numbers_of_the_day_and_of_the_week_before()
    {
        await using var place = new TestPlace(kind);
        await using (var before = new TestSite(place) { Gateway = new RecordingGateway() })
        {
            await Newcomer.MemberAsync(before);
            await Newcomer.AtDetailsAsync(before);
            await CountedHours.CountAsync(before);
            before.Clock.Leap(TimeSpan.FromHours(1));
            await CountedHours.CountAsync(before);
        }

        // No round went while the clock leapt: what lies between was not counted, and is made as if nobody could.
        await using var site = new TestSite(place) { Gateway = new RecordingGateway(), Clock = new(TestSite.Start.AddDays(7)) };
        site.EnsureStarted();
        await site.LookAsync(db => db.DayHours.Where(row => row.Slot > TestSite.Start).ExecuteDeleteAsync());
        await site.LookAsync(db => db.DayHours.ExecuteUpdateAsync(set => set.SetProperty(row => row.IsClosed, true)));
        await CountedHours.ScriptAsync(site);
        await CountedHours.CountAsync(site);
        site.Clock.Leap(TimeSpan.FromHours(1));
        await CountedHours.CountAsync(site);
        var page = await (await Staff.JoinAsync(site, OfficerRole.Supervisor)).Visitor.GetAsync("/officers/day");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["6", "6", "2", "+200%", "–"], Row(page, "funnel", 0));
        Assert.Equal(["5", "5", "1", "+400%", "83%"], Row(page, "funnel", 1));
        Assert.Equal(["3", "3", "1", "+200%", "100%"], Row(page, "funnel", 4));
        Assert.Equal(["6", "4", "ไม่ถึง 5 วินาที", "ไม่ถึง 60 วินาที", "ไม่มีที่ถึง", "ไม่มีที่ถึง"], Row(page, "gateways", 0));
        Assert.Equal(["2", "2", "0", "–"], Row(page, "codes", 0));
        Assert.Equal(["1", "1", "0", "–"], Row(page, "codes", 1));
        Assert.Equal(["1", "1", "0", "–"], Row(page, "limits", 0));
        Assert.Equal(["1", "1", "0", "–"], Row(page, "sign-ins", 0));
        Assert.Equal(["6", "2", "3"], Row(page, "hours", 10));
        Assert.Equal(12, page.Document.QuerySelectorAll("#queues tbody tr").Length);
        Assert.Contains("1 ชั่วโมง", page.Document.GetElementById("compared")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains("8 ธันวาคม พ.ศ. 2569", page.Document.QuerySelector("h1")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_chart_says_what_it_tells_has_a_table_and_keeps_to_the_policy()
    {
        await using var site = new TestSite(kind) { Gateway = new RecordingGateway() };
        await CountedHours.ScriptAsync(site);
        await CountedHours.CountAsync(site);
        var staff = await Staff.JoinAsync(site, OfficerRole.Supervisor);
        await staff.Visitor.ReadAsync("en");
        var page = await staff.Visitor.GetAsync("/officers/day");
        var parts = page.Document.QuerySelectorAll("main section");
        Assert.Equal(8, parts.Length);
        Assert.All(parts, part =>
        {
            var chart = part.QuerySelector("svg[role=img]");
            Assert.StartsWith(part.QuerySelector("h2")?.TextContent ?? "?", chart?.GetAttribute("aria-label") ?? "", StringComparison.Ordinal);
            Assert.NotEmpty(part.QuerySelector("table > caption")?.TextContent ?? "");
            Assert.All(part.QuerySelectorAll("thead th"), head => Assert.Equal("col", head.GetAttribute("scope")));
            Assert.All(part.QuerySelectorAll("tbody tr"), row => Assert.Equal("row", row.FirstElementChild?.GetAttribute("scope")));
        });
        Assert.Contains("Became members 3", parts[0].QuerySelector("svg[role=img]")?.GetAttribute("aria-label") ?? "", StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("[style], style, script:not([src])"));
        var ids = page.Document.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(
            page.Document.QuerySelectorAll("[clip-path]").Select(element => element.GetAttribute("clip-path")),
            clip => Assert.Contains(clip?["url(#".Length..^1], ids));
    }

    [Fact]
    public async Task What_was_not_counted_is_told_so_and_never_as_zero()
    {
        await using var site = new TestSite(kind) { Gateway = new RecordingGateway() };
        var page = await (await Staff.JoinAsync(site, OfficerRole.Supervisor)).Visitor.GetAsync("/officers/day?date=2026-11-30");
        var cells = page.Document.QuerySelectorAll("#funnel td, #codes td, #limits td, #sign-ins td, #hours td, #queues td").Select(cell => cell.TextContent).ToList();
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.Contains(cell, (string[])[NoData, "–"]));
        Assert.Equal(24, page.Document.QuerySelectorAll("#hours tbody tr").Length);
        Assert.Empty(page.Document.QuerySelectorAll("svg[role=img]"));
        Assert.Contains("00:00, 01:00", page.Document.GetElementById("unknown")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Equal("/officers/day?date=2026-11-29", page.Document.QuerySelector("a[rel=prev]")?.GetAttribute("href"));
        Assert.Equal("/officers/day?date=2026-12-01", page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Only_days_that_were_are_shown_and_only_to_those_who_may_see_them()
    {
        await using var site = new TestSite(kind) { Gateway = new RecordingGateway() };
        var supervisor = await Staff.JoinAsync(site, OfficerRole.Supervisor);
        foreach (var date in (string[])["2026-12-02", "2569-12-01", "yesterday", "2026-1-1"])
            Assert.Equal(HttpStatusCode.NotFound, (await supervisor.Visitor.GetAsync($"/officers/day?date={date}")).Status);
        Assert.Null((await supervisor.Visitor.GetAsync("/officers/day")).Document.QuerySelector("a[rel=next]"));
        Assert.NotNull(supervisor.Visitor.Page?.Document.QuerySelector(".sm-console-nav a[href='/officers/day']"));
        var officer = await Staff.JoinAsync(site, OfficerRole.Officer);
        Assert.NotEqual(HttpStatusCode.OK, (await officer.Visitor.GetAsync("/officers/day")).Status);
        Assert.Null((await officer.Visitor.GetAsync("/officers")).Document.QuerySelector("a[href='/officers/day']"));
    }

    private static string[] Row(Reply page, string part, int row) =>
        [.. page.Document.QuerySelectorAll($"#{part} tbody tr").ElementAt(row).QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())];
}

/// <inheritdoc/>
public sealed class DayPageTestsOnSqlite() : DayPageTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class DayPageTestsOnPostgres() : DayPageTests(DatabaseKind.Postgres);
