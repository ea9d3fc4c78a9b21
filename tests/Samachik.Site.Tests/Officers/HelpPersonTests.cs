using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Tests.Sms;

namespace Samachik.Site.Tests.Officers;

/// <summary>What an officer does for a caller: each with a reason, in the trail and in the case file.</summary>
public abstract class HelpPersonTests(SharedSite shared)
{
    private const string Why = "ผู้สมัครโทรมาเอง แจ้งเบอร์และวันเกิดถูกต้อง";

    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_fresh_code_goes_out_and_signs_the_caller_up()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var first = newcomer.Visitor.Page?.Reference;
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var path = (await staff.FindAsync(newcomer.Person.NationalId)).Path;
        var refused = await staff.Visitor.SubmitAsync($"{path}/send", ("Reason", " "));
        Assert.NotNull(refused.ErrorOf("Reason"));
        var done = await staff.Visitor.SubmitAndFollowAsync($"{path}/send", ("Gateway", "Outbox"), ("Reason", Why));
        Assert.Equal($"{path}?done=Send", done.Path);
        Assert.Contains(Why, done.Body, StringComparison.Ordinal);

        var page = await newcomer.Visitor.GetAsync("/sign-up/phone-code");
        Assert.NotEqual(first, page.Reference);
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
        var id = await staff.IdAsync();
        Assert.True(await Site.LookAsync(db => db.AuditEntries.AnyAsync(entry => entry.Act == AuditAct.CodeSentByOfficer && entry.ActorId == id)));
        Assert.Contains(Why, (await staff.FindAsync(newcomer.Person.NationalId)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chosen_gateway_is_asked_first()
    {
        RecordingGateway first = new() { Name = "First" }, second = new() { Name = "Second" };
        await using var site = Sending.SiteWith(shared.Kind, first, second);
        var newcomer = await Newcomer.AtCodeAsync(site);
        var staff = await Staff.JoinAsync(site, OfficerRole.Officer);
        var path = (await staff.FindAsync(newcomer.Person.NationalId)).Path;
        await staff.Visitor.SubmitAndFollowAsync($"{path}/send", ("Gateway", "Second"), ("Reason", Why));
        await Eventually.TrueAsync(() => Task.FromResult(second.Handed.Count == 1), "the SMS by the chosen gateway");
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.Visitor.SubmitAsync($"{path}/send", ("Gateway", "Third"), ("Reason", Why))).Status);
    }

    [Fact]
    public async Task A_mistyped_phone_is_corrected_and_old_codes_die()
    {
        var wrong = Person.New();
        var newcomer = await Newcomer.AtCodeAsync(Site, wrong);
        var old = await newcomer.CodeAsync();
        var right = Person.New().Phone;
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var path = (await staff.FindAsync(wrong.Phone)).Path;
        Assert.NotNull((await staff.Visitor.SubmitAsync($"{path}/phone", ("Phone", "02-956-2400"), ("Reason", Why))).ErrorOf("Phone"));
        Assert.Equal($"{path}?done=Correct", (await staff.Visitor.SubmitAndFollowAsync($"{path}/phone", ("Phone", right), ("Reason", Why))).Path);
        await newcomer.Visitor.GetAsync("/sign-up/phone-code");
        Assert.NotEqual("/sign-up/done", (await newcomer.TypeCodeAsync(old)).Path);
        var page = await newcomer.Visitor.GetAsync("/sign-up/phone-code");
        var code = (await Site.SmsAsync(right, page.Reference ?? "")).Code ?? "";
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(code)).Path);
        Assert.Equal($"/officers/people/{(await wrong.MemberAsync(Site))?.Id:D}", (await staff.FindAsync(right)).Path);
    }

    [Fact]
    public async Task Limits_are_seen_and_set_back()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        for (var i = 0; i < 4; i++)
        {
            Site.Clock.Advance(TimeSpan.FromSeconds(61));
            await newcomer.ResendAsync();
        }

        Assert.Null((await newcomer.Visitor.GetAsync("/sign-up/phone-code")).Document.QuerySelector("form[action$=Resend]"));
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var page = await staff.FindAsync(newcomer.Person.Phone);
        Assert.Contains("เต็มแล้ว", page.Body, StringComparison.Ordinal);
        var limited = await staff.Visitor.SubmitAsync($"{page.Path}/send", ("Reason", Why));
        Assert.NotNull(limited.ErrorOf("Reason"));
        await staff.Visitor.SubmitAndFollowAsync($"{page.Path}/lift", ("Reason", Why));
        Assert.DoesNotContain("เต็มแล้ว", (await staff.Visitor.GetAsync(page.Path)).Body, StringComparison.Ordinal);
        Assert.Equal($"{page.Path}?done=Send", (await staff.Visitor.SubmitAndFollowAsync($"{page.Path}/send", ("Reason", Why))).Path);
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task A_suspension_ends_sessions_tells_the_member_and_is_lifted()
    {
        var newcomer = await Newcomer.MemberAsync(Site);
        var staff = await Staff.JoinAsync(Site, OfficerRole.Supervisor);
        var path = (await staff.FindAsync(newcomer.Person.NationalId, LookReason.Check)).Path;
        Assert.Equal(
            $"{path}?done=Suspend",
            (await staff.Visitor.SubmitAndFollowAsync($"{path}/suspension", ("Hours", "72"), ("Rule", "9"), ("Reason", "โพสต์เบอร์ผู้อื่นสามครั้ง"))).Path);
        Assert.Contains("/sign-in", (await newcomer.Visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
        var notice = await Eventually.GetAsync(
            async () => (await Site.InboxAsync(newcomer.Person.Phone)).FirstOrDefault(sms => sms.Text.Contains("ระงับ", StringComparison.Ordinal)), "the notice");
        Assert.DoesNotContain("/not-me/", notice.Text, StringComparison.Ordinal);

        var again = await staff.Visitor.GetAsync($"{path}/suspension");
        Assert.Null(again.Document.GetElementById("Hours"));
        Assert.Equal(
            $"{path}?done=Unsuspend", (await staff.Visitor.SubmitAndFollowAsync($"{path}/suspension?handler=Lift", ("Reason", "อุทธรณ์แล้ว ฟังขึ้น"))).Path);
        Assert.Null((await newcomer.Person.MemberAsync(Site))?.SuspendedAt);
    }

    [Fact]
    public async Task A_line_in_the_file_is_seen_by_the_next_officer_and_stands_encrypted()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (one, other) = (await Staff.JoinAsync(Site, OfficerRole.Officer), await Staff.JoinAsync(Site, OfficerRole.Supervisor));
        var path = (await one.FindAsync(member.Person.NationalId)).Path;
        await one.Visitor.SubmitAndFollowAsync($"{path}/note", ("Reason", "<b>ลืมรหัสผ่าน</b> แนะนำหน้า “ลืมรหัสผ่าน” แล้ว"));
        var seen = await other.FindAsync(member.Person.NationalId);
        Assert.Contains("&lt;b&gt;ลืมรหัสผ่าน&lt;/b&gt;", seen.Body, StringComparison.Ordinal);
        Assert.Contains(one.Number.Replace("-", "", StringComparison.Ordinal), seen.Body, StringComparison.Ordinal);
        var kept = await Site.LookAsync(db => db.OfficerNotes.OrderByDescending(row => row.Id).Select(row => row.TextCipher).FirstAsync());
        Assert.DoesNotContain("ลืม", System.Text.Encoding.UTF8.GetString(kept), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("note")]
    [InlineData("lift")]
    [InlineData("send")]
    [InlineData("phone")]
    public async Task No_act_without_a_look(string act)
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var (one, other) = (await Staff.JoinAsync(Site, OfficerRole.Officer), await Staff.JoinAsync(Site, OfficerRole.Officer));
        var path = (await one.FindAsync(newcomer.Person.NationalId)).Path;
        Assert.Equal("/officers?why", (await other.Visitor.GetAsync($"{path}/{act}")).Location);
        await other.Visitor.GetAsync("/officers");
        var token = await other.Visitor.TokenAsync("/officers/sign-out");
        var reply = await other.Visitor.PostAsync($"{path}/{act}", ("Phone", Person.New().Phone), ("Reason", Why), ("__RequestVerificationToken", token));
        Assert.Equal("/officers?why", reply.Location);
        var id = await other.IdAsync();
        Assert.False(await Site.LookAsync(db => db.OfficerNotes.AnyAsync(row => row.OfficerId == id)));
    }
}

/// <inheritdoc/>
public sealed class HelpPersonTestsOnSqlite(SqliteSite shared) : HelpPersonTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class HelpPersonTestsOnPostgres(PostgresSite shared) : HelpPersonTests(shared), IClassFixture<PostgresSite>;
