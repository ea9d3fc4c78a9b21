using System.Globalization;
using System.Net;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignIn;

/// <summary>Every page of somebody signed in says until when, and a button puts that off.</summary>
public abstract class StayTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_page_says_in_plain_words_until_when_the_session_lasts()
    {
        var member = await Newcomer.MemberAsync(Site);
        var page = await member.Visitor.OpenAsync("/privacy");
        var ends = Site.Clock.GetUtcNow() + TimeSpan.FromMinutes(30);
        Assert.Equal(1800, SecondsLeft(page));
        Assert.Contains(BangkokTime.Clock(ends), page.Document.GetElementById("session-ends")?.TextContent, StringComparison.Ordinal);
        Assert.True(page.Document.GetElementById("session-warning") is { } warning && !warning.HasAttribute("open"));
        Assert.NotNull(page.Document.QuerySelector("header a[href='/account']"));
        Assert.Null(page.Document.QuerySelector("header a[href='/sign-in']"));
        Assert.NotNull(page.Document.QuerySelector("script[src*='/member-']"));
        Site.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1770, SecondsLeft(await member.Visitor.OpenAsync("/privacy")));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_nothing_of_it()
    {
        var page = await Site.NewVisitor().OpenAsync("/");
        Assert.Null(page.Document.GetElementById("session-ends"));
        Assert.Null(page.Document.GetElementById("session-warning"));
        Assert.Null(page.Document.QuerySelector("script[src*='/member-'], a[href='/account']"));
        Assert.NotNull(page.Document.QuerySelector("header a[href='/sign-in']"));
        Assert.NotNull(page.Document.QuerySelector("main a[href='/sign-in']"));
    }

    [Fact]
    public async Task The_button_keeps_the_session_and_leads_back_to_the_page()
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.OpenAsync("/conduct?version=1.0");
        Site.Clock.Advance(TimeSpan.FromMinutes(29));
        var reply = await member.Visitor.SubmitAsync("/account/stay");
        Assert.Equal((HttpStatusCode.Found, "/conduct?version=1.0"), (reply.Status, reply.Location));
        Site.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(1800, SecondsLeft(await member.Visitor.OpenAsync("/conduct")));
    }

    [Fact]
    public async Task A_script_hears_until_when_it_lasts_now()
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.OpenAsync("/privacy");
        Site.Clock.Advance(TimeSpan.FromMinutes(28));
        var visitor = AsScript(member.Visitor);
        var reply = await visitor.PostAsync("/account/stay", ("__RequestVerificationToken", await member.Visitor.TokenAsync("/account/stay")));
        Assert.Equal(HttpStatusCode.NoContent, reply.Status);
        Assert.Equal("1800", reply.Headers["Session-Seconds-Left"]);
        Assert.Equal(BangkokTime.Clock(Site.Clock.GetUtcNow() + TimeSpan.FromMinutes(30)), reply.Headers["Session-Until"]);
    }

    [Fact]
    public async Task Twelve_hours_are_the_end_however_often_it_is_pressed()
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.OpenAsync("/privacy");
        for (var passed = 0; passed < 11 * 60 + 40; passed += 20)
        {
            Site.Clock.Leap(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.Found, (await member.Visitor.SubmitAsync("/account/stay")).Status);
            await member.Visitor.OpenAsync("/privacy");
        }

        Assert.Equal(20 * 60, SecondsLeft(await member.Visitor.OpenAsync("/privacy")));
        Site.Clock.Advance(TimeSpan.FromMinutes(20));
        var reply = await member.Visitor.SubmitAsync("/account/stay");
        Assert.Contains("/sign-in", reply.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_over_cannot_be_kept()
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.OpenAsync("/privacy");
        var token = await member.Visitor.TokenAsync("/account/stay");
        Site.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await AsScript(member.Visitor).PostAsync("/account/stay", ("__RequestVerificationToken", token))).Status);
        var reply = await member.Visitor.PostAsync("/account/stay", ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.Found, reply.Status);
        Assert.Contains("/sign-in", reply.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_a_link_nor_another_site_keeps_it()
    {
        var member = await Newcomer.MemberAsync(Site);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await member.Visitor.GetAsync("/account/stay")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await member.Visitor.PostAsync("/account/stay")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/account/stay")]
    [InlineData("/nowhere")]
    public async Task It_leads_to_pages_of_ours_only(string returnUrl)
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.OpenAsync("/privacy");
        Assert.Equal("/", (await member.Visitor.SubmitAsync("/account/stay", ("ReturnUrl", returnUrl))).Location);
    }

    [Fact]
    public async Task An_error_page_asks_nobody_who_is_signed_in()
    {
        var member = await Newcomer.MemberAsync(Site);
        var page = await member.Visitor.OpenAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Null(page.Document.GetElementById("session-ends"));
        Assert.Null(page.Document.QuerySelector("script[src*='/member-'], header a[href='/account'], header a[href='/sign-in']"));
    }

    private static Visitor AsScript(Visitor visitor)
    {
        var script = visitor.Copy();
        script.Headers["X-Requested-With"] = "XMLHttpRequest";
        return script;
    }

    private static int SecondsLeft(Reply page) => int.Parse(
        page.Document.GetElementById("session-ends")?.GetAttribute("data-seconds-left") ?? "", CultureInfo.InvariantCulture);
}

/// <inheritdoc/>
public sealed class StayTestsOnSqlite(SqliteSite shared) : StayTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class StayTestsOnPostgres(PostgresSite shared) : StayTests(shared), IClassFixture<PostgresSite>;
