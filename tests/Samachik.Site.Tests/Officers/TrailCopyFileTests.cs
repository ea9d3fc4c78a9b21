using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Features.Officers.Trail;
using Samachik.Site.Storage;

namespace Samachik.Site.Tests.Officers;

/// <summary>A copy of what a search found: signed lines that show any change, or a table without formulas.</summary>
public abstract class TrailCopyFileTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task The_signed_copy_holds_what_was_found_and_is_intact()
    {
        var account = Guid.NewGuid();
        var ids = await TrailSearchTests.WriteAsync(Site, account, 700, "เครื่องของ \"ฉัน\"");
        var (staff, reply) = await CopyAsync(account, CopyForm.Lines);
        Assert.Equal(("application/jsonl; charset=utf-8", "no-store"), (reply.Headers["Content-Type"], reply.Headers["Cache-Control"]));
        Assert.Matches("^attachment; filename=\"samachik-trail-[0-9-]+\\.jsonl\"$", reply.Headers["Content-Disposition"]);
        var lines = reply.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ids.AsEnumerable().Reverse(), lines[..^1].Select(line => TrailCopy.ReadEntry(Encoding.UTF8.GetBytes(line))?.Id ?? 0));

        var report = await CheckAsync(reply.Body);
        Assert.Null(report.Break);
        Assert.Equal((700, staff.Number), (report.Copy?.Count, report.Copy?.By));
        Assert.StartsWith($"account {account:D}; days ", report.Copy?.Query, StringComparison.Ordinal);
        var officer = await staff.IdAsync();
        var entry = await Site.LookAsync(db => db.AuditEntries.SingleAsync(row => row.ActorId == officer && row.Act == AuditAct.TrailExported));
        Assert.Equal(account, entry.MemberId);
        Assert.StartsWith("Lines ", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_byte_shows_wherever_it_is()
    {
        var account = Guid.NewGuid();
        await TrailSearchTests.WriteAsync(Site, account, 2);
        var body = Encoding.UTF8.GetBytes((await CopyAsync(account, CopyForm.Lines)).Copy.Body);
        for (var at = 0; at < body.Length - 1; at++)
        {
            byte[] changed = [.. body];
            changed[at] ^= 1;
            Assert.True((await CheckAsync(changed)).Break is not null, $"A change of byte {at} does not show.");
        }
    }

    [Fact]
    public async Task Lines_that_are_taken_out_put_in_or_broken_off_show()
    {
        var account = Guid.NewGuid();
        await TrailSearchTests.WriteAsync(Site, account, 3);
        var lines = (await CopyAsync(account, CopyForm.Lines)).Copy.Body.Split('\n');
        Assert.Equal(CopyBreak.Changed, (await CheckAsync(string.Join('\n', lines.Skip(1)))).Break);
        Assert.Equal(CopyBreak.Changed, (await CheckAsync(string.Join('\n', lines.Prepend(lines[0])))).Break);
        Assert.Equal(CopyBreak.NoSignature, (await CheckAsync(string.Join('\n', lines.Take(2)))).Break);
        Assert.Equal(CopyBreak.NoSignature, (await CheckAsync("")).Break);
        Assert.Equal(CopyBreak.NotSigned, (await CheckAsync(string.Join('\n', lines).Replace("\"count\":3", "\"count\":4", StringComparison.Ordinal))).Break);
        Assert.Equal(CopyBreak.KeyMissing, (await CheckAsync(string.Join('\n', lines).Replace("\"keyId\":1", "\"keyId\":9", StringComparison.Ordinal))).Break);
    }

    [Fact]
    public async Task An_entry_that_was_changed_in_the_trail_before_is_named()
    {
        var account = Guid.NewGuid();
        var ids = await TrailSearchTests.WriteAsync(Site, account, 3);
        await Site.LookAsync(db => db.Database.ExecuteSqlAsync($"UPDATE audit_entries SET detail = 'x' WHERE id = {ids[1]}"));
        var report = await CheckAsync((await CopyAsync(account, CopyForm.Lines)).Copy.Body);
        Assert.Equal((CopyBreak.Forged, 2), (report.Break, report.Line));
    }

    [Fact]
    public async Task The_table_has_no_formula_and_begins_with_a_mark_for_Excel()
    {
        var account = Guid.NewGuid();
        await TrailSearchTests.WriteAsync(Site, account, 1, "=HYPERLINK(\"http://x\")");
        var reply = (await CopyAsync(account, CopyForm.Table)).Copy;
        Assert.Equal("text/csv; charset=utf-8", reply.Headers["Content-Type"]);
        Assert.StartsWith("\uFEFF\"id\",\"at\",\"act\",\"words\",", reply.Body, StringComparison.Ordinal);
        Assert.Contains("\"SignedIn\",\"เข้าสู่ระบบ\",", reply.Body, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", reply.Body, StringComparison.Ordinal);
        Assert.Equal(3, reply.Body.Split("\r\n").Length);
    }

    [Fact]
    public async Task More_entries_than_a_copy_holds_are_told_and_nothing_is_recorded()
    {
        var account = Guid.NewGuid();
        var (at, mac) = (Site.Clock.GetUtcNow().ToUnixTimeMilliseconds(), new byte[32]);
        await Site.LookAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= {CopyTrail.MostEntries})
            INSERT INTO audit_entries ("at", act, actor, member_id, network, mac) SELECT {at}, 'SignedIn', 'Member', {account}, {mac}, {mac} FROM n
            """));
        var (staff, page) = await CopyAsync(account, CopyForm.Lines);
        Assert.Contains("50,000", page.Document.QuerySelector("main")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains("text/html", page.Headers["Content-Type"], StringComparison.Ordinal);
        var officer = await staff.IdAsync();
        Assert.False(await Site.LookAsync(db => db.AuditEntries.AnyAsync(row => row.ActorId == officer && row.Act == AuditAct.TrailExported)));
    }

    [Fact]
    public async Task Who_may_search_alone_is_offered_no_copy_and_a_foreign_search_gives_none()
    {
        var account = Guid.NewGuid();
        var supervisor = await Staff.JoinAsync(Site, OfficerRole.Supervisor);
        var page = await TrailSearchTests.SearchAsync(supervisor, ("Subject", $"{account:D}"));
        Assert.Null(page.Document.QuerySelector("form[action='/officers/trail/copy']"));
        var (owner, _) = await CopyAsync(account, CopyForm.Table);
        var kept = (await owner.Visitor.HiddenAsync("/officers/trail/copy")).Single(field => field.Name == "Kept");
        var other = await Staff.JoinAsync(Site, OfficerRole.DataProtectionOfficer);
        await TrailSearchTests.SearchAsync(other, ("Subject", $"{account:D}"));
        Assert.Equal(HttpStatusCode.BadRequest, (await other.Visitor.SubmitAsync("/officers/trail/copy", kept)).Status);
    }

    private Task<CopyReport> CheckAsync(string body) => CheckAsync(Encoding.UTF8.GetBytes(body));

    private async Task<CopyReport> CheckAsync(byte[] body)
    {
        using var file = new MemoryStream(body);
        return await Site.Service<TrailCopyCheck>().RunAsync(file, TestContext.Current.CancellationToken);
    }

    // A file is not a page: the visitor would read it as one.
    private async Task<(Staff Staff, Reply Copy)> CopyAsync(Guid account, CopyForm form)
    {
        var staff = await Staff.JoinAsync(Site, OfficerRole.DataProtectionOfficer);
        await TrailSearchTests.SearchAsync(staff, ("Subject", $"{account:D}"));
        var copy = await staff.Visitor.SubmitAsync("/officers/trail/copy", ("As", $"{form}"));
        await TrailSearchTests.SearchAsync(staff, ("Subject", $"{account:D}"));
        return (staff, copy);
    }
}

/// <inheritdoc/>
public sealed class TrailCopyFileTestsOnSqlite(SqliteSite shared) : TrailCopyFileTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class TrailCopyFileTestsOnPostgres(PostgresSite shared) : TrailCopyFileTests(shared), IClassFixture<PostgresSite>;
