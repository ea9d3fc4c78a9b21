using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.SignIn;

/// <summary>A session is always a new one, and dead on every node the moment its row says so.</summary>
public abstract class SessionTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_planted_cookie_is_not_what_the_sign_in_makes_live()
    {
        var stranger = await Member.SignedInAsync(Site);
        var planted = stranger.Visitor.Cookies[Member.SessionCookie];
        await stranger.SignOutAsync();
        var victim = await Member.NewAsync(Site);
        victim.Visitor.Cookies[Member.SessionCookie] = planted;
        await victim.SignInAsync();
        Assert.NotEqual(planted, victim.Visitor.Cookies[Member.SessionCookie]);
        var copy = Site.NewVisitor();
        copy.Cookies[Member.SessionCookie] = planted;
        Assert.False(await Member.IsSignedInAsync(copy));
    }

    [Fact]
    public async Task Each_sign_in_makes_a_session_of_its_own_and_the_cookie_of_before_stays_dead()
    {
        var member = await Member.SignedInAsync(Site, remember: true);
        var old = member.Visitor.Cookies[Member.SessionCookie];
        await member.SignOutAsync();
        await member.SignInAsync();
        Assert.NotEqual(old, member.Visitor.Cookies[Member.SessionCookie]);
        var copy = Site.NewVisitor();
        copy.Cookies[Member.SessionCookie] = old;
        Assert.False(await Member.IsSignedInAsync(copy));
        Assert.Equal(3, (await member.SessionsAsync()).Select(row => row.Id).Distinct().Count());
    }

    // Whoever planted the cookie of a sign-in that they began themselves holds none of the session that comes of another.
    [Fact]
    public async Task A_planted_sign_in_is_left_behind_by_the_victims_own()
    {
        var stranger = await Member.NewAsync(Site);
        await stranger.AskForCodeAsync();
        var victim = await Member.NewAsync(Site);
        victim.Visitor.Cookies[Member.JourneyCookie] = stranger.Visitor.Cookies[Member.JourneyCookie];
        await victim.SignInAsync();
        await stranger.Visitor.OpenAsync("/sign-in/code");
        Assert.Equal("/account", (await stranger.TypeCodeAsync(await stranger.CodeAsync())).Location);
        Assert.Equal((2, 2), ((await stranger.SessionsAsync()).Count, (await victim.SessionsAsync()).Count));
    }

    [Fact]
    public async Task A_session_that_was_revoked_is_dead_at_its_next_request_on_every_node()
    {
        await using var place = new TestPlace(shared.Kind);
        await using var one = new TestSite(place);
        await using var other = new TestSite(place) { Clock = one.Clock };
        var member = await Member.SignedInAsync(one);
        var elsewhere = member.On(other);
        Assert.True(await elsewhere.IsSignedInAsync());
        await member.SignOutAsync();
        Assert.False(await elsewhere.IsSignedInAsync());
        Assert.DoesNotContain(Member.SessionCookie, elsewhere.Visitor.Cookies.Keys);
    }

    [Fact]
    public async Task Steps_may_be_taken_on_different_nodes()
    {
        await using var place = new TestPlace(shared.Kind);
        await using var one = new TestSite(place);
        await using var other = new TestSite(place) { Clock = one.Clock };
        var member = await Member.NewAsync(one);
        await member.AskForCodeAsync();
        var code = await member.CodeAsync();
        var elsewhere = member.On(other);
        await elsewhere.Visitor.OpenAsync("/sign-in/code");
        Assert.Equal("/account", (await elsewhere.TypeCodeAsync(code)).Location);
        Assert.True(await elsewhere.On(one).IsSignedInAsync());
    }

    [Fact]
    public async Task No_session_begins_without_a_second_proof_but_on_a_known_browser()
    {
        var member = await Member.NewAsync(Site);
        await member.GiveCredentialsAsync();
        Assert.DoesNotContain(Member.SessionCookie, member.Visitor.Cookies.Keys);
        await Member.SignedInAsync(Site);
        Assert.Equal(0, await Site.LookAsync(db => db.MemberJourneys.CountAsync(row =>
            row.SessionId != null && row.Sends > 0 && !row.Challenges.Any(sent => sent.UsedAt != null))));
    }
}

/// <inheritdoc/>
public sealed class SessionTestsOnSqlite(SqliteSite shared) : SessionTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class SessionTestsOnPostgres(PostgresSite shared) : SessionTests(shared), IClassFixture<PostgresSite>;
