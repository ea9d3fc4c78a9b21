using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignIn;

/// <summary>The code of a sign-in: wrong, late, of another journey, asked for again, pressed twice, over a restart.</summary>
public abstract class SecondStepTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task Five_wrong_codes_kill_the_code_are_kept_in_the_trail_and_told_to_the_member()
    {
        var member = await Member.NewAsync(Site);
        await member.AskForCodeAsync();
        var code = await member.CodeAsync();
        for (var left = 4; left > 0; left--)
            Assert.Equal(Code("CodeVerdict.Wrong", left), (await member.TypeWrongCodeAsync()).ErrorOf("Code"));
        for (var i = 0; i < 3; i++)
            Assert.Equal(Code("CodeVerdict.TooManyTries"), (await member.TypeWrongCodeAsync()).ErrorOf("Code"));
        Assert.Equal(Code("CodeVerdict.TooManyTries"), (await member.TypeCodeAsync(code)).ErrorOf("Code"));
        Assert.False(await member.IsSignedInAsync());

        var id = (await member.RowAsync()).Id;
        Assert.Equal(1, await Site.LookAsync(db => db.AuditEntries.CountAsync(row => row.MemberId == id && row.Act == AuditAct.SecondStepFailed)));
        await Eventually.TrueAsync(async () => (await Site.InboxAsync(member.Person.Phone)).Any(sms => sms.Code is null), "the notice");

        // A new code, and all is well again.
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        await member.Visitor.OpenAsync("/sign-in/code");
        await member.Visitor.SubmitAndFollowAsync("/sign-in/code?handler=Resend");
        Assert.Equal("/account", (await member.TypeCodeAsync(await member.CodeAsync())).Location);
    }

    [Fact]
    public async Task Codes_sent_again_and_before_are_both_good_and_none_is_sent_within_a_minute()
    {
        var member = await Member.NewAsync(Site);
        var first = (await member.AskForCodeAsync()).Reference;
        var code = await member.CodeAsync();
        Assert.Equal(first, (await member.Visitor.SubmitAndFollowAsync("/sign-in/code?handler=Resend")).Reference);
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.NotEqual(first, (await member.Visitor.SubmitAndFollowAsync("/sign-in/code?handler=Resend")).Reference);
        await member.CodeAsync();
        Assert.Equal("/account", (await member.TypeCodeAsync(code)).Location);
    }

    [Fact]
    public async Task A_limit_shows_on_the_code_page_with_its_time()
    {
        var member = await Member.NewAsync(Site);
        for (var i = 0; i < 5; i++) await member.Elsewhere().AskForCodeAsync();
        var page = await member.AskForCodeAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.GetElementById("send-limit"));
        Assert.Null(page.Reference);
    }

    // A stranger's sign-ups with this phone are counted apart.
    [Fact]
    public async Task A_phone_that_strangers_used_up_at_the_sign_up_still_serves_its_owner()
    {
        var member = await Member.NewAsync(Site);
        for (var i = 0; i < 6; i++) await Newcomer.AtCodeAsync(Site, Person.New() with { Phone = member.Person.Phone });
        Assert.Equal("/account", (await member.SignInAsync()).Location);
    }

    [Fact]
    public async Task A_code_of_a_sign_up_or_of_another_sign_in_opens_nothing()
    {
        var member = await Member.NewAsync(Site);
        var signUp = await Newcomer.AtCodeAsync(Site, Person.New() with { Phone = member.Person.Phone });
        var ofSignUp = await signUp.CodeAsync();
        var other = member.Elsewhere();
        await other.AskForCodeAsync();
        var ofOther = await other.CodeAsync();
        await member.AskForCodeAsync();
        var own = await member.CodeAsync();
        Assume.Differs(own, ofSignUp);
        Assume.Differs(own, ofOther);
        Assume.Differs(ofOther, ofSignUp);
        foreach (var foreign in (string[])[ofSignUp, ofOther]) Assert.NotNull((await member.TypeCodeAsync(foreign)).ErrorOf("Code"));
        Assert.Equal("/sign-up/phone-code", (await signUp.TypeCodeAsync(own)).Path);
        Assert.Equal("/account", (await member.TypeCodeAsync(own)).Location);
    }

    [Fact]
    public async Task A_code_lives_five_minutes_and_a_sign_in_thirty()
    {
        var member = await Member.NewAsync(Site);
        await member.AskForCodeAsync();
        var code = await member.CodeAsync();
        Site.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Code("CodeVerdict.Expired"), (await member.TypeCodeAsync(code)).ErrorOf("Code"));
        Site.Clock.Advance(TimeSpan.FromMinutes(24));
        Assert.Equal(HttpStatusCode.OK, (await member.Visitor.GetAsync("/sign-in/code")).Status);
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await member.Visitor.OpenAsync("/sign-in/code");
        Assert.Equal("/sign-in?expired=true", page.Path);
        Assert.Contains(SiteTexts.Of<SignInTexts>(Site, "th", "Expired.Text"), page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_press_gets_the_same_session_as_long_as_it_lives()
    {
        var member = await Member.NewAsync(Site);
        await member.AskForCodeAsync();
        var (code, token) = (await member.CodeAsync(), await member.Visitor.TokenAsync("/sign-in/code"));
        var (again, before) = (member.On(Site), await member.SessionsAsync());
        await member.TypeCodeAsync(code, remember: true);
        var session = Assert.Single(await member.SessionsAsync(), row => before.All(old => old.Id != row.Id));

        async Task<Reply> PressAsync() => await again.Visitor.PostAsync(
            "/sign-in/code", ("Code", code), ("RememberBrowser", "true"), ("__RequestVerificationToken", token));
        var journey = again.Visitor.Cookies[Member.JourneyCookie];
        var reply = await PressAsync();
        Assert.Equal((HttpStatusCode.Found, "/account"), (reply.Status, reply.Location));
        Assert.True(await again.IsSignedInAsync());
        Assert.Contains(Member.BrowserCookie, again.Visitor.Cookies.Keys);
        Assert.DoesNotContain(Member.JourneyCookie, again.Visitor.Cookies.Keys);

        // Signing out with either ends the one session; a press after that gives none.
        await again.SignOutAsync();
        Assert.False(await member.IsSignedInAsync());
        again.Visitor.Cookies[Member.JourneyCookie] = journey;
        Assert.Equal("/sign-in", (await PressAsync()).Location);
        Assert.DoesNotContain(Member.SessionCookie, again.Visitor.Cookies.Keys);
        Assert.NotNull(Assert.Single(await member.SessionsAsync(), row => row.Id == session.Id).EndedAt);
        Assert.Equal(2, (await member.SessionsAsync()).Count);
    }

    [Fact]
    public async Task A_link_to_a_sign_in_that_has_ended_gives_nobody_its_session()
    {
        var member = await Member.NewAsync(Site);
        await member.AskForCodeAsync();
        var other = member.On(Site);
        await member.TypeCodeAsync(await member.CodeAsync());
        Assert.Equal("/sign-in", (await other.Visitor.GetAsync("/sign-in/code")).Location);
        Assert.DoesNotContain(Member.SessionCookie, other.Visitor.Cookies.Keys);
    }

    [Fact]
    public async Task A_restart_between_the_steps_loses_nothing()
    {
        await using var place = new TestPlace(shared.Kind);
        var before = new TestSite(place);
        var member = await Member.NewAsync(before);
        await member.AskForCodeAsync();
        var code = await member.CodeAsync();
        await before.DisposeAsync();
        await using var after = new TestSite(place);
        var same = member.On(after);
        await same.Visitor.OpenAsync("/sign-in/code");
        Assert.Equal("/account", (await same.TypeCodeAsync(code, remember: true)).Location);
        Assert.True(await same.IsSignedInAsync());
    }

    private string Code(string key, params object[] holes) => SiteTexts.Of<PhoneCodeTexts>(Site, "th", key, holes);
}

/// <inheritdoc/>
public sealed class SecondStepTestsOnSqlite(SqliteSite shared) : SecondStepTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class SecondStepTestsOnPostgres(PostgresSite shared) : SecondStepTests(shared), IClassFixture<PostgresSite>;
