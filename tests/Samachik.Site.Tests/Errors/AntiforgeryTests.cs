using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Tests.MyAccount;
using Samachik.Site.Tests.Recovery;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Errors;

/// <summary>No post counts that does not come from a page this browser was shown.</summary>
public abstract class AntiforgeryTests(SharedSite shared)
{
    private static readonly string[] Posts =
    [
        "/sign-up/agreement", "/sign-up/details", "/sign-up/phone-code", "/sign-up/phone-code?handler=Resend",
        "/sign-up/registered?handler=StartAgain", "/language", "/sign-out",
        "/sign-in", "/sign-in/code", "/sign-in/code?handler=Resend", "/recovery", "/recovery/code", "/recovery/email-code",
        "/recovery/new-password", "/recovery/help", "/not-me/no-such-word",
    ];

    private static readonly string[] PostsOfMembers =
    [
        "/account/password", "/account/phone", "/account/phone?handler=Cancel", "/account/email", "/account/email?handler=Remove",
        "/account/name", "/account/proof", "/account/sessions?handler=EndOthers", "/account/sessions?handler=ForgetAll",
        "/account/activity?handler=NotMe", "/account/data?handler=Download", "/account/close", "/account/close?handler=TakeBack",
        "/account/stay", "/sign-out",
    ];

    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("none")]
    [InlineData("empty")]
    [InlineData("forged")]
    [InlineData("of another browser")]
    [InlineData("without its cookie")]
    public async Task A_post_without_this_browsers_own_token_does_nothing(string token)
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var code = await newcomer.CodeAsync();
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        var value = token switch
        {
            "none" => null,
            "empty" => "",
            "forged" => "CfDJ8" + new string('A', 150),
            "of another browser" => await (await Newcomer.AtCodeAsync(Site)).Visitor.TokenAsync("/sign-up/phone-code"),
            _ => await newcomer.Visitor.TokenAsync("/sign-up/phone-code"),
        };
        if (token == "without its cookie") newcomer.Visitor.Cookies.Remove("samachik-form");
        var before = await CountAsync();
        foreach (var path in Posts)
        {
            var reply = await newcomer.Visitor.PostAsync(
                path, [("Code", code), ("AcceptPrivacy", "true"), ("AcceptConduct", "true"), ("Culture", "en"), .. Person.New().Fields,
                    ("__RequestVerificationToken", value)]);
            Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
            Assert.Equal("th", reply.Document.DocumentElement.GetAttribute("lang"));
            Assert.Equal(SiteTexts.Of<ErrorTexts>(Site, "th", "400.Heading"), reply.Document.QuerySelector("h1")?.TextContent);
        }

        Assert.Equal(before, await CountAsync());
        Assert.DoesNotContain("samachik-session", newcomer.Visitor.Cookies.Keys);
        Assert.Equal("/sign-up/phone-code", (await newcomer.Visitor.OpenAsync("/sign-up")).Path);
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(code)).Path);
    }

    [Fact]
    public async Task A_members_post_without_their_own_token_does_nothing()
    {
        var member = await Newcomer.MemberAsync(Site);
        var foreign = await (await Newcomer.MemberAsync(Site)).Visitor.TokenAsync("/account/password");
        var before = await Site.AccountAsync(member.Person);
        var written = await Site.LookAsync(db => db.AuditEntries.CountAsync());
        foreach (var path in PostsOfMembers)
            foreach (var value in new[] { null, foreign })
            {
                var reply = await member.Visitor.PostAsync(
                    path, ("Password", "khanun58Thong"), ("ConfirmPassword", "khanun58Thong"), ("Phone", Person.New().Phone),
                    ("Email", "manee@example.org"), ("FirstName", "มานะ"), ("LastName", "ใจดี"), ("CloseAccount", "true"),
                    ("__RequestVerificationToken", value));
                Assert.True(reply.Status == HttpStatusCode.BadRequest, $"{path}: {reply.Status}");
            }

        var after = await Site.AccountAsync(member.Person);
        Assert.Equal(before.Version, after.Version);
        Assert.Equal(written, await Site.LookAsync(db => db.AuditEntries.CountAsync()));
        Assert.Equal("/account", (await member.Visitor.OpenAsync("/account")).Path);
    }

    [Theory]
    [InlineData("of the member before, on the same browser")]
    [InlineData("of nobody, on the same browser")]
    [InlineData("of the same member, on another browser")]
    public async Task A_token_that_is_not_of_this_member_on_this_browser_does_nothing(string token)
    {
        var member = await Newcomer.MemberAsync(Site);
        var elsewhere = await member.ElsewhereAsync();
        var (browser, value) = (member.Visitor, await (token.EndsWith("another browser", StringComparison.Ordinal) ? elsewhere : member.Visitor)
            .TokenAsync("/account/password"));
        if (token.EndsWith("the same browser", StringComparison.Ordinal))
        {
            await browser.OpenAsync("/");
            Assert.Equal("/", (await browser.SubmitAsync("/sign-out")).Location);
            await browser.OpenAsync("/");
            if (token.StartsWith("of nobody", StringComparison.Ordinal)) value = await browser.TokenAsync("/language");
            browser.Cookies[MemberAtHome.SessionCookie] =
                (await (await Newcomer.MemberAsync(Site)).ElsewhereAsync()).Cookies[MemberAtHome.SessionCookie];
        }

        Assert.Equal("/account", (await browser.OpenAsync("/account")).Path);
        var reply = await browser.PostAsync(
            "/account/password", ("Password", "khanun58Thong"), ("ConfirmPassword", "khanun58Thong"), ("__RequestVerificationToken", value));
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        var own = await browser.PostAsync(
            "/account/password", ("Password", "khanun58Thong"), ("ConfirmPassword", "khanun58Thong"),
            ("__RequestVerificationToken", await browser.TokenAsync("/account/password")));
        Assert.Equal("/account?done=password", own.Location);
    }

    [Fact]
    public async Task The_page_about_it_is_in_the_readers_language()
    {
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/");
        await visitor.ReadAsync("en");
        var reply = await visitor.PostAsync("/sign-up/agreement", ("AcceptPrivacy", "true"));
        Assert.Equal((HttpStatusCode.BadRequest, "en"), (reply.Status, reply.Document.DocumentElement.GetAttribute("lang")));
        Assert.Equal(SiteTexts.Of<ErrorTexts>(Site, "en", "400.Heading"), reply.Document.QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task A_token_in_a_header_or_address_is_as_good_as_none_without_its_cookie()
    {
        var other = Site.NewVisitor();
        var token = await other.TokenAsync("/sign-up/agreement");
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/sign-up/agreement");
        visitor.Headers["RequestVerificationToken"] = token;
        var reply = await visitor.PostAsync($"/sign-up/agreement?__RequestVerificationToken={Uri.EscapeDataString(token)}");
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
    }

    private Task<(int, int, int, int, int)> CountAsync() => Site.LookAsync(async db => (
        await db.Members.CountAsync(), await db.SignUpJourneys.CountAsync(), await db.CodeChallenges.CountAsync(),
        await db.MemberJourneys.CountAsync() + await db.HelpRequests.CountAsync(),
        await db.SignUpJourneys.SumAsync(row => row.WrongTries)));
}

/// <inheritdoc/>
public sealed class AntiforgeryTestsOnSqlite(SqliteSite shared) : AntiforgeryTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class AntiforgeryTestsOnPostgres(PostgresSite shared) : AntiforgeryTests(shared), IClassFixture<PostgresSite>;
