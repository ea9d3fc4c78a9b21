using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignIn;

/// <summary>What stands between both proofs and a session: a freeze, a suspension, a closing asked for, a new agreement.</summary>
public abstract class StandingTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    /// <summary>Browsers that are known, and not.</summary>
    public static TheoryData<bool> Browsers { get; } = new(false, true);

    [Theory]
    [MemberData(nameof(Browsers))]
    public async Task A_suspended_member_is_told_why_until_when_and_how_to_appeal(bool known)
    {
        var member = await AtBrowserAsync(known);
        var now = Site.Clock.GetUtcNow();
        await member.ChangeAsync(row => (row.SuspendedAt, row.SuspendedUntil, row.SuspensionRule) = (now, now + TimeSpan.FromDays(7), 4));
        var main = await MetAsync(member, "/sign-in/suspended");
        Assert.Contains(SiteTexts.Of<SignInTexts>(Site, "th", "Suspended.Rule", 4), main.TextContent, StringComparison.Ordinal);
        Assert.Contains(BangkokTime.Instant(now + TimeSpan.FromDays(7), Rules.Agreements.ReadingLanguage.Thai), main.TextContent, StringComparison.Ordinal);
        Assert.NotNull(main.QuerySelector("a[href='/conduct']"));
        Assert.NotNull(main.QuerySelector("a[href='tel:1506']"));
    }

    [Fact]
    public async Task A_suspension_without_end_and_for_another_reason_says_so_and_one_that_is_over_holds_nobody()
    {
        var member = await AtBrowserAsync(known: true);
        var now = Site.Clock.GetUtcNow();
        await member.ChangeAsync(row => row.SuspendedAt = now);
        var main = await MetAsync(member, "/sign-in/suspended");
        Assert.Contains(SiteTexts.Of<SignInTexts>(Site, "th", "Suspended.UntilLifted"), main.TextContent, StringComparison.Ordinal);
        Assert.Contains(SiteTexts.Of<SignInTexts>(Site, "th", "Suspended.OtherReason"), main.TextContent, StringComparison.Ordinal);
        await member.ChangeAsync(row => row.SuspendedUntil = now);
        Assert.Equal("/sign-in", (await member.Visitor.GetAsync("/sign-in/suspended")).Location);
        Assert.Equal("/account", (await member.GiveCredentialsAsync()).Location);
    }

    [Theory]
    [MemberData(nameof(Browsers))]
    public async Task A_frozen_account_leads_to_the_recovery(bool known)
    {
        var member = await AtBrowserAsync(known);
        await member.ChangeAsync(row => row.FrozenAt = Site.Clock.GetUtcNow());
        var main = await MetAsync(member, "/sign-in/frozen");
        Assert.NotNull(main.QuerySelector("a[href='/recovery']"));
        Assert.Equal("/sign-in/frozen", (await member.Visitor.GetAsync("/sign-in/code")).Location);
    }

    [Theory]
    [MemberData(nameof(Browsers))]
    public async Task An_account_about_to_close_can_be_taken_back(bool known)
    {
        var member = await AtBrowserAsync(known);
        var asked = Site.Clock.GetUtcNow();
        await member.ChangeAsync(row => row.ClosingAt = asked);
        var main = await MetAsync(member, "/sign-in/returning", "/contact");
        Assert.Contains(
            BangkokTime.Instant(asked + TimeSpan.FromDays(30), Rules.Agreements.ReadingLanguage.Thai), main.TextContent, StringComparison.Ordinal);
        var reply = await member.Visitor.SubmitAsync("/sign-in/returning");
        Assert.Equal("/contact", reply.Location);
        Assert.True(await member.IsSignedInAsync());
        var row = await member.RowAsync();
        Assert.Null(row.ClosingAt);
        Assert.Equal(1, await Site.LookAsync(db => db.AuditEntries.CountAsync(
            entry => entry.MemberId == row.Id && entry.Act == AuditAct.ClosingTakenBack)));
    }

    [Fact]
    public async Task An_account_left_to_close_stays_so_and_nobody_is_signed_in()
    {
        var member = await AtBrowserAsync(known: false);
        var asked = Site.Clock.GetUtcNow();
        await member.ChangeAsync(row => row.ClosingAt = asked);
        await MetAsync(member, "/sign-in/returning");
        Assert.Equal("/", (await member.Visitor.SubmitAsync("/sign-in/returning?handler=Leave")).Location);
        Assert.Equal("/sign-in", (await member.Visitor.GetAsync("/sign-in/returning")).Location);
        Assert.Equal(asked, (await member.RowAsync()).ClosingAt);
        Assert.False(await member.IsSignedInAsync());
    }

    [Fact]
    public async Task When_the_time_is_over_while_the_page_is_open_it_cannot_be_taken_back()
    {
        var member = await AtBrowserAsync(known: false);
        await member.ChangeAsync(row => row.ClosingAt = Site.Clock.GetUtcNow() - TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));
        await MetAsync(member, "/sign-in/returning");
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/sign-in?expired=true", (await member.Visitor.SubmitAsync("/sign-in/returning")).Location);
        Assert.NotNull((await member.GiveCredentialsAsync()).ErrorOf("NationalId"));
    }

    [Fact]
    public async Task What_cannot_be_mended_here_comes_before_what_can()
    {
        var member = await AtBrowserAsync(known: true);
        var now = Site.Clock.GetUtcNow();
        await OweAsync(member);
        await member.ChangeAsync(row => row.FrozenAt = row.SuspendedAt = row.ClosingAt = now);
        await MetAsync(member, "/sign-in/frozen");
        await member.ChangeAsync(row => row.FrozenAt = null);
        await MetAsync(member, "/sign-in/suspended");
        await member.ChangeAsync(row => row.SuspendedAt = null);
        await MetAsync(member, "/sign-in/returning");
        Assert.Equal("/sign-in/agreement", (await member.Visitor.SubmitAsync("/sign-in/returning")).Location);
        Assert.False(await member.IsSignedInAsync());
        await member.Visitor.OpenAsync("/sign-in/agreement");
        Assert.Equal("/account", (await AcceptAsync(member)).Location);
        Assert.True(await member.IsSignedInAsync());
    }

    [Fact]
    public async Task A_wish_to_be_remembered_is_kept_until_the_session_begins()
    {
        var member = await Member.NewAsync(Site);
        await OweAsync(member);
        Assert.Equal("/sign-in/agreement", (await member.GoThroughAsync(remember: true)).Location);
        Assert.DoesNotContain(Member.BrowserCookie, member.Visitor.Cookies.Keys);
        await member.Visitor.OpenAsync("/sign-in/agreement");
        await AcceptAsync(member);
        await member.SignOutAsync();
        Assert.Equal("/account", (await member.GiveCredentialsAsync()).Location);
    }

    internal static Task<Reply> AcceptAsync(Member member) => member.Visitor.SubmitAsync(
        "/sign-in/agreement", ("AcceptPrivacy", "true"), ("AcceptConduct", "true"));

    // As if both documents had come into force since.
    private async Task OweAsync(Member member)
    {
        var id = (await member.RowAsync()).Id;
        await Site.LookAsync(db => db.Acceptances.Where(row => row.MemberId == id).ExecuteDeleteAsync());
    }

    private async Task<Member> AtBrowserAsync(bool known)
    {
        if (!known) return await Member.NewAsync(Site);
        var member = await Member.SignedInAsync(Site, remember: true);
        await member.SignOutAsync();
        return member;
    }

    // Both proofs lead to the page, in both languages, and to no session.
    private async Task<AngleSharp.Dom.IElement> MetAsync(Member member, string path, string? returnUrl = null)
    {
        var sessions = (await member.SessionsAsync()).Count;
        Assert.Equal(path, (await member.GoThroughAsync(returnUrl: returnUrl)).Location);
        Assert.Equal(HttpStatusCode.OK, (await member.Visitor.GetAsync(path)).Status);
        var english = await member.Visitor.ReadAsync("en");
        Assert.Equal((path, "en"), (english.Path, english.Document.DocumentElement.GetAttribute("lang")));
        Assert.DoesNotMatch("[ก-๎]{3}", english.Document.QuerySelector("h1")?.TextContent);
        var main = (await member.Visitor.ReadAsync("th")).Document.QuerySelector("main");
        Assert.DoesNotContain(Member.SessionCookie, member.Visitor.Cookies.Keys);
        Assert.Equal(sessions, (await member.SessionsAsync()).Count);
        Assert.NotNull(main);
        return main;
    }
}

/// <inheritdoc/>
public sealed class StandingTestsOnSqlite(SqliteSite shared) : StandingTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class StandingTestsOnPostgres(PostgresSite shared) : StandingTests(shared), IClassFixture<PostgresSite>;
