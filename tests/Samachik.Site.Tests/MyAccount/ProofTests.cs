using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>Sensitive pages ask for the password anew; guesses are few, and slow nobody else.</summary>
public abstract class ProofTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    public static TheoryData<string> Sensitive =>
        ["/account/password", "/account/phone", "/account/email", "/account/name", "/account/data", "/account/close"];

    [Theory]
    [MemberData(nameof(Sensitive))]
    public async Task A_sensitive_page_asks_for_the_password_and_leads_back(string path)
    {
        var member = await Newcomer.MemberAsync(Site);
        Assert.Equal(path, (await member.Visitor.OpenAsync(path)).Path);
        member.LoseFreshness();
        var old = member.Visitor.Cookies[MemberAtHome.SessionCookie];
        var reply = await member.ProveAsync(path);
        Assert.Equal((path, HttpStatusCode.OK), (reply.Path, reply.Status));
        Assert.NotEqual(old, member.Visitor.Cookies[MemberAtHome.SessionCookie]);
        Assert.Equal(AuditAct.FreshProofGiven, (await member.ActsAsync())[^1]);

        // The session of before is dead, and the proof holds for the other pages too.
        var thief = Site.NewVisitor();
        thief.Cookies[MemberAtHome.SessionCookie] = old;
        Assert.False(await thief.IsSignedInAsync());
        Assert.Equal("/account/email", (await member.Visitor.OpenAsync("/account/email")).Path);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/sessions")]
    [InlineData("/account/activity")]
    [InlineData("/account/who-looked")]
    [InlineData("/account/agreements")]
    public async Task Other_pages_ask_for_nothing(string path)
    {
        var member = await Newcomer.MemberAsync(Site);
        member.LoseFreshness();
        Assert.Equal(path, (await member.Visitor.OpenAsync(path)).Path);
    }

    [Fact]
    public async Task A_proof_does_not_lengthen_the_whole_life_of_a_session()
    {
        var member = await Newcomer.MemberAsync(Site);
        member.LoseFreshness();
        await member.ProveAsync("/account/name");
        var id = await member.IdAsync();
        var rows = await Site.LookAsync(db => db.MemberSessions.AsNoTracking().Where(row => row.MemberId == id).ToListAsync());
        Assert.Equal(2, rows.Count);
        Assert.Single(rows.Select(row => row.StartedAt).Distinct());
        Assert.Single(rows, row => row.EndedAt is null);
    }

    [Fact]
    public async Task A_wrong_password_is_told_at_its_field_and_the_fifth_ends_the_session()
    {
        var member = await Newcomer.MemberAsync(Site);
        var elsewhere = await member.ElsewhereAsync();
        member.LoseFreshness();
        await member.Visitor.OpenAsync("/account/password");
        var empty = await member.Visitor.SubmitAsync("/account/proof", ("Password", null));
        Assert.Equal(["Password"], empty.FieldsInError);
        for (var tries = 1; tries < 5; tries++)
        {
            var reply = await member.Visitor.SubmitAsync("/account/proof", ("Password", $"wrong{tries}"));
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            Assert.Equal(SiteTexts.Of<MyAccountTexts>(Site, "th", "ProofVerdict.Wrong"), reply.ErrorOf("Password"));
            Assert.Null(reply.Shown("Password"));
        }

        var last = await member.Visitor.SubmitAsync("/account/proof", ("Password", "wrong5"));
        Assert.Contains(SiteTexts.Of<MyAccountTexts>(Site, "th", "ProofVerdict.SessionEnded"), last.Document.Body?.TextContent, StringComparison.Ordinal);
        Assert.Null(last.Document.QuerySelector("form[action='/sign-out']"));
        Assert.False(await member.Visitor.IsSignedInAsync());
        Assert.Equal(5, (await member.ActsAsync()).Count(act => act == AuditAct.FreshProofFailed));

        // Nobody else is slowed or signed out, and the password is good as before.
        Assert.True(await elsewhere.IsSignedInAsync());
        var other = new Newcomer(Site, member.Person, elsewhere);
        Assert.Equal("/account/password", (await other.ProveAsync("/account/password")).Path);
    }

    [Fact]
    public async Task A_password_longer_than_any_is_refused_before_it_is_hashed_and_costs_no_try()
    {
        var member = await Newcomer.MemberAsync(Site);
        member.LoseFreshness();
        await member.Visitor.OpenAsync("/account/phone");
        var before = await Site.LookAsync(db => db.SignInAttempts.CountAsync());
        foreach (var length in (int[])[1025, 20_000, 1025, 1025, 1025, 1025])
        {
            var reply = await member.Visitor.SubmitAsync("/account/proof", ("Password", new string('a', length)));
            Assert.Equal(SiteTexts.Of<MyAccountTexts>(Site, "th", "Proof.TooLong"), reply.ErrorOf("Password"));
            Assert.Null(reply.Shown("Password"));
        }

        Assert.Equal(before, await Site.LookAsync(db => db.SignInAttempts.CountAsync()));
        Assert.Equal("/account/phone", (await member.ProveAsync("/account/phone")).Path);
    }

    [Fact]
    public async Task A_right_password_forgets_the_wrong_ones()
    {
        var member = await Newcomer.MemberAsync(Site);
        for (var round = 0; round < 3; round++)
        {
            member.LoseFreshness();
            await member.Visitor.OpenAsync("/account/password");
            for (var tries = 0; tries < 3; tries++) await member.Visitor.SubmitAsync("/account/proof", ("Password", "wrong"));
            Assert.Equal("/account/password", (await member.ProveAsync("/account/password")).Path);
        }
    }

    [Fact]
    public async Task Of_thirty_guesses_at_once_five_are_looked_at()
    {
        var member = await Newcomer.MemberAsync(Site);
        member.LoseFreshness();
        await member.Visitor.OpenAsync("/account/password");
        var token = await member.Visitor.TokenAsync("/account/proof");
        var guesses = Enumerable.Range(0, 30).Select(guess =>
            member.Visitor.Copy().PostAsync("/account/proof", ("Password", $"guess{guess}"), ("__RequestVerificationToken", token)));
        var replies = await Task.WhenAll(guesses);
        Assert.DoesNotContain(replies, reply => reply.Status is HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable);
        var told = SiteTexts.Of<MyAccountTexts>(Site, "th", "ProofVerdict.Wrong");
        Assert.Equal(4, replies.Count(reply => reply.Location is null && reply.ErrorOf("Password") == told));
        Assert.False(await member.Visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task What_was_typed_is_taken_when_the_proof_runs_out_while_the_form_is_open()
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.OpenAsync("/account/name");
        Site.Clock.Advance(TimeSpan.FromMinutes(19));
        Assert.Equal("/account?done=name", (await member.Visitor.SubmitAsync("/account/name", ("FirstName", "สมหญิง"))).Location);

        await member.ProveAsync("/account/name");
        Site.Clock.Advance(TimeSpan.FromMinutes(20));
        var late = await member.Visitor.SubmitAsync("/account/name", ("FirstName", "สมชาย"));
        Assert.StartsWith("/account/proof?ReturnUrl=", late.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_open_in_another_tab_is_taken_after_the_proof_in_the_first()
    {
        var member = await Newcomer.MemberAsync(Site);
        var tab = member.Visitor.Copy();
        await tab.OpenAsync("/account/name");
        member.LoseFreshness();
        await member.ProveAsync("/account/phone");
        Assert.NotEqual(tab.Cookies[MemberAtHome.SessionCookie], member.Visitor.Cookies[MemberAtHome.SessionCookie]);
        tab.Cookies[MemberAtHome.SessionCookie] = member.Visitor.Cookies[MemberAtHome.SessionCookie];
        Assert.Equal("/account?done=name", (await tab.SubmitAsync("/account/name", ("FirstName", "สมหญิง"))).Location);
    }

    [Theory]
    [InlineData("00:00:01", "1 วินาที", "1 second.")]
    [InlineData("00:00:45", "45 วินาที", "45 seconds.")]
    [InlineData("00:01:00", "1 นาที", "1 minute.")]
    [InlineData("00:10:59", "10 นาที", "10 minutes.")]
    public async Task How_long_it_holds_is_told_in_a_unit_that_says_something(string setting, string thai, string english)
    {
        await using var site = new TestSite(shared.Kind, ("SignIn:FreshFor", setting));
        var member = await Newcomer.MemberAsync(site);
        member.LoseFreshness();
        Assert.EndsWith(thai, Lead(await member.Visitor.OpenAsync("/account/phone")), StringComparison.Ordinal);
        Assert.EndsWith(english, Lead(await member.Visitor.ReadAsync("en")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_language_does_not_change_where_it_leads()
    {
        var member = await Newcomer.MemberAsync(Site);
        member.LoseFreshness();
        await member.Visitor.OpenAsync("/account/phone");
        await member.Visitor.ReadAsync("en");
        await member.Visitor.SubmitAsync("/account/proof", ("Password", "wrong"));
        var page = await member.Visitor.ReadAsync("th");
        Assert.StartsWith("/account/proof?", page.Path, StringComparison.Ordinal);
        var reply = await member.Visitor.SubmitAsync("/account/proof", ("Password", member.Person.Password));
        Assert.Equal("/account/phone", reply.Location);
    }

    [Theory]
    [InlineData("https://evil.example/account")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/account/../../evil")]
    [InlineData("/sign-out")]
    [InlineData("/account/proof")]
    [InlineData("/account/proof?ReturnUrl=%2Faccount%2Fproof")]
    [InlineData("")]
    public async Task It_leads_to_pages_of_ours_only(string target)
    {
        var member = await Newcomer.MemberAsync(Site);
        Assert.Equal("/account", (await member.Visitor.GetAsync($"/account/proof?ReturnUrl={Uri.EscapeDataString(target)}")).Location);
        member.LoseFreshness();
        await member.Visitor.OpenAsync("/account/proof");
        var reply = await member.Visitor.SubmitAsync("/account/proof", ("Password", member.Person.Password), ("ReturnUrl", target));
        Assert.Equal("/account", reply.Location);
    }

    [Fact]
    public async Task Two_presses_of_the_button_leave_the_browser_signed_in_whichever_answer_it_takes()
    {
        var member = await Newcomer.MemberAsync(Site);
        member.LoseFreshness();
        await member.Visitor.OpenAsync("/account/password");
        var token = await member.Visitor.TokenAsync("/account/proof");
        var presses = Enumerable.Range(0, 2).Select(_ => member.Visitor.Copy()).ToList();
        var replies = await Task.WhenAll(presses.Select(press => press.PostAsync(
            "/account/proof", ("Password", member.Person.Password), ("ReturnUrl", "/account/password"), ("__RequestVerificationToken", token))));
        Assert.Contains(replies, reply => reply.Location == "/account/password");
        for (var i = 0; i < replies.Length; i++)
            if (replies[i].Location == "/account/password")
                Assert.Equal("/account/password", (await presses[i].OpenAsync("/account/password")).Path);
        Assert.Single(await member.ActsAsync(), act => act == AuditAct.FreshProofGiven);
    }

    private static string? Lead(Reply page) => page.Document.QuerySelector("main .sm-lead")?.TextContent.Trim();
}

/// <inheritdoc/>
public sealed class ProofTestsOnSqlite(SqliteSite shared) : ProofTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class ProofTestsOnPostgres(PostgresSite shared) : ProofTests(shared), IClassFixture<PostgresSite>;
