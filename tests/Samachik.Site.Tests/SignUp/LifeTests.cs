using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignUp;

/// <summary>An unfinished sign-up lives thirty minutes from the last act and two hours in all, and outlives the server.</summary>
public abstract class LifeTests(SharedSite shared)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    private TestSite Site => shared.Site;

    [Fact]
    public async Task Thirty_idle_minutes_end_it_and_the_first_page_says_so()
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        Site.Clock.Advance(Idle - Second);
        Assert.Equal("/sign-up/details", (await newcomer.Visitor.OpenAsync("/sign-up/details")).Path);
        Site.Clock.Advance(Second);
        var reply = await newcomer.Visitor.GetAsync("/sign-up/details");
        Assert.Equal((HttpStatusCode.Found, "/sign-up/agreement?expired=true"), (reply.Status, reply.Location));
        var page = await newcomer.Visitor.FollowAsync(reply);
        Assert.Contains(SiteTexts.Of<SignUpTexts>(Site, "th", "Expired.Title"), page.Body, StringComparison.Ordinal);
        Assert.Equal("/sign-up/details", (await newcomer.AgreeAsync()).Path);
    }

    [Fact]
    public async Task An_act_gives_thirty_more_minutes_but_two_hours_are_the_end()
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        for (var passed = TimeSpan.FromMinutes(25); passed < TimeSpan.FromHours(2); passed += TimeSpan.FromMinutes(25))
        {
            Site.Clock.Advance(TimeSpan.FromMinutes(25));
            Assert.Equal("/sign-up/details", (await newcomer.GiveDetailsAsync(("Phone", "1"))).Path);
        }

        Site.Clock.Advance(TimeSpan.FromMinutes(20) - Second);
        Assert.Equal("/sign-up/details", (await newcomer.Visitor.OpenAsync("/sign-up/details")).Path);
        Site.Clock.Advance(Second);
        Assert.Equal("/sign-up/agreement?expired=true", (await newcomer.Visitor.GetAsync("/sign-up/details")).Location);
    }

    [Fact]
    public async Task A_right_code_comes_too_late_for_a_sign_up_that_has_ended()
    {
        await using var site = new TestSite(shared.Kind, ("PhoneCodes:Life", "01:00:00"));
        var newcomer = await Newcomer.AtCodeAsync(site);
        var code = await newcomer.CodeAsync();
        site.Clock.Advance(Idle);
        Assert.StartsWith("/sign-up/agreement", (await newcomer.TypeCodeAsync(code)).Path, StringComparison.Ordinal);
        Assert.Equal(0, await site.LookAsync(db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task What_has_ended_is_deleted_within_the_minute()
    {
        await using var site = new TestSite(shared.Kind);
        await Newcomer.AtCodeAsync(site);
        site.Clock.Advance(Idle);
        await Eventually.TrueAsync(
            () =>
            {
                site.Clock.Advance(TimeSpan.FromMinutes(1));
                return site.LookAsync(async db => !await db.SignUpJourneys.AnyAsync() && !await db.CodeChallenges.AnyAsync());
            },
            "the dead sign-up to be deleted");
    }

    [Fact]
    public async Task It_goes_on_after_the_server_was_restarted()
    {
        await using var place = new TestPlace(shared.Kind);
        var before = new TestSite(place);
        var newcomer = await Newcomer.AtCodeAsync(before);
        var reference = newcomer.Visitor.Page?.Reference;
        await newcomer.CodeAsync();
        await before.DisposeAsync();

        await using var after = new TestSite(place) { Clock = before.Clock };
        var again = new Newcomer(after, newcomer.Person, newcomer.Visitor.Copy(after));
        var page = await again.Visitor.OpenAsync("/sign-up");
        Assert.Equal(("/sign-up/phone-code", reference), (page.Path, page.Reference));
        Assert.Equal("/sign-up/done", (await again.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task Two_nodes_on_one_database_serve_one_journey()
    {
        await using var place = new TestPlace(shared.Kind);
        await using var one = new TestSite(place);
        await using var two = new TestSite(place) { Clock = one.Clock };
        var newcomer = await Newcomer.AtDetailsAsync(one);
        var there = new Newcomer(two, newcomer.Person, newcomer.Visitor.Copy(two));
        var page = await there.GiveDetailsAsync();
        Assert.Equal("/sign-up/phone-code", page.Path);

        // Either node's worker may have taken the message to its own outbox.
        var sms = await Eventually.GetAsync(
            async () => (await one.InboxAsync(there.Person.Phone)).Concat(await two.InboxAsync(there.Person.Phone)).FirstOrDefault(),
            "the SMS on either node");
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(sms.Code ?? "")).Path);
    }
}

/// <inheritdoc/>
public sealed class LifeTestsOnSqlite(SqliteSite shared) : LifeTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class LifeTestsOnPostgres(PostgresSite shared) : LifeTests(shared), IClassFixture<PostgresSite>;
