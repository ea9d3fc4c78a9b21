using System.Net;

namespace Samachik.Site.Tests.Language;

/// <summary>Thai for everybody until they choose otherwise; and the way back from the choice leads to a page of ours.</summary>
public abstract class LanguageTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    /// <summary>Addresses that lead elsewhere, or only look like one of ours.</summary>
    public static TheoryData<string> Foreign { get; } = new(
        "", " ", "//evil.example", "/\\evil.example", "\\/evil.example", "\\\\evil.example", "///evil.example", "https:evil.example",
        "https://evil.example/", "http:/evil.example", "HTTPS://localhost.evil.example/privacy", "/%09/evil.example", "/\t/evil.example",
        "/%2f%2fevil.example", "/%2F/evil.example", "/%5cevil.example", "/@evil.example", "@evil.example", "javascript:alert(1)",
        "JaVaScRiPt://%0aalert(1)", "data:text/html,x", "//evil.example/privacy", "/privacy@evil.example", "/privacy//evil.example",
        "/privacy/../..//evil.example", "/..//evil.example", "/.evil.example", "~/privacy", "~//evil.example", "privacy", "#", "?x=//evil.example",
        "/\r\nLocation: https://evil.example", "/\u2028/evil.example", "/﹨evil.example", "／evil.example", "//localhost:80@evil.example",
        "/sign-out", "/language", "/errors/500", "/dev/../sign-out", "/nowhere", "/sign-up/phone-code%00");

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_return_address_that_is_no_page_of_ours_leads_home(string address)
    {
        foreach (var asked in (string[])[address, "/" + new string('a', 300), address + new string('/', 5_000)])
        {
            var visitor = Site.NewVisitor();
            await visitor.OpenAsync("/");
            var reply = await visitor.SubmitAsync("/language", ("Culture", "en"), ("ReturnUrl", asked));
            Assert.Equal((HttpStatusCode.Found, "/"), (reply.Status, reply.Location));
        }
    }

    [Theory]
    [InlineData("/privacy", "/privacy")]
    [InlineData("/privacy?version=1.0", "/privacy?version=1.0")]
    [InlineData("/privacy?version=1.0&next=//evil.example", "/privacy?version=1.0")]
    [InlineData("/privacy?version=%0d%0aX:y", "/privacy?version=%0D%0AX%3Ay")]
    [InlineData("/conduct?next=https://evil.example#//evil.example", "/conduct")]
    [InlineData("/sign-up/agreement?expired=true", "/sign-up/agreement")]
    [InlineData("/sign-up/phone-code?handler=Resend", "/sign-up/phone-code")]
    [InlineData("/sign-in?ReturnUrl=%2Faccount%2Fphone&next=//evil.example", "/sign-in?ReturnUrl=%2Faccount%2Fphone")]
    [InlineData("/sign-in?ReturnUrl=https://evil.example", "/sign-in")]
    [InlineData("/sign-in?ReturnUrl=//evil.example&ReturnUrl=/account", "/sign-in")]
    [InlineData("/sign-in?ReturnUrl=%2Fsign-in%3FReturnUrl%3D%2F%2Fevil.example", "/sign-in?ReturnUrl=%2Fsign-in")]
    [InlineData("/nowhere?ReturnUrl=/account", "/")]
    [InlineData("/contact", "/contact")]
    [InlineData("/", "/")]
    public async Task A_page_of_ours_is_gone_back_to_with_no_more_than_its_version_and_where_it_leads(string asked, string location)
    {
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/");
        var reply = await visitor.SubmitAsync("/language", ("Culture", "en"), ("ReturnUrl", asked));
        Assert.Equal((HttpStatusCode.Found, location), (reply.Status, reply.Location));
    }

    [Fact]
    public async Task Of_two_return_addresses_neither_leads_astray()
    {
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/");
        var token = await visitor.TokenAsync("/language");
        foreach (var (one, other) in new[] { ("/privacy", "//evil.example"), ("//evil.example", "/privacy") })
        {
            var reply = await visitor.PostAsync(
                "/language", ("Culture", "en"), ("ReturnUrl", one), ("ReturnUrl", other), ("__RequestVerificationToken", token));
            Assert.Contains(reply.Location, (string[])["/", "/privacy"]);
        }
    }

    [Theory]
    [InlineData("en-US,en;q=0.9")]
    [InlineData("de")]
    [InlineData("*")]
    [InlineData("th-TH")]
    [InlineData("x")]
    public async Task Thai_is_the_language_whatever_the_browser_prefers(string preferred)
    {
        var visitor = Site.NewVisitor();
        visitor.Headers["Accept-Language"] = preferred;
        foreach (var path in (string[])["/", "/sign-up/agreement", "/privacy", "/nowhere"])
            Assert.Equal("th", Language(await visitor.GetAsync(path + "?culture=en&ui-culture=en")));
    }

    [Fact]
    public async Task A_choice_holds_on_every_page_and_can_be_taken_back()
    {
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/contact");
        Assert.Equal("en", Language(await visitor.ReadAsync("en")));
        Assert.Equal("/contact", visitor.Page?.Path);
        foreach (var path in (string[])["/", "/sign-up", "/privacy", "/conduct", "/accessibility", "/recovery", "/nowhere"])
        {
            var page = await visitor.OpenAsync(path);
            Assert.Equal("en", Language(page));
            Assert.DoesNotMatch("[ก-๎]{3}", page.Document.QuerySelector("h1")?.TextContent);
        }

        await visitor.OpenAsync("/");
        Assert.Equal("th", Language(await visitor.ReadAsync("th")));
    }

    [Theory]
    [InlineData("fr", "th")]
    [InlineData("", "th")]
    [InlineData("EN", "th")]
    [InlineData("en|uic=x; path=/evil", "th")]
    [InlineData("en", "en")]
    public async Task A_language_that_we_do_not_have_is_Thai(string culture, string shown)
    {
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/");
        Assert.Equal(shown, Language(await visitor.ReadAsync(culture)));
    }

    [Fact]
    public async Task The_switch_keeps_the_sign_up_going()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var page = await newcomer.Visitor.ReadAsync("en");
        Assert.Equal(("/sign-up/phone-code", "en"), (page.Path, Language(page)));
        Assert.NotNull(page.Reference);
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
        Assert.Single(await Site.InboxAsync(newcomer.Person.Phone));
    }

    private static string? Language(Reply page) => page.Document.DocumentElement.GetAttribute("lang");
}

/// <inheritdoc/>
public sealed class LanguageTestsOnSqlite(SqliteSite shared) : LanguageTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class LanguageTestsOnPostgres(PostgresSite shared) : LanguageTests(shared), IClassFixture<PostgresSite>;
