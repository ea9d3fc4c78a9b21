using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.SignUp;

/// <summary>Steps cannot be skipped, nor done again once the journey has ended; going back is safe.</summary>
public abstract class StepTests(SharedSite shared)
{
    private static readonly string[] Steps = ["agreement", "details", "phone-code", "registered", "done"];

    private TestSite Site => shared.Site;

    [Theory]
    [InlineData(null, "agreement", new[] { "agreement" })]
    [InlineData("agreement", "details", new[] { "agreement", "details" })]
    [InlineData("details", "phone-code", new[] { "agreement", "details", "phone-code" })]
    [InlineData("phone-code", "done", new[] { "done" })]
    [InlineData("registered", "registered", new[] { "registered" })]
    public async Task A_step_out_of_turn_leads_to_the_furthest_allowed(string? passed, string furthest, string[] allowed)
    {
        var newcomer = passed switch
        {
            null => new Newcomer(Site),
            "agreement" => await Newcomer.AtDetailsAsync(Site),
            "details" => await Newcomer.AtCodeAsync(Site),
            "phone-code" => await Newcomer.MemberAsync(Site),
            _ => await RegisteredAsync(),
        };
        Assert.Equal($"/sign-up/{furthest}", (await newcomer.Visitor.OpenAsync("/sign-up")).Path);
        foreach (var step in Steps)
        {
            var reply = await newcomer.Visitor.GetAsync($"/sign-up/{step}");
            if (allowed.Contains(step)) Assert.Equal(HttpStatusCode.OK, reply.Status);
            else Assert.Equal((HttpStatusCode.Found, $"/sign-up/{furthest}"), (reply.Status, reply.Location));
        }
    }

    [Fact]
    public async Task A_post_to_a_step_out_of_turn_does_nothing()
    {
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/sign-up/agreement");
        var token = await visitor.TokenAsync("/sign-up/agreement");
        (string, string?)[] everything =
            [.. Person.New().Fields, ("Code", "123456"), ("__RequestVerificationToken", token)];
        var before = await CountsAsync();
        foreach (var step in (string[])["details", "phone-code", "phone-code?handler=Resend", "registered?handler=StartAgain"])
        {
            var reply = await visitor.PostAsync($"/sign-up/{step}", everything);
            Assert.Equal((HttpStatusCode.Found, "/sign-up/agreement"), (reply.Status, reply.Location));
        }

        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task Back_and_refresh_send_no_SMS_and_lose_nothing()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var reference = newcomer.Visitor.Page?.Reference;
        foreach (var path in (string[])["phone-code", "details", "agreement", "details", "phone-code", "phone-code?handler=Resend"])
            Assert.Equal(HttpStatusCode.OK, (await newcomer.Visitor.GetAsync($"/sign-up/{path}")).Status);
        await newcomer.AgreeAsync();
        var page = await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
        Assert.Equal(reference, page.Reference);
        await newcomer.CodeAsync();
        Assert.Single(await Site.InboxAsync(newcomer.Person.Phone));
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task A_finished_sign_up_posted_again_changes_nothing_and_leads_to_its_end()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var code = await newcomer.CodeAsync();
        var stale = await newcomer.Visitor.TokenAsync("/sign-up/phone-code");
        await newcomer.TypeCodeAsync(code);
        var fresh = await newcomer.Visitor.TokenAsync("/sign-out");
        var before = await CountsAsync();
        var other = Person.New();
        foreach (var (path, fields) in new[]
        {
            ("/sign-up/phone-code", new (string, string?)[] { ("Code", code) }),
            ("/sign-up/phone-code?handler=Resend", []),
            ("/sign-up/details", other.Fields),
            ("/sign-up/agreement", [("AcceptPrivacy", "true"), ("AcceptConduct", "true")]),
        })
        {
            var reply = await newcomer.Visitor.PostAsync(path, [.. fields, ("__RequestVerificationToken", fresh)]);
            Assert.Equal((HttpStatusCode.Found, "/sign-up/done"), (reply.Status, reply.Location));

            // The token of a form from before the sign-in no longer holds; what it posts is left undone all the same.
            reply = await newcomer.Visitor.PostAsync(path, [.. fields, ("__RequestVerificationToken", stale)]);
            Assert.Equal((HttpStatusCode.Found, "/sign-up/done"), (reply.Status, reply.Location));
        }

        Assert.Equal(before, await CountsAsync());
        Assert.Empty(await Site.InboxAsync(other.Phone));
    }

    [Fact]
    public async Task A_code_page_of_one_browser_is_not_anothers()
    {
        var first = await Newcomer.AtCodeAsync(Site);
        var code = await first.CodeAsync();
        var second = await Newcomer.AtCodeAsync(Site);
        Assume.Differs(code, await second.CodeAsync());
        var page = await second.TypeCodeAsync(code);
        Assert.Equal("/sign-up/phone-code", page.Path);
        Assert.NotNull(page.ErrorOf("Code"));
        Assert.Equal("/sign-up/done", (await first.TypeCodeAsync(code)).Path);
    }

    private async Task<Newcomer> RegisteredAsync()
    {
        var member = await Newcomer.MemberAsync(Site);
        var newcomer = await Newcomer.AtCodeAsync(Site, member.Person with { Phone = Person.New().Phone });
        await newcomer.ProvePhoneAsync();
        return newcomer;
    }

    private Task<(int, int, int, int, int)> CountsAsync() => Site.LookAsync(async db => (
        await db.Members.CountAsync(), await db.MemberSessions.CountAsync(), await db.SignUpJourneys.CountAsync(),
        await db.CodeChallenges.CountAsync(), await db.Acceptances.CountAsync()));
}

/// <inheritdoc/>
public sealed class StepTestsOnSqlite(SqliteSite shared) : StepTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class StepTestsOnPostgres(PostgresSite shared) : StepTests(shared), IClassFixture<PostgresSite>;
