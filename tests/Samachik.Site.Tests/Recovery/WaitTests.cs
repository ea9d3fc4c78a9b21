using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Recovery;

/// <summary>The wait of a day, told everywhere, that anybody who reads the notice can call off.</summary>
public abstract class WaitTests(SharedSite shared)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private TestSite Site => shared.Site;

    [Fact]
    public async Task It_is_told_and_ends_after_a_day_in_a_new_password()
    {
        var member = await StaleAsync(Site);
        var returner = await WaitingAsync(Site, member.Person);
        var began = Site.Clock.GetUtcNow();
        Assert.Equal(BangkokTime.Instant(began + Day, default), returner.TextOf("ready-at"));
        Assert.Equal(BangkokTime.Instant(began + Day + Day, default), returner.TextOf("ends-at"));
        var notice = Assert.Single(await Site.NoticesAsync(member.Person.Phone));
        Assert.Contains(SiteTexts.Of<NoticeTexts>(Site, "th", "Happened.RecoveryWaits"), notice.Text, StringComparison.Ordinal);
        Assert.True(await member.Visitor.IsSignedInAsync());

        // A second ask shows the same wait and tells nobody again.
        Site.Clock.Leap(TimeSpan.FromHours(2));
        returner = await WaitingAsync(Site, member.Person);
        Assert.Equal(BangkokTime.Instant(began + Day, default), returner.TextOf("ready-at"));
        Assert.Single(await Site.NoticesAsync(member.Person.Phone));

        Site.Clock.Advance(began + Day - Second - Site.Clock.GetUtcNow());
        await WaitingAsync(Site, member.Person);
        Site.Clock.Advance(Second);
        returner = await Returner.AtCodeAsync(Site, member.Person);
        Assert.Equal("/recovery/new-password", (await returner.ProvePhoneAsync()).Path);
        Assert.Equal("/recovery/done", (await returner.SetPasswordAsync("Nokyung7Bin")).Path);
        Assert.Null(await WaitOfAsync(Site, member.Person));
    }

    [Fact]
    public async Task A_code_from_before_its_end_does_not_go_on_by_itself()
    {
        await using var site = new TestSite(shared.Kind, ("Recovery:Wait", "00:10:00"), ("Recovery:FinishWithin", "00:15:00"));
        var member = await StaleAsync(site);
        var returner = await WaitingAsync(site, member.Person);
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        var page = await returner.Visitor.OpenAsync("/recovery/waiting");
        Assert.Equal("/recovery/waiting", page.Path);
        Assert.Contains(SiteTexts.Of<RecoveryTexts>(site, "th", "Waiting.Ready"), page.Body, StringComparison.Ordinal);
        Assert.Equal("/recovery/waiting", (await returner.Visitor.OpenAsync("/recovery/new-password")).Path);

        // Another browser's code does.
        var again = await Returner.AtCodeAsync(site, member.Person);
        Assert.Equal("/recovery/new-password", (await again.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task After_its_chance_is_over_a_new_wait_begins_and_is_told()
    {
        var member = await StaleAsync(Site);
        await WaitingAsync(Site, member.Person);
        Site.Clock.Leap(Day + Day);
        var began = Site.Clock.GetUtcNow();
        var returner = await WaitingAsync(Site, member.Person);
        Assert.Equal(BangkokTime.Instant(began + Day, default), returner.TextOf("ready-at"));
        Assert.Equal(2, (await Site.NoticesAsync(member.Person.Phone)).Count);
        var row = await Site.AccountAsync(member.Person);
        Assert.Equal((1, 2), await Site.LookAsync(async db => (
            await db.RecoveryWaits.CountAsync(wait => wait.MemberId == row.Id),
            await db.AuditEntries.CountAsync(entry => entry.MemberId == row.Id && entry.Act == AuditAct.RecoveryWaits))));
    }

    [Fact]
    public async Task It_outlives_the_server()
    {
        await using var place = new TestPlace(shared.Kind);
        var before = new TestSite(place);
        var member = await StaleAsync(before);
        await WaitingAsync(before, member.Person);
        await before.DisposeAsync();
        before.Clock.Advance(Day);
        await using var after = new TestSite(place) { Clock = before.Clock };
        var returner = await Returner.AtCodeAsync(after, member.Person);
        Assert.Equal("/recovery/new-password", (await returner.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task Called_off_it_is_over_at_once_and_freezes_nothing()
    {
        var member = await StaleAsync(Site);
        var returner = await WaitingAsync(Site, member.Person);
        var owner = Site.NewVisitor();
        var link = AccountFacts.LinkIn((await Site.NoticesAsync(member.Person.Phone))[0].Text);
        Assert.Equal("/not-me/done", (await owner.SubmitAndFollowAsync(link)).Path);
        Assert.Null(await WaitOfAsync(Site, member.Person));
        var row = await Site.AccountAsync(member.Person);
        Assert.Null(row.FrozenAt);
        Assert.Equal((1, 0), await Site.LookAsync(async db => (
            await db.AuditEntries.CountAsync(entry => entry.MemberId == row.Id && entry.Act == AuditAct.RecoveryCancelled),
            await db.AuditEntries.CountAsync(entry => entry.MemberId == row.Id && entry.Act == AuditAct.Disavowed))));
        Assert.True(await member.Visitor.IsSignedInAsync());
        var page = await returner.Visitor.OpenAsync("/recovery/waiting");
        Assert.Contains(SiteTexts.Of<RecoveryTexts>(Site, "th", "Waiting.Over"), page.Body, StringComparison.Ordinal);

        // The day that was waited is lost: a new wait begins.
        Site.Clock.Leap(Day);
        await WaitingAsync(Site, member.Person);
    }

    [Fact]
    public async Task Called_off_between_the_code_and_the_password_it_ends_there()
    {
        var member = await StaleAsync(Site);
        await WaitingAsync(Site, member.Person);
        var link = AccountFacts.LinkIn((await Site.NoticesAsync(member.Person.Phone))[0].Text);
        Site.Clock.Leap(Day);
        var returner = await Returner.AtCodeAsync(Site, member.Person);
        Assert.Equal("/recovery/new-password", (await returner.ProvePhoneAsync()).Path);
        await Site.NewVisitor().SubmitAndFollowAsync(link);
        Assert.Equal("/recovery/waiting", (await returner.SetPasswordAsync("Nokyung7Bin")).Path);
        Assert.Null((await Site.AccountAsync(member.Person)).RecoveredAt);
    }

    private static async Task<Newcomer> StaleAsync(TestSite site)
    {
        var member = await Newcomer.MemberAsync(site);
        await site.ChangeAsync(member.Person, row => row.PhoneProvenAt = TestSite.Start.AddYears(-1));
        return member;
    }

    private static async Task<Returner> WaitingAsync(TestSite site, Person person)
    {
        var returner = await Returner.AtCodeAsync(site, person);
        Assert.Equal("/recovery/waiting", (await returner.ProvePhoneAsync()).Path);
        return returner;
    }

    private static async Task<RecoveryWaitRow?> WaitOfAsync(TestSite site, Person person)
    {
        var id = (await site.AccountAsync(person)).Id;
        return await site.LookAsync(db => db.RecoveryWaits.AsNoTracking().SingleOrDefaultAsync(row => row.MemberId == id));
    }
}

/// <inheritdoc/>
public sealed class WaitTestsOnSqlite(SqliteSite shared) : WaitTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class WaitTestsOnPostgres(PostgresSite shared) : WaitTests(shared), IClassFixture<PostgresSite>;
