using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Tests.Recovery;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.NotMe;

/// <summary>The link of a notice: it only shows, its button acts, once, for ten days, and without a sign-in.</summary>
public abstract class NotMeTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task Opening_it_shows_what_happened_and_does_nothing(string language)
    {
        var member = await Newcomer.MemberAsync(Site);
        var link = await Told.LinkOfAsync(Site, member.Person, AuditAct.PasswordChanged);
        var before = await Site.AccountAsync(member.Person);
        var stranger = Site.NewVisitor();
        await stranger.OpenAsync("/");
        if (language == "en") await stranger.ReadAsync("en");
        for (var i = 0; i < 3; i++)
        {
            var page = await stranger.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(SiteTexts.Of<NoticeTexts>(Site, language, "Happened.PasswordChanged"), page.Body, StringComparison.Ordinal);
            Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
            Assert.Equal("no-store", page.Headers["Cache-Control"]);
        }

        Assert.Equivalent(before, await Site.AccountAsync(member.Person));
        Assert.True(await member.Visitor.IsSignedInAsync());
    }

    [Theory]
    [InlineData(AuditAct.SignedIn)]
    [InlineData(AuditAct.PasswordDisabled)]
    [InlineData(AuditAct.PasswordChanged)]
    [InlineData(AuditAct.NameChanged)]
    [InlineData(AuditAct.Recovered)]
    [InlineData(AuditAct.ClosingAsked)]
    public async Task The_button_freezes_the_account_and_throws_everybody_out(AuditAct act)
    {
        var member = await Newcomer.MemberAsync(Site);
        await Site.KnowBrowserAsync(member.Person, member.Visitor);
        await Site.LookAsync(async db =>
        {
            var (id, now) = ((await Site.AccountAsync(member.Person)).Id, Site.Clock.GetUtcNow());
            db.RecoveryWaits.Add(new() { MemberId = id, AskedAt = now, ReadyAt = now.AddDays(1), EndsAt = now.AddDays(2) });
            db.PendingPhoneChanges.Add(new() { MemberId = id, PhoneCipher = [1], PhoneHash = [1], ProvenAt = now, TakesEffectAt = now.AddDays(1) });
            return await db.SaveChangesAsync();
        });
        var link = await Told.LinkOfAsync(
            Site, member.Person, act, (row, _) => row.ClosingAt = act == AuditAct.ClosingAsked ? Site.Clock.GetUtcNow() : null);
        var stranger = Site.NewVisitor();
        var page = await stranger.SubmitAndFollowAsync(link);
        Assert.Equal("/not-me/done", page.Path);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/recovery']"));

        var row = await Site.AccountAsync(member.Person);
        Assert.Equal(Site.Clock.GetUtcNow(), row.FrozenAt);
        Assert.Null(row.ClosingAt);
        Assert.False(await member.Visitor.IsSignedInAsync());
        Assert.Equal((0, 0, 0, 1), await Site.LookAsync(async db => (
            await db.KnownBrowsers.CountAsync(one => one.MemberId == row.Id), await db.RecoveryWaits.CountAsync(one => one.MemberId == row.Id),
            await db.PendingPhoneChanges.CountAsync(one => one.MemberId == row.Id),
            await db.AuditEntries.CountAsync(one => one.MemberId == row.Id && one.Act == AuditAct.Disavowed && one.Detail == act.ToString()))));
        Assert.Equal("/", (await Site.NewVisitor().OpenAsync("/not-me/done")).Path);
    }

    [Fact]
    public async Task It_works_for_ten_days_and_then_says_whom_to_call()
    {
        var member = await Newcomer.MemberAsync(Site);
        var link = await Told.LinkOfAsync(Site, member.Person, AuditAct.PasswordChanged);
        Site.Clock.Leap(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(1));
        var visitor = Site.NewVisitor();
        await visitor.GetAsync(link);
        var token = await visitor.TokenAsync(link);
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        Dead(await visitor.PostAsync(link, ("__RequestVerificationToken", token)));
        Dead(await visitor.GetAsync(link));
        Assert.Null((await Site.AccountAsync(member.Person)).FrozenAt);
    }

    [Fact]
    public async Task It_works_once()
    {
        var member = await Newcomer.MemberAsync(Site);
        var link = await Told.LinkOfAsync(Site, member.Person, AuditAct.PasswordChanged);
        var visitor = Site.NewVisitor();
        var token = await visitor.TokenAsync(link);
        await visitor.SubmitAndFollowAsync(link);
        var frozenAt = (await Site.AccountAsync(member.Person)).FrozenAt;
        await Site.ChangeAsync(member.Person, row => row.FrozenAt = null);
        Dead(await visitor.GetAsync(link));
        Assert.Equal("/not-me/done", (await visitor.PostAsync(link, ("__RequestVerificationToken", token))).Location);
        Assert.NotNull(frozenAt);
        Assert.Null((await Site.AccountAsync(member.Person)).FrozenAt);
    }

    [Theory]
    [InlineData("aaaabbbbccccdddd")]
    [InlineData("x")]
    [InlineData("ภาษาไทย")]
    public async Task A_word_that_is_none_gets_the_same_honest_page(string word) =>
        Dead(await Site.NewVisitor().GetAsync($"/not-me/{word}"));

    [Fact]
    public async Task Another_language_leads_home_and_repeats_the_word_nowhere()
    {
        var link = await Told.LinkOfAsync(Site, (await Newcomer.MemberAsync(Site)).Person, AuditAct.PasswordChanged);
        var visitor = Site.NewVisitor();
        await visitor.GetAsync(link);
        Assert.Equal("/", (await visitor.SubmitAsync("/language", ("Culture", "en"))).Location);
    }

    [Fact]
    [Trait("Category", "Race")]
    public async Task Of_twenty_at_once_one_undoes_it()
    {
        var member = await Newcomer.MemberAsync(Site);
        var link = await Told.LinkOfAsync(Site, member.Person, AuditAct.PasswordChanged);
        var ready = new List<(Visitor Visitor, string Token)>();
        for (var i = 0; i < 20; i++)
        {
            var visitor = Site.NewVisitor();
            ready.Add((visitor, await visitor.TokenAsync(link)));
        }

        var replies = await Task.WhenAll(ready.Select(one => one.Visitor.PostAsync(link, ("__RequestVerificationToken", one.Token))));
        Assert.All(replies, reply => Assert.Equal("/not-me/done", reply.Location));
        var id = (await Site.AccountAsync(member.Person)).Id;
        Assert.Equal(1, await Site.LookAsync(db => db.AuditEntries.CountAsync(entry => entry.MemberId == id && entry.Act == AuditAct.Disavowed)));
        Assert.Empty(Site.Log.Errors);
    }

    [Fact]
    public async Task Its_word_is_in_no_log_line_and_no_audit_entry()
    {
        var member = await Newcomer.MemberAsync(Site);
        var link = await Told.LinkOfAsync(Site, member.Person, AuditAct.PasswordChanged);
        await Site.NewVisitor().SubmitAndFollowAsync(link);
        var word = link["/not-me/".Length..];
        Assert.DoesNotContain(Site.Log.Lines, line => line.Contains(word, StringComparison.Ordinal));
        Assert.False(await Site.LookAsync(db => db.AuditEntries.AnyAsync(entry => entry.Detail != null && entry.Detail.Contains(word))));
    }

    private void Dead(Reply page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(SiteTexts.Of<NotMeTexts>(Site, "th", "DisavowVerdict.Dead"), page.Body, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='tel:1506']"));
        Assert.Null(page.Document.QuerySelector("main form"));
    }
}

/// <inheritdoc/>
public sealed class NotMeTestsOnSqlite(SqliteSite shared) : NotMeTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class NotMeTestsOnPostgres(PostgresSite shared) : NotMeTests(shared), IClassFixture<PostgresSite>;
