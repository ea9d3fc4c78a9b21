using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.SignIn;

/// <summary>Steps of a sign-in cannot be skipped, replayed or mixed; only its own facts say where it stands.</summary>
public abstract class StepTests(SharedSite shared)
{
    private static readonly string[] Steps = ["code", "agreement", "frozen", "suspended", "returning"];

    private TestSite Site => shared.Site;

    [Theory]
    [InlineData(null, "/sign-in")]
    [InlineData("code", "/sign-in/code")]
    [InlineData("frozen", "/sign-in/frozen")]
    [InlineData("suspended", "/sign-in/suspended")]
    [InlineData("returning", "/sign-in/returning")]
    [InlineData("agreement", "/sign-in/agreement")]
    public async Task Every_page_leads_to_where_the_sign_in_stands(string? at, string path)
    {
        var member = await AtAsync(at);
        foreach (var step in Steps)
        {
            var reply = await member.Visitor.GetAsync($"/sign-in/{step}");
            if (step == at) Assert.Equal(HttpStatusCode.OK, reply.Status);
            else Assert.Equal((HttpStatusCode.Found, path), (reply.Status, reply.Location));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("code")]
    [InlineData("frozen")]
    [InlineData("suspended")]
    [InlineData("returning")]
    [InlineData("agreement")]
    public async Task A_post_to_a_step_out_of_turn_does_nothing(string? at)
    {
        var member = await AtAsync(at);
        await member.Visitor.OpenAsync("/");
        var token = await member.Visitor.TokenAsync("/language");
        (string, string?)[] everything =
        [
            ("Code", "123456"), ("RememberBrowser", "true"), ("AcceptPrivacy", "true"), ("AcceptConduct", "true"),
            ("__RequestVerificationToken", token),
        ];
        var before = await StateAsync(member);
        foreach (var step in (string[])["code", "code?handler=Resend", "agreement", "frozen", "suspended", "returning", "returning?handler=Leave"])
        {
            if (step.Split('?')[0] == at) continue;
            var reply = await member.Visitor.PostAsync($"/sign-in/{step}", everything);
            Assert.Contains(reply.Status, (HttpStatusCode[])[HttpStatusCode.Found, HttpStatusCode.MethodNotAllowed]);
            Assert.DoesNotContain("/account", reply.Location ?? "", StringComparison.Ordinal);
        }

        Assert.Equal(before, await StateAsync(member));
        Assert.False(await member.IsSignedInAsync());
    }

    [Fact]
    public async Task Back_and_refresh_send_no_SMS_and_lose_nothing()
    {
        var member = await Member.NewAsync(Site);
        var reference = (await member.AskForCodeAsync()).Reference;
        foreach (var path in (string[])["/sign-in/code", "/sign-in", "/", "/sign-in/code?handler=Resend"])
            Assert.Equal(HttpStatusCode.OK, (await member.Visitor.GetAsync(path)).Status);
        Assert.Equal(reference, (await member.Visitor.OpenAsync("/sign-in/code")).Reference);
        Assert.Equal("/account", (await member.TypeCodeAsync(await member.CodeAsync())).Location);
        Assert.Equal(2, await Site.ArrivedAsync(member.Person.Phone, 2));
    }

    // Two people at one browser, each in a tab: the later one's sign-in is the browser's.
    [Fact]
    public async Task A_code_of_one_member_does_not_sign_another_in()
    {
        var first = await Member.NewAsync(Site);
        await first.AskForCodeAsync();
        var code = await first.CodeAsync();
        var second = new Member(Site, (await Member.NewAsync(Site)).Person, first.Visitor);
        await second.AskForCodeAsync();
        Assume.Differs(code, await second.CodeAsync());
        Assert.NotNull((await second.TypeCodeAsync(code)).ErrorOf("Code"));
        Assert.Equal("/account", (await second.TypeCodeAsync(await second.CodeAsync())).Location);
        Assert.Equal((1, 2), ((await first.SessionsAsync()).Count, (await second.SessionsAsync()).Count));
    }

    [Fact]
    public async Task A_sign_up_and_a_sign_in_in_one_browser_do_not_get_mixed_up()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var ofSignUp = await newcomer.CodeAsync();
        var member = new Member(Site, (await Member.NewAsync(Site)).Person, newcomer.Visitor);
        await member.AskForCodeAsync();
        Assume.Differs(ofSignUp, await member.CodeAsync());
        Assert.NotNull((await member.TypeCodeAsync(ofSignUp)).ErrorOf("Code"));
        var cookies = member.Visitor.Cookies;
        (cookies["samachik-sign-up"], cookies[Member.JourneyCookie]) = (cookies[Member.JourneyCookie], cookies["samachik-sign-up"]);
        Assert.Equal("/sign-in?expired=true", (await member.Visitor.GetAsync("/sign-in/code")).Location);
        (cookies["samachik-sign-up"], cookies[Member.JourneyCookie]) = (cookies[Member.JourneyCookie], cookies["samachik-sign-up"]);
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(ofSignUp)).Path);
    }

    private async Task<Member> AtAsync(string? step)
    {
        if (step is null) return new Member(Site, Person.New());
        var member = await Member.NewAsync(Site);
        if (step == "code")
        {
            await member.AskForCodeAsync();
            return member;
        }

        var now = Site.Clock.GetUtcNow();
        await member.ChangeAsync(row =>
        {
            if (step == "frozen") row.FrozenAt = now;
            if (step == "suspended") row.SuspendedAt = now;
            if (step == "returning") row.ClosingAt = now;
        });
        var id = (await member.RowAsync()).Id;
        if (step == "agreement") await Site.LookAsync(db => db.Acceptances.Where(row => row.MemberId == id).ExecuteDeleteAsync());
        Assert.Equal($"/sign-in/{step}", (await member.GoThroughAsync()).Location);
        return member;
    }

    private async Task<(Guid?, int, int, int, int, int)> StateAsync(Member member)
    {
        var row = await member.Person.MemberAsync(Site);
        return await Site.LookAsync(async db => (
            row?.Version, await db.MemberSessions.CountAsync(), await db.CodeChallenges.CountAsync(), await db.Acceptances.CountAsync(),
            await db.KnownBrowsers.CountAsync(), await db.AuditEntries.CountAsync()));
    }
}

/// <inheritdoc/>
public sealed class StepTestsOnSqlite(SqliteSite shared) : StepTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class StepTestsOnPostgres(PostgresSite shared) : StepTests(shared), IClassFixture<PostgresSite>;
