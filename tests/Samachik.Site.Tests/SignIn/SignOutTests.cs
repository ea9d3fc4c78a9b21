using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.SignIn;

/// <summary>A session ends when its person says so, in the database first; or of itself, in time.</summary>
public abstract class SignOutTests(SharedSite shared)
{
    private const string Session = "samachik-session";

    private TestSite Site => shared.Site;

    [Fact]
    public async Task Signing_out_ends_the_session_for_good()
    {
        var member = await Newcomer.MemberAsync(Site);
        var cookie = member.Visitor.Cookies[Session];
        Assert.True(await IsSignedInAsync(member.Visitor));
        await member.Visitor.GetAsync("/sign-up/done");
        var reply = await member.Visitor.SubmitAsync("/sign-out");
        Assert.Equal((HttpStatusCode.Found, "/"), (reply.Status, reply.Location));
        Assert.Contains("\"storage\"", reply.Headers["Clear-Site-Data"], StringComparison.Ordinal);
        Assert.DoesNotContain(Session, member.Visitor.Cookies.Keys);
        Assert.DoesNotContain("samachik-sign-up", member.Visitor.Cookies.Keys);
        Assert.Equal(Site.Clock.GetUtcNow(), (await SessionAsync(member)).EndedAt);

        member.Visitor.Cookies[Session] = cookie;
        Assert.False(await IsSignedInAsync(member.Visitor));
        Assert.Equal("/sign-up/agreement", (await member.Visitor.OpenAsync("/sign-up")).Path);
    }

    [Fact]
    public async Task A_link_signs_nobody_out()
    {
        var member = await Newcomer.MemberAsync(Site);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await member.Visitor.GetAsync("/sign-out")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await member.Visitor.PostAsync("/sign-out")).Status);
        Assert.True(await IsSignedInAsync(member.Visitor));
        Assert.Null((await SessionAsync(member)).EndedAt);
    }

    [Fact]
    public async Task Who_is_not_signed_in_may_press_the_button_too()
    {
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/");
        var token = await visitor.TokenAsync("/language");
        var reply = await visitor.PostAsync("/sign-out", ("__RequestVerificationToken", token));
        Assert.Equal((HttpStatusCode.Found, "/"), (reply.Status, reply.Location));
    }

    [Fact]
    public async Task Thirty_idle_minutes_end_a_session_and_requests_keep_it_for_twelve_hours_at_most()
    {
        var idle = await Newcomer.MemberAsync(Site);
        var busy = await Newcomer.MemberAsync(Site);
        for (var passed = 0; passed < 12 * 60; passed += 20)
        {
            Assert.True(await IsSignedInAsync(busy.Visitor));
            Site.Clock.Leap(TimeSpan.FromMinutes(20));
            if (passed == 0) Assert.True(await IsSignedInAsync(idle.Visitor));
        }

        Assert.False(await IsSignedInAsync(busy.Visitor));
        Assert.False(await IsSignedInAsync(idle.Visitor));
    }

    [Fact]
    public async Task A_session_ends_to_the_second_when_it_was_idle()
    {
        var member = await Newcomer.MemberAsync(Site);
        var other = await Newcomer.MemberAsync(Site);
        Site.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.True(await IsSignedInAsync(member.Visitor));
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await IsSignedInAsync(other.Visitor));
        Assert.True(await IsSignedInAsync(member.Visitor));
    }

    private static async Task<bool> IsSignedInAsync(Visitor visitor) =>
        (await visitor.GetAsync("/")).Document.QuerySelector("form[action='/sign-out']") is not null;

    private async Task<MemberSessionRow> SessionAsync(Newcomer newcomer)
    {
        var member = await newcomer.Person.MemberAsync(Site);
        return await Site.LookAsync(db => db.MemberSessions.AsNoTracking().SingleAsync(row => member != null && row.MemberId == member.Id));
    }
}

/// <inheritdoc/>
public sealed class SignOutTestsOnSqlite(SqliteSite shared) : SignOutTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class SignOutTestsOnPostgres(PostgresSite shared) : SignOutTests(shared), IClassFixture<PostgresSite>;
