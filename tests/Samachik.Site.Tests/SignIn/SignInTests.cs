using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Rules.People;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignIn;

/// <summary>From ID number and password to a session, by a code on a browser that is not known.</summary>
public abstract class SignInTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_browser_that_is_not_known_is_asked_for_a_code_and_then_signed_in()
    {
        var member = await Member.NewAsync(Site);
        var page = await member.AskForCodeAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(member.Person.Phone[^2..], page.Document.QuerySelector("main")?.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(member.Person.Phone[3..], page.Body.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(await member.IsSignedInAsync());
        await member.Visitor.OpenAsync("/sign-in/code");
        var reply = await member.TypeCodeAsync(await member.CodeAsync());

        // My account is being built beside; until it is there, its address is as far as a sign-in goes.
        Assert.Equal((HttpStatusCode.Found, "/account"), (reply.Status, reply.Location));
        Assert.True(await member.IsSignedInAsync());
        Assert.DoesNotContain(Member.JourneyCookie, member.Visitor.Cookies.Keys);
        Assert.DoesNotContain(Member.BrowserCookie, member.Visitor.Cookies.Keys);
        Assert.Equal(2, (await member.SessionsAsync()).Count);
    }

    [Fact]
    public async Task Every_step_leaves_its_entry_in_the_trail_and_none_tells_who_it_is()
    {
        var member = await Member.NewAsync(Site);
        var id = (await member.RowAsync()).Id;
        await member.GiveCredentialsAsync("notTheRightOne1");
        await member.SignInAsync(remember: true);
        var trail = await Site.LookAsync(db => db.AuditEntries.AsNoTracking().Where(row => row.MemberId == id).OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(
            [AuditAct.SignedUp, AuditAct.SignedIn, AuditAct.SignInFailed, AuditAct.SecondStepAsked, AuditAct.SignedIn, AuditAct.BrowserRemembered],
            trail.Select(row => row.Act));
        Assert.Equal(AuditActor.Stranger, trail[2].Actor);
        var (session, known) = ((await member.SessionsAsync())[^1], await KnownAsync(id));
        Assert.Equal((session.Id, known?.Id), (trail[4].SessionId, trail[5].SessionId));
        Assert.All(trail, row => Assert.DoesNotContain(member.Person.NationalId, row.Detail ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_code_renews_the_proof_of_the_phone_and_is_used_up()
    {
        var member = await Member.NewAsync(Site);
        var before = await member.RowAsync();
        Site.Clock.Leap(TimeSpan.FromHours(1));
        await member.SignInAsync();
        var after = await member.RowAsync();
        Assert.Equal((before.CreatedAt, Site.Clock.GetUtcNow()), (before.PhoneProvenAt, after.PhoneProvenAt));
        Assert.NotEqual(before.Version, after.Version);
        var code = await Site.LookAsync(db => (
            from journey in db.MemberJourneys
            from challenge in db.CodeChallenges
            where journey.MemberId == after.Id && challenge.MemberJourneyId == journey.Id
            select challenge).SingleAsync());
        Assert.Equal(Site.Clock.GetUtcNow(), code.UsedAt);
    }

    [Theory]
    [InlineData("th", ReadingLanguage.Thai)]
    [InlineData("en", ReadingLanguage.English)]
    public async Task All_pages_and_the_SMS_speak_the_readers_language_and_the_account_follows(string language, ReadingLanguage own)
    {
        var member = await Member.NewAsync(Site);
        await member.Visitor.OpenAsync("/sign-in");
        await member.Visitor.ReadAsync(language);
        var page = await member.GiveCredentialsAsync("wrong");
        Assert.Equal(SiteTexts.Of<SignInTexts>(Site, language, "SignInVerdict.Wrong"), page.ErrorOf("NationalId"));
        page = await member.AskForCodeAsync();
        Assert.Contains(SiteTexts.Of<SignInTexts>(Site, language, "Code.Lead"), page.Body, StringComparison.Ordinal);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        var code = await member.CodeAsync();
        var sms = (await Site.InboxAsync(member.Person.Phone))[0];
        Assert.Equal(language == "th", sms.Text.Any(c => c is >= 'ก' and <= '๛'));
        await member.TypeCodeAsync(code);
        Assert.Equal(own, (await member.RowAsync()).Language);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task A_sign_in_is_told_by_e_mail_when_the_browser_was_not_known(bool known, int told)
    {
        var member = known ? await Member.SignedInAsync(Site, remember: true) : await Member.NewAsync(Site);
        Assert.True(EmailAddress.TryParse("somebody@example.org", out var address, out _));
        await member.ChangeAsync(row => Site.Service<MemberData>().SetEmail(row, address, Site.Clock.GetUtcNow()));
        var id = (await member.RowAsync()).Id;
        if (known) await member.SignOutAsync();
        await member.SignInAsync();
        Assert.Equal(told, await Site.LookAsync(db => db.Disavowals.CountAsync(row => row.MemberId == id && row.Act == AuditAct.SignedIn)));
        Assert.All(await Site.InboxAsync(member.Person.Phone), sms => Assert.NotNull(sms.Code));
    }

    [Fact]
    public async Task Who_is_signed_in_already_is_led_on_to_my_account()
    {
        var member = await Member.SignedInAsync(Site);
        foreach (var path in (string[])["/sign-in", "/sign-in?ReturnUrl=/privacy", "/sign-in/code", "/sign-in/agreement", "/sign-in/frozen"])
            Assert.Equal((HttpStatusCode.Found, "/account"), await AnswerAsync(member.Visitor.GetAsync(path)));
        await member.Visitor.OpenAsync("/");
        var token = await member.Visitor.TokenAsync("/sign-out");
        Assert.Equal((HttpStatusCode.Found, "/account"), await AnswerAsync(member.Visitor.PostAsync(
            "/sign-in", ("NationalId", member.Person.NationalId), ("Password", "x"), ("__RequestVerificationToken", token))));
    }

    [Fact]
    public async Task A_form_of_before_the_sign_in_that_another_tab_sends_leads_on_too()
    {
        var member = await Member.NewAsync(Site);
        await member.Visitor.GetAsync("/sign-in");
        var stale = await member.Visitor.TokenAsync("/sign-in");
        await member.SignInAsync();
        var sessions = (await member.SessionsAsync()).Count;
        foreach (var path in (string[])["/sign-in", "/sign-in/code", "/sign-in/code?handler=Resend"])
            Assert.Equal((HttpStatusCode.Found, "/account"), await AnswerAsync(member.Visitor.PostAsync(
                path, ("NationalId", member.Person.NationalId), ("Password", member.Person.Password), ("__RequestVerificationToken", stale))));
        Assert.Equal(sessions, (await member.SessionsAsync()).Count);
    }

    [Fact]
    public async Task Signing_out_takes_the_browser_off_its_sign_in_too()
    {
        var member = await Member.NewAsync(Site);
        await member.AskForCodeAsync();
        await member.Visitor.PostAsync("/sign-out", ("__RequestVerificationToken", await member.Visitor.TokenAsync("/sign-in/code")));
        Assert.DoesNotContain(Member.JourneyCookie, member.Visitor.Cookies.Keys);
        Assert.Equal("/sign-in", (await member.Visitor.GetAsync("/sign-in/code")).Location);
    }

    [Fact]
    public async Task Going_back_and_signing_in_again_sends_no_second_SMS_while_the_first_is_good()
    {
        var member = await Member.NewAsync(Site);
        var reference = (await member.AskForCodeAsync()).Reference;
        Assert.Equal(reference, (await member.AskForCodeAsync()).Reference);
        Site.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.NotEqual(reference, (await member.AskForCodeAsync()).Reference);
        Assert.Equal("/account", (await member.TypeCodeAsync(await member.CodeAsync())).Location);
    }

    [Fact]
    public async Task A_hash_of_older_costs_is_made_anew_and_of_the_same_password()
    {
        await using var place = new TestPlace(shared.Kind);
        await using var old = new TestSite(place);
        var member = await Member.NewAsync(old);
        var before = await member.RowAsync();
        await using var dearer = new TestSite(place, ("Passwords:Passes", "2"));
        var same = member.On(dearer);
        await same.SignInAsync();
        var after = await same.RowAsync();
        Assert.Contains(",t=1,", before.PasswordHash, StringComparison.Ordinal);
        Assert.Contains(",t=2,", after.PasswordHash, StringComparison.Ordinal);
        Assert.Equal(before.PasswordChangedAt, after.PasswordChangedAt);
        await same.SignOutAsync();
        await same.SignInAsync();
    }

    private static async Task<(HttpStatusCode, string?)> AnswerAsync(Task<Reply> asked)
    {
        var reply = await asked;
        return (reply.Status, reply.Location);
    }

    private Task<KnownBrowserRow?> KnownAsync(Guid member) =>
        Site.LookAsync(db => db.KnownBrowsers.AsNoTracking().SingleOrDefaultAsync(row => row.MemberId == member));
}

/// <inheritdoc/>
public sealed class SignInTestsOnSqlite(SqliteSite shared) : SignInTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class SignInTestsOnPostgres(PostgresSite shared) : SignInTests(shared), IClassFixture<PostgresSite>;
