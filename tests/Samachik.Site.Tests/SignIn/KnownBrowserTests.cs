using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.SignIn;

/// <summary>A browser that a member asked to have remembered needs no code, for thirty days, and only while its row is there.</summary>
public abstract class KnownBrowserTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_remembered_browser_goes_straight_on()
    {
        var member = await Member.SignedInAsync(Site, remember: true);
        await member.SignOutAsync();
        Assert.Contains(Member.BrowserCookie, member.Visitor.Cookies.Keys);
        var sent = (await Site.InboxAsync(member.Person.Phone)).Count;
        var reply = await member.GiveCredentialsAsync();
        Assert.Equal("/account", reply.Location);
        Assert.True(await member.IsSignedInAsync());
        Assert.Equal(sent, await Site.ArrivedAsync(member.Person.Phone, sent));
    }

    [Fact]
    public async Task A_browser_that_was_not_to_be_remembered_is_asked_again()
    {
        var member = await Member.SignedInAsync(Site);
        await member.SignOutAsync();
        Assert.DoesNotContain(Member.BrowserCookie, member.Visitor.Cookies.Keys);
        Assert.Equal("/sign-in/code", (await member.GiveCredentialsAsync()).Location);
        var id = (await member.RowAsync()).Id;
        Assert.Equal(0, await Site.LookAsync(db => db.KnownBrowsers.CountAsync(row => row.MemberId == id)));
    }

    [Fact]
    public async Task A_remembered_browser_still_needs_the_password()
    {
        var member = await Member.SignedInAsync(Site, remember: true);
        await member.SignOutAsync();
        Assert.NotNull((await member.GiveCredentialsAsync("notTheRightOne1")).ErrorOf("NationalId"));
        Assert.False(await member.IsSignedInAsync());
    }

    [Fact]
    public async Task It_is_remembered_for_thirty_days_to_the_second_however_often_it_is_used()
    {
        await using var place = new TestPlace(shared.Kind);
        await using var site = new TestSite(place);
        var member = await Member.SignedInAsync(site, remember: true);
        foreach (var (passed, leadsTo) in new[]
        {
            (TimeSpan.FromDays(29), "/account"), (TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1), "/account"), (TimeSpan.FromDays(30), "/sign-in/code"),
        })
        {
            await using var later = Later(place, passed);
            Assert.Equal(leadsTo, (await member.On(later).GiveCredentialsAsync()).Location);
        }
    }

    [Fact]
    public async Task Without_its_row_the_cookie_is_worth_nothing()
    {
        var member = await Member.SignedInAsync(Site, remember: true);
        await member.SignOutAsync();
        var id = (await member.RowAsync()).Id;
        await Site.LookAsync(db => db.KnownBrowsers.Where(row => row.MemberId == id).ExecuteDeleteAsync());
        Assert.Contains(Member.BrowserCookie, member.Visitor.Cookies.Keys);
        Assert.Equal("/sign-in/code", (await member.GiveCredentialsAsync()).Location);
    }

    [Fact]
    public async Task Two_members_on_one_browser_are_each_remembered_by_themselves()
    {
        var first = await Member.SignedInAsync(Site, remember: true);
        await first.SignOutAsync();
        var second = new Member(Site, (await Member.NewAsync(Site)).Person, first.Visitor);
        Assert.Equal("/sign-in/code", (await second.GiveCredentialsAsync()).Location);
        await second.SignInAsync(remember: true);
        await second.SignOutAsync();
        foreach (var member in (Member[])[first, second, first])
        {
            Assert.Equal("/account", (await member.GiveCredentialsAsync()).Location);
            await member.SignOutAsync();
        }

        var id = (await second.RowAsync()).Id;
        await Site.LookAsync(db => db.KnownBrowsers.Where(row => row.MemberId == id).ExecuteDeleteAsync());
        Assert.Equal("/sign-in/code", (await second.GiveCredentialsAsync()).Location);
        Assert.Equal("/account", (await first.GiveCredentialsAsync()).Location);
    }

    // A stranger at a shared machine remembers themself there, keeps a copy, and waits for the next person.
    [Fact]
    public async Task A_copy_of_the_cookie_from_before_knows_nobody_who_is_remembered_after()
    {
        var stranger = await Member.SignedInAsync(Site, remember: true);
        var copy = stranger.Visitor.Cookies[Member.BrowserCookie];
        await stranger.SignOutAsync();
        var victim = new Member(Site, (await Member.NewAsync(Site)).Person, stranger.Visitor);
        await victim.SignInAsync(remember: true);
        await victim.SignOutAsync();

        var elsewhere = victim.Elsewhere();
        elsewhere.Visitor.Cookies[Member.BrowserCookie] = copy;
        Assert.Equal("/sign-in/code", (await elsewhere.GiveCredentialsAsync()).Location);
        Assert.Equal("/account", (await victim.GiveCredentialsAsync()).Location);
    }

    [Fact]
    public async Task Being_remembered_again_renews_the_thirty_days_and_makes_no_second_row()
    {
        await using var place = new TestPlace(shared.Kind);
        await using var site = new TestSite(place);
        var member = await Member.SignedInAsync(site, remember: true);
        await using var later = Later(place, TimeSpan.FromDays(30));
        var same = member.On(later);
        await same.SignInAsync(remember: true);
        var row = await later.LookAsync(db => db.KnownBrowsers.AsNoTracking().SingleAsync());
        Assert.Equal(later.Clock.GetUtcNow() + TimeSpan.FromDays(30), row.ExpiresAt);
        await same.SignOutAsync();
        Assert.Equal("/account", (await same.GiveCredentialsAsync()).Location);
    }

    // A clock that is moved by days ticks through every minute of them; a site that starts later does not.
    private static TestSite Later(TestPlace place, TimeSpan passed) => new(place) { Clock = new(TestSite.Start + passed) };

    [Fact]
    public async Task The_cookie_lasts_as_long_and_is_out_of_reach_of_scripts()
    {
        var member = await Member.NewAsync(Site);
        await member.AskForCodeAsync();
        var reply = await member.TypeCodeAsync(await member.CodeAsync(), remember: true);
        var cookie = Assert.Single(reply.Headers["Set-Cookie"].Split('\n'), line => line.StartsWith(Member.BrowserCookie, StringComparison.Ordinal));
        Assert.Contains("max-age=2592000", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var rows = await Site.LookAsync(db => db.KnownBrowsers.Select(row => row.BrowserId).ToListAsync());
        Assert.All(rows, id => Assert.DoesNotContain(id.ToString("D"), cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_cookie_of_another_kind_or_a_forged_one_is_no_known_browser()
    {
        var member = await Member.SignedInAsync(Site, remember: true);
        foreach (var value in (string[])[member.Visitor.Cookies[Member.SessionCookie], "x", new string('A', 2000), Guid.Empty.ToString("D")])
        {
            var elsewhere = member.Elsewhere();
            elsewhere.Visitor.Cookies[Member.BrowserCookie] = value;
            Assert.Equal("/sign-in/code", (await elsewhere.GiveCredentialsAsync()).Location);
        }
    }
}

/// <inheritdoc/>
public sealed class KnownBrowserTestsOnSqlite(SqliteSite shared) : KnownBrowserTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class KnownBrowserTestsOnPostgres(PostgresSite shared) : KnownBrowserTests(shared), IClassFixture<PostgresSite>;
