using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;

namespace Samachik.Site.Tests.Officers;

/// <summary>The administrator invites and ends staff accounts.</summary>
public abstract class StaffPageTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task An_invitation_is_shown_once_and_opens_an_account()
    {
        var admin = await Staff.JoinAsync(Site, OfficerRole.Administrator);
        var sent = await admin.Visitor.SubmitAsync("/officers/staff/invite", ("Name", "  สมศรี   ใจเย็น "), ("Role", "Supervisor"));
        Assert.Equal("/officers/staff/invited", sent.Location);
        var page = await admin.Visitor.FollowAsync(sent);
        var (number, link) = (page.Document.GetElementById("invited-number")?.TextContent ?? "", page.Document.GetElementById("invited-link")?.TextContent ?? "");
        var path = new Uri(link).AbsolutePath;
        var word = path.Split('/')[^1];
        Assert.StartsWith("/officers/invitation/", path, StringComparison.Ordinal);
        Assert.DoesNotContain(word, (await admin.Visitor.GetAsync("/officers/staff/invited")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(admin.Visitor.Cookies.Keys, name => name.Contains("invited", StringComparison.Ordinal));
        Assert.DoesNotContain(Site.Log.Lines, line => line.Contains(word, StringComparison.Ordinal));

        var id = await admin.IdAsync();
        var entry = await Site.LookAsync(db => db.AuditEntries.SingleAsync(row => row.ActorId == id && row.Act == AuditAct.OfficerInvited));
        Assert.Equal((AuditActor.Officer, $"{number.Replace("-", "", StringComparison.Ordinal)} Supervisor"), (entry.Actor, entry.Detail));
        Assert.NotNull(entry.SessionId);
        Assert.Contains("ลิงก์ใช้ได้ถึง", await StateAsync(admin, number), StringComparison.Ordinal);

        var staff = await Staff.OpenAsync(Site, path);
        Assert.Equal(number, staff.Number);
        Assert.Contains("สมศรี ใจเย็น", staff.Visitor.Page?.Body, StringComparison.Ordinal);
        await staff.Visitor.SubmitAsync(path, ("Password", staff.Password), ("ConfirmPassword", staff.Password), ("Code", staff.Code()));
        var state = await StateAsync(admin, number);
        Assert.Contains("ใช้งานอยู่", state, StringComparison.Ordinal);
        Assert.Contains("พ.ศ.", state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_shows_it_is_for_the_session_that_invited()
    {
        var (admin, other) = (await Staff.JoinAsync(Site, OfficerRole.Administrator), await Staff.JoinAsync(Site, OfficerRole.Administrator));
        await admin.Visitor.SubmitAsync("/officers/staff/invite", ("Name", "Somsri Jaiyen"), ("Role", "Officer"));
        var (name, cookie) = admin.Visitor.Cookies.Single(pair => pair.Key.Contains("invited", StringComparison.Ordinal));
        other.Visitor.Cookies[name] = cookie;
        Assert.Null((await other.Visitor.GetAsync("/officers/staff/invited")).Document.GetElementById("invited-link"));
        Site.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null((await admin.Visitor.GetAsync("/officers/staff/invited")).Document.GetElementById("invited-link"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("<script>")]
    public async Task A_name_that_is_none_invites_nobody(string name)
    {
        var admin = await Staff.JoinAsync(Site, OfficerRole.Administrator);
        var before = await Site.LookAsync(db => db.Officers.CountAsync());
        Assert.Equal(["Name"], (await admin.Visitor.SubmitAsync("/officers/staff/invite", ("Name", name), ("Role", "Officer"))).FieldsInError);
        Assert.NotEqual(HttpStatusCode.Found, (await admin.Visitor.SubmitAsync("/officers/staff/invite", ("Name", "สมศรี"), ("Role", "King"))).Status);
        Assert.NotEqual(HttpStatusCode.Found, (await admin.Visitor.SubmitAsync("/officers/staff/invite", ("Name", "สมศรี"), ("Role", "17"))).Status);
        Assert.Equal(before, await Site.LookAsync(db => db.Officers.CountAsync()));
    }

    [Fact]
    public async Task An_ended_account_is_out_at_once_and_signs_in_no_more()
    {
        var (admin, staff) = (await Staff.JoinAsync(Site, OfficerRole.Administrator), await Staff.JoinAsync(Site, OfficerRole.Officer));
        var id = await staff.IdAsync();
        var list = await admin.Visitor.GetAsync("/officers/staff");
        Assert.NotNull(list.Document.QuerySelector($"a[href='/officers/staff/{id:D}/end']"));
        var asked = await admin.Visitor.GetAsync($"/officers/staff/{id:D}/end");
        Assert.Contains(staff.Number, asked.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await staff.Visitor.GetAsync("/officers")).Status);
        var done = await admin.Visitor.SubmitAndFollowAsync($"/officers/staff/{id:D}/end");
        Assert.Contains(staff.Number, done.Document.QuerySelector("[role=alert]")?.TextContent ?? "", StringComparison.Ordinal);

        Assert.Equal("/officers/sign-in", (await staff.Visitor.GetAsync("/officers")).Location);
        Assert.False(await Site.LookAsync(db => db.OfficerSessions.AnyAsync(row => row.OfficerId == id && row.EndedAt == null)));
        Site.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.NotNull((await staff.SignInAsync()).ErrorOf("Number"));
        var actor = await admin.IdAsync();
        var entry = await Site.LookAsync(db => db.AuditEntries.SingleAsync(row => row.Act == AuditAct.OfficerEnded && row.ActorId == actor));
        Assert.Equal((AuditActor.Officer, staff.Number.Replace("-", "", StringComparison.Ordinal)), (entry.Actor, entry.Detail));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Visitor.GetAsync($"/officers/staff/{id:D}/end")).Status);
        Assert.Null(Row(await admin.Visitor.GetAsync("/officers/staff"), staff.Number));
        Assert.NotNull(Row(await admin.Visitor.GetAsync("/officers/staff?ended=true"), staff.Number));
    }

    [Fact]
    public async Task Nobody_ends_their_own_account()
    {
        var admin = await Staff.JoinAsync(Site, OfficerRole.Administrator);
        var id = await admin.IdAsync();
        Assert.Null((await admin.Visitor.GetAsync("/officers/staff")).Document.QuerySelector($"a[href='/officers/staff/{id:D}/end']"));
        var page = await admin.Visitor.GetAsync($"/officers/staff/{id:D}/end");
        Assert.Null(page.Document.QuerySelector($"form[action='/officers/staff/{id:D}/end']"));
        var token = await admin.Visitor.TokenAsync("/officers/sign-out");
        var reply = await admin.Visitor.PostAsync($"/officers/staff/{id:D}/end", ("__RequestVerificationToken", token));
        Assert.NotNull(reply.Document.GetElementById("verdict"));
        Assert.Equal(HttpStatusCode.OK, (await admin.Visitor.GetAsync("/officers/staff")).Status);
    }

    private static AngleSharp.Dom.IElement? Row(Reply page, string number) =>
        page.Document.QuerySelector($"tr[data-officer='{number.Replace("-", "", StringComparison.Ordinal)}']");

    private static async Task<string> StateAsync(Staff admin, string number) => Row(await admin.Visitor.GetAsync("/officers/staff"), number)?.TextContent ?? "";
}

/// <inheritdoc/>
public sealed class StaffPageTestsOnSqlite(SqliteSite shared) : StaffPageTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class StaffPageTestsOnPostgres(PostgresSite shared) : StaffPageTests(shared), IClassFixture<PostgresSite>;
