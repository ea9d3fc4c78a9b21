using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>Sessions and remembered browsers are listed and ended: one's own, and nobody else's.</summary>
public abstract class SessionsTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task All_living_sessions_are_listed_with_this_one_marked()
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.ElsewhereAsync("Safari, iPhone");
        var gone = await member.ElsewhereAsync("Opera, Linux");
        Assert.True(await gone.IsSignedInAsync());
        await gone.OpenAsync("/account");
        await gone.SubmitAsync("/sign-out");
        var page = await member.Visitor.OpenAsync("/account/sessions");
        var cards = page.Document.QuerySelectorAll(".sm-cards__title").Select(card => card.TextContent).ToList();
        Assert.Equal(2, cards.Count);
        Assert.Contains("Safari, iPhone", cards);
        Assert.NotNull(page.Document.QuerySelector(".sm-cards__item--this"));
        Assert.Single(page.Document.QuerySelectorAll("form[action='/account/sessions?handler=End']"));
    }

    [Fact]
    public async Task One_is_ended_and_it_alone()
    {
        var member = await Newcomer.MemberAsync(Site);
        var other = await member.ElsewhereAsync("Safari, iPhone");
        await member.Visitor.OpenAsync("/account/sessions");
        Assert.Equal("/account/sessions", (await member.Visitor.SubmitAsync("/account/sessions?handler=End")).Location);
        Assert.False(await other.IsSignedInAsync());
        Assert.True(await member.Visitor.IsSignedInAsync());
        Assert.Equal(AuditAct.SessionEnded, (await member.ActsAsync())[^1]);
    }

    [Fact]
    public async Task All_others_are_ended_at_once()
    {
        var member = await Newcomer.MemberAsync(Site);
        Visitor[] others = [await member.ElsewhereAsync(), await member.ElsewhereAsync()];
        await member.Visitor.OpenAsync("/account/sessions");
        await member.Visitor.SubmitAsync("/account/sessions?handler=EndOthers");
        foreach (var other in others) Assert.False(await other.IsSignedInAsync());
        Assert.True(await member.Visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task Browsers_are_forgotten_one_by_one_or_all()
    {
        var member = await Newcomer.MemberAsync(Site);
        var first = await member.RememberAsync("Samsung Internet, Android");
        await member.RememberAsync("Edge, Windows");
        await member.RememberAsync("Chrome, Mac");
        var page = await member.Visitor.OpenAsync("/account/sessions");
        Assert.Equal(3, page.Document.QuerySelectorAll("form[action='/account/sessions?handler=Forget']").Length);
        await member.Visitor.SubmitAsync("/account/sessions?handler=Forget", ("Id", $"{first}"));
        Assert.Equal(2, await CountBrowsersAsync(member));
        await member.Visitor.OpenAsync("/account/sessions");
        await member.Visitor.SubmitAsync("/account/sessions?handler=ForgetAll");
        Assert.Equal(0, await CountBrowsersAsync(member));
        Assert.NotNull((await member.Visitor.OpenAsync("/account/sessions")).Document.GetElementById("no-browsers"));
        Assert.Equal(3, (await member.ActsAsync()).Count(act => act == AuditAct.BrowserForgotten));
    }

    [Theory]
    [InlineData("End")]
    [InlineData("Forget")]
    public async Task What_is_another_members_is_not_found_and_nothing_happens(string handler)
    {
        var victim = await Newcomer.MemberAsync(Site);
        var browser = await victim.RememberAsync();
        var victimId = await victim.IdAsync();
        var session = await Site.LookAsync(db => db.MemberSessions.AsNoTracking().SingleAsync(row => row.MemberId == victimId));
        var thief = await Newcomer.MemberAsync(Site);
        await thief.ElsewhereAsync();
        await thief.RememberAsync();
        var before = await Site.LookAsync(db => db.AuditEntries.CountAsync());
        foreach (var id in (string?[])[$"{(handler == "End" ? session.Id : browser)}", $"{Guid.NewGuid()}", "not-an-id", null])
        {
            await thief.Visitor.OpenAsync("/account/sessions");
            var reply = await thief.Visitor.SubmitAsync($"/account/sessions?handler={handler}", ("Id", id));
            Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        }

        Assert.True(await victim.Visitor.IsSignedInAsync());
        Assert.Equal(1, await CountBrowsersAsync(victim));
        Assert.Equal(before, await Site.LookAsync(db => db.AuditEntries.CountAsync()));
        Assert.Contains(Site.Log.Lines, line => line.Contains("that is not the member's", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_ended_session_is_dead_at_its_next_request_on_every_node()
    {
        await using var place = new TestPlace(Site.Place.Kind);
        await using var one = new TestSite(place);
        await using var two = new TestSite(place) { Clock = one.Clock };
        var member = await Newcomer.MemberAsync(one);
        var onTwo = await member.ElsewhereAsync(node: two);
        Assert.True(await onTwo.IsSignedInAsync());
        await member.Visitor.OpenAsync("/account/sessions");
        await member.Visitor.SubmitAsync("/account/sessions?handler=EndOthers");
        Assert.False(await onTwo.IsSignedInAsync());
    }

    [Fact]
    public async Task A_session_ended_while_it_proves_itself_anew_does_not_come_back()
    {
        var member = await Newcomer.MemberAsync(Site);
        member.LoseFreshness();
        var thief = await member.ElsewhereAsync("Thief, Linux");
        Site.Clock.Advance(TimeSpan.FromMinutes(11));
        await thief.OpenAsync("/account/password");
        var proof = await thief.TokenAsync("/account/proof");
        await member.Visitor.OpenAsync("/account/sessions");
        var end = await member.Visitor.TokenAsync("/account/sessions?handler=EndOthers");
        for (var round = 0; round < 2; round++)
        {
            var ending = member.Visitor.PostAsync("/account/sessions?handler=EndOthers", ("__RequestVerificationToken", end));
            var proving = thief.PostAsync("/account/proof", ("Password", member.Person.Password), ("__RequestVerificationToken", proof));
            await Task.WhenAll(ending, proving);
        }

        // Whichever came first, pressing once more leaves the member alone.
        await member.Visitor.OpenAsync("/account/sessions");
        if (member.Visitor.Page?.Document.QuerySelector("form[action='/account/sessions?handler=EndOthers']") is not null)
            await member.Visitor.SubmitAsync("/account/sessions?handler=EndOthers");
        Assert.False(await thief.IsSignedInAsync());
        var id = await member.IdAsync();
        Assert.Equal(1, await Site.LookAsync(db => db.MemberSessions.CountAsync(row => row.MemberId == id && row.EndedAt == null)));
    }

    private async Task<int> CountBrowsersAsync(Newcomer member)
    {
        var id = await member.IdAsync();
        return await Site.LookAsync(db => db.KnownBrowsers.CountAsync(row => row.MemberId == id));
    }
}

/// <inheritdoc/>
public sealed class SessionsTestsOnSqlite(SqliteSite shared) : SessionsTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class SessionsTestsOnPostgres(PostgresSite shared) : SessionsTests(shared), IClassFixture<PostgresSite>;
