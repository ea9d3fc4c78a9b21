using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.SignIn;

/// <summary>What a sign-in is told that finds the hashing gate full: the first one by the page itself, the others by a copy of it.</summary>
public sealed partial class BusySignInTests
{
    [Theory]
    [InlineData("th", null)]
    [InlineData("en", "/account/phone")]
    public async Task The_copy_is_the_page_filled_with_what_was_sent(string language, string? returnUrl)
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, FullGate.Smallest);
        var (member, other) = (await Member.NewAsync(site), await Member.NewAsync(site));
        foreach (var one in (Member[])[member, other])
        {
            await one.Visitor.GetAsync("/sign-in");
            await one.Visitor.ReadAsync(language);
        }

        await using var gate = FullGate.Of(site);

        var made = await other.GiveCredentialsAsync(returnUrl: returnUrl);
        var copied = await member.GiveCredentialsAsync(returnUrl: "/account/\"><script>");
        await other.Visitor.GetAsync(returnUrl is null ? "/sign-in" : $"/sign-in?ReturnUrl={returnUrl}");
        var sent = await other.Visitor.TokenAsync("/sign-in");
        var again = await other.Visitor.SubmitAsync("/sign-in", ("NationalId", other.Person.NationalId), ("Password", other.Person.Password));
        foreach (var reply in (Reply[])[made, copied, again])
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
            Assert.Equal("5", reply.Headers["Retry-After"]);
            Assert.Equal("no-store", reply.Headers["Cache-Control"]);
            Assert.Equal("text/html; charset=utf-8", reply.Headers["Content-Type"]);
            Assert.NotNull(reply.Document.GetElementById("busy-title"));
        }

        Assert.Equal(Plain(made), Plain(again));
        Assert.Equal(sent, Token(again));
        Assert.Equal(Grouped(other), made.Shown("NationalId"));
        Assert.Equal(Grouped(member), copied.Shown("NationalId"));
        Assert.DoesNotContain(Grouped(other), copied.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", copied.Body[copied.Body.IndexOf("<form", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain(member.Person.Password, copied.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_copy_sends_back_signs_in_as_soon_as_there_is_a_place()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, FullGate.Smallest);
        var (first, member) = (await Member.NewAsync(site), await Member.NewAsync(site));
        await using var gate = FullGate.Of(site);
        await first.GiveCredentialsAsync();
        await member.GiveCredentialsAsync();
        await gate.OpenAsync();
        var reply = await member.Visitor.SubmitAsync("/sign-in", ("Password", member.Person.Password));
        Assert.Equal("/sign-in/code", reply.Location);
        Assert.NotNull(await member.CodeAsync());
    }

    [Fact]
    public async Task Nothing_is_asked_of_the_database_and_no_try_is_counted()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, [.. FullGate.Smallest, ("SignIn:FreeTries", "1")]);
        var member = await Member.NewAsync(site);
        await using (FullGate.Of(site))
        {
            for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.ServiceUnavailable, (await member.GiveCredentialsAsync("notTheRightOne1")).Status);
            Assert.Equal(0, await site.LookAsync(db => db.SignInAttempts.CountAsync()));
        }

        await member.SignInAsync();
        Assert.True(await member.IsSignedInAsync());
    }

    [Fact]
    public async Task Who_is_signed_in_or_sent_nothing_that_could_be_looked_at_gets_the_page_s_own_answer()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, FullGate.Smallest);
        var (member, other) = (await Member.SignedInAsync(site), await Member.NewAsync(site));
        await using var gate = FullGate.Of(site);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await other.GiveCredentialsAsync()).Status);
        Assert.Equal("Password", Assert.Single((await other.Visitor.SubmitAsync("/sign-in", ("Password", null))).FieldsInError));
        Assert.Equal("NationalId", Assert.Single((await other.Visitor.SubmitAsync("/sign-in", ("NationalId", "123"), ("Password", "Zq7Wm4Xv9"))).FieldsInError));
        Assert.Equal("/account", (await member.Visitor.PostAsync("/sign-in", ("NationalId", member.Person.NationalId), ("Password", "Zq7Wm4Xv9"))).Location);
        var stranger = site.NewVisitor();
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.PostAsync("/sign-in", ("NationalId", member.Person.NationalId), ("Password", "Zq7Wm4Xv9"))).Status);
    }

    // As the page shows it.
    private static string Grouped(Member member) =>
        Rules.People.NationalId.TryParse(member.Person.NationalId, false, out var id, out _) ? id.Grouped : "";

    private static string Plain(Reply reply) => Secrets().Replace(reply.Body, "");

    private static string? Token(Reply reply) => reply.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");

    [GeneratedRegex("(?<=name=\"(__RequestVerificationToken|FormStamp)\"[^>]* value=\")[^\"]*")]
    private static partial Regex Secrets();
}
