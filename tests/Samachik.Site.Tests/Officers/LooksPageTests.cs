using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Officers;

/// <summary>How many people each officer looked at, and who looked at far more than others.</summary>
public abstract class LooksPageTests(DatabaseKind kind)
{
    [Fact]
    public async Task Searches_people_fields_and_alarms_are_counted_by_officer()
    {
        await using var site = new TestSite(kind, ("Officers:BulkAlarm", "2"));
        var member = await Newcomer.MemberAsync(site);
        var busy = await Staff.JoinAsync(site, OfficerRole.Officer);
        var path = (await busy.FindAsync(member.Person.NationalId)).Path;
        await busy.FindAsync(member.Person.NationalId);
        await busy.FindAsync(Person.New().NationalId);
        await busy.Visitor.GetAsync(path);
        await busy.Visitor.SubmitAsync($"{path}?handler=Unmask", ("field", "Phone"), ("reason", "Call"));
        await Staff.JoinAsync(site, OfficerRole.Officer);
        var page = await (await Staff.JoinAsync(site, OfficerRole.Supervisor)).Visitor.GetAsync("/officers/looks");
        var row = Assert.Single(page.Document.QuerySelectorAll("#looks ~ table tbody tr"));
        Assert.Equal(
            [busy.Number, "เจ้าหน้าที่", "เปิดดู 1 คน", "ค้นหา 3 ครั้ง", "เปิดข้อมูลเต็ม 1 ครั้ง", "แจ้งเตือน 1 ครั้ง"],
            row.Children.Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task Far_more_than_usual_stands_out_in_these_days_alone_and_in_the_table()
    {
        await using var site = new TestSite(kind);
        site.EnsureStarted();
        var (one, two, many) = (await Staff.JoinAsync(site, OfficerRole.Officer), await Staff.JoinAsync(site, OfficerRole.Officer), await Staff.JoinAsync(site, OfficerRole.Supervisor));
        await LookAsync(site, one, 2);
        await LookAsync(site, two, 3);
        await LookAsync(site, many, 25);
        var supervisor = await Staff.JoinAsync(site, OfficerRole.Supervisor);
        var page = await supervisor.Visitor.GetAsync("/officers/looks");
        var rows = page.Document.QuerySelectorAll("table tbody tr");
        Assert.Equal([many.Number, two.Number, one.Number], rows.Select(row => row.QuerySelector(".sm-number")?.TextContent));
        Assert.Equal([true, false, false], rows.Select(row => row.QuerySelector("strong") is not null));
        Assert.Contains(" 3 ", page.Document.GetElementById("median")?.TextContent ?? "", StringComparison.Ordinal);

        var table = await supervisor.Visitor.SubmitAsync("/officers/looks?handler=Table");
        Assert.Equal("text/csv; charset=utf-8", table.Headers["Content-Type"]);
        Assert.StartsWith("\uFEFF\"", table.Body, StringComparison.Ordinal);
        Assert.Contains($"\"{many.Number}\",\"หัวหน้างาน\",\"0\",\"25\",\"0\",\"0\",\"มากกว่าปกติมาก\"", table.Body, StringComparison.Ordinal);
        var id = await supervisor.IdAsync();
        var entry = await site.LookAsync(db => db.AuditEntries.SingleAsync(row => row.ActorId == id && row.Act == AuditAct.TrailExported));
        Assert.Equal("Looks 2026-11-25..2026-12-01", entry.Detail);

        await supervisor.Visitor.GetAsync("/officers/looks");
        var before = await supervisor.Visitor.SubmitAndFollowAsync("/officers/looks", ("From", "1/11/2569"), ("To", "30/11/2569"));
        Assert.Equal("/officers/looks?first=2026-11-01&last=2026-11-30", before.Path);
        Assert.Empty(before.Document.QuerySelectorAll("table tbody tr"));
    }

    [Fact]
    public async Task Days_that_are_none_are_told()
    {
        await using var site = new TestSite(kind);
        var supervisor = await Staff.JoinAsync(site, OfficerRole.Supervisor);
        Assert.Equal(["From"], (await supervisor.Visitor.SubmitAsync("/officers/looks", ("From", "1/1/2569"))).FieldsInError);
        Assert.Equal(["From", "To"], (await supervisor.Visitor.SubmitAsync("/officers/looks", ("From", "x"), ("To", "1/1/2600"))).FieldsInError);
        foreach (var query in (string[])["?first=2026-11-01", "?first=2026-01-01&last=2026-11-30", "?first=x&last=y"])
            Assert.Equal(HttpStatusCode.NotFound, (await supervisor.Visitor.GetAsync($"/officers/looks{query}")).Status);
    }

    private static async Task LookAsync(TestSite site, Staff staff, int people)
    {
        var officer = await staff.IdAsync();
        await site.LookAsync(async db =>
        {
            for (var i = 0; i < people; i++)
                db.OfficerLooks.Add(new OfficerLookRow
                {
                    Id = Guid.NewGuid(), OfficerId = officer, SubjectId = Guid.NewGuid(), At = site.Clock.GetUtcNow(), Reason = LookReason.Call,
                });
            return await db.SaveActAsync();
        });
    }
}

/// <inheritdoc/>
public sealed class LooksPageTestsOnSqlite() : LooksPageTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class LooksPageTestsOnPostgres() : LooksPageTests(DatabaseKind.Postgres);
