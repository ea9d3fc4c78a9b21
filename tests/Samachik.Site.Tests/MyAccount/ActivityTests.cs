using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>What happened is told in plain words, and can be disavowed.</summary>
public abstract class ActivityTests(SharedSite shared)
{
    private const string Items = ".sm-timeline__item", NotMe = "form[action='/account/activity?handler=NotMe']";

    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task Every_act_has_its_sentence(string language)
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.ReadAsync(language);
        await AddAsync(member, [.. Enum.GetValues<AuditAct>()]);
        var shown = new List<string>();
        for (var page = await member.Visitor.OpenAsync("/account/activity"); ;)
        {
            shown.AddRange(page.Document.QuerySelectorAll($"{Items} > p:first-child").Select(item => item.TextContent));
            if (page.Document.QuerySelector("a[href^='/account/activity?before=']")?.GetAttribute("href") is not { } older) break;
            page = await member.Visitor.OpenAsync(older);
        }

        foreach (var act in Enum.GetValues<AuditAct>()) Assert.Contains(SiteTexts.Of<MyAccountTexts>(Site, language, $"AuditAct.{act}"), shown);
    }

    [Fact]
    public async Task Pages_are_of_25_newest_first_and_show_nobody_elses_acts()
    {
        var member = await Newcomer.MemberAsync(Site);
        var other = await Newcomer.MemberAsync(Site);
        await AddAsync(member, [.. Enumerable.Repeat(AuditAct.SignInFailed, 30)]);
        await AddAsync(other, [AuditAct.NameChanged]);
        var page = await member.Visitor.OpenAsync("/account/activity");
        Assert.Equal(25, page.Document.QuerySelectorAll(Items).Length);
        var older = page.Document.QuerySelector("a[href^='/account/activity?before=']")?.GetAttribute("href") ?? "";
        var second = await member.Visitor.OpenAsync(older);
        Assert.Equal((await member.ActsAsync()).Count - 25, second.Document.QuerySelectorAll(Items).Length);
        Assert.DoesNotContain(SiteTexts.Of<MyAccountTexts>(Site, "th", "AuditAct.NameChanged"), page.Body + second.Body, StringComparison.Ordinal);
        Assert.Contains("น.", page.Document.QuerySelector($"{Items} .sm-quiet")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_me_ends_everything_else_calls_off_what_waits_and_leads_to_another_password()
    {
        var member = await Newcomer.MemberAsync(Site);
        var thief = await member.ElsewhereAsync();
        await member.RememberAsync();
        var (id, now) = (await member.IdAsync(), Site.Clock.GetUtcNow());
        await AddAsync(member, [AuditAct.SignedIn]);
        await Site.LookAsync(db =>
        {
            db.PendingPhoneChanges.Add(new PendingPhoneChangeRow
            {
                MemberId = id, PhoneCipher = [], PhoneHash = [], ProvenAt = now, TakesEffectAt = now.AddDays(1),
            });
            db.RecoveryWaits.Add(new RecoveryWaitRow { MemberId = id, AskedAt = now, ReadyAt = now.AddDays(1), EndsAt = now.AddDays(2) });
            return db.SaveChangesAsync();
        });
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await member.Visitor.OpenAsync("/account/activity");
        var reply = await member.Visitor.SubmitAndFollowAsync("/account/activity?handler=NotMe");
        Assert.Equal("/account/password", reply.Path);
        Assert.NotNull(reply.Document.GetElementById("disavowed"));

        Assert.False(await thief.IsSignedInAsync());
        Assert.True(await member.Visitor.IsSignedInAsync());
        Assert.NotNull(member.Visitor.Page?.Document.GetElementById("warning-disavowed"));
        Assert.False(await Site.LookAsync(db => db.KnownBrowsers.AnyAsync(row => row.MemberId == id)));
        Assert.False(await Site.LookAsync(db => db.PendingPhoneChanges.AnyAsync(row => row.MemberId == id)));
        Assert.False(await Site.LookAsync(db => db.RecoveryWaits.AnyAsync(row => row.MemberId == id)));
        var entry = await Site.LookAsync(db => db.AuditEntries.AsNoTracking().Where(row => row.MemberId == id).OrderBy(row => row.Id).LastAsync());
        Assert.Equal((AuditAct.Disavowed, "SignedIn"), (entry.Act, entry.Detail));

        // A new password settles it.
        await member.Visitor.OpenAsync("/account/password");
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await member.Visitor.SubmitAsync("/account/password", ("Password", "Zebra7Kite8Moon"), ("ConfirmPassword", "Zebra7Kite8Moon"));
        Assert.Null((await member.Visitor.OpenAsync("/account")).Document.GetElementById("warning-disavowed"));
    }

    [Fact]
    public async Task What_is_another_members_or_cannot_be_disavowed_is_not_found()
    {
        var member = await Newcomer.MemberAsync(Site);
        var victim = await Newcomer.MemberAsync(Site);
        var victimSession = await victim.ElsewhereAsync();
        await AddAsync(victim, [AuditAct.SignedIn]);
        await AddAsync(member, [AuditAct.SignInFailed, AuditAct.SignedIn]);
        var (id, other) = (await member.IdAsync(), await victim.IdAsync());
        var theirs = await Site.LookAsync(db => db.AuditEntries.Where(row => row.MemberId == other && row.Act == AuditAct.SignedIn).MaxAsync(row => row.Id));
        var failed = await Site.LookAsync(db => db.AuditEntries.Where(row => row.MemberId == id && row.Act == AuditAct.SignInFailed).MaxAsync(row => row.Id));
        foreach (var entry in (string?[])[$"{theirs}", $"{failed}", "0", "x", null])
        {
            await member.Visitor.OpenAsync("/account/activity");
            var reply = await member.Visitor.SubmitAsync("/account/activity?handler=NotMe", ("Id", entry));
            Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        }

        Assert.True(await victimSession.IsSignedInAsync());
        Assert.DoesNotContain(AuditAct.Disavowed, await member.ActsAsync());
        Assert.DoesNotContain(AuditAct.Disavowed, await victim.ActsAsync());
    }

    [Fact]
    public async Task After_ten_days_an_act_can_no_longer_be_disavowed_here()
    {
        var member = await Newcomer.MemberAsync(Site);
        await AddAsync(member, [AuditAct.PhoneChanged]);
        Assert.NotEmpty((await member.Visitor.OpenAsync("/account/activity")).Document.QuerySelectorAll(NotMe));
        Site.Clock.AdjustTime(Site.Clock.GetUtcNow().AddDays(10));
        var again = new Newcomer(Site, member.Person, await member.ElsewhereAsync());
        Assert.Empty((await again.Visitor.OpenAsync("/account/activity")).Document.QuerySelectorAll(NotMe));
    }

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task Who_looked_is_told_or_that_nobody_has(string language)
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.ReadAsync(language);
        Assert.NotNull((await member.Visitor.OpenAsync("/account/who-looked")).Document.GetElementById("nobody"));
        await AddAsync(member, [AuditAct.DataLookedAt, AuditAct.NameChanged]);
        var page = await member.Visitor.OpenAsync("/account/who-looked");
        Assert.Null(page.Document.GetElementById("nobody"));
        var look = Assert.Single(page.Document.QuerySelectorAll(Items)).TextContent;
        Assert.Contains(SiteTexts.Of<MyAccountTexts>(Site, language, "AuditAct.DataLookedAt"), look, StringComparison.Ordinal);
        Assert.Contains("case 1234", look, StringComparison.Ordinal);
    }

    private async Task AddAsync(Newcomer member, AuditAct[] acts)
    {
        var (id, now) = (await member.IdAsync(), Site.Clock.GetUtcNow());
        await Site.LookAsync(db =>
        {
            foreach (var act in acts)
                Site.Service<AuditTrail>().Add(
                    db, act, id, [], now, act == AuditAct.DataLookedAt ? AuditActor.Officer : AuditActor.Member,
                    detail: act == AuditAct.DataLookedAt ? "case 1234" : null);
            return db.SaveChangesAsync();
        });
    }
}

/// <inheritdoc/>
public sealed class ActivityTestsOnSqlite(SqliteSite shared) : ActivityTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class ActivityTestsOnPostgres(PostgresSite shared) : ActivityTests(shared), IClassFixture<PostgresSite>;
