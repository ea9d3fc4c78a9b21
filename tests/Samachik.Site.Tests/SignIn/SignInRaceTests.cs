using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignIn;

/// <summary>Many hands at one instant: one session, exact counters, and nobody meets a broken page.</summary>
[Trait("Category", "Race")]
public abstract class SignInRaceTests(SharedSite shared)
{
    private const string Wrong = "notTheRightOne1";

    // SQLite lets one writer in at a time, so a race there is a queue: fewer hands show as much.
    private int Hands => shared.Kind == DatabaseKind.Sqlite ? 30 : 100;

    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_hundred_right_codes_at_once_make_one_session()
    {
        var member = await Member.NewAsync(Site);
        await member.AskForCodeAsync();
        var code = await member.CodeAsync();
        var token = await member.Visitor.TokenAsync("/sign-in/code");
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => member.On(Site)).Select(async hand => (
            Hand: hand, Reply: await hand.Visitor.PostAsync(
                "/sign-in/code", ("Code", code), ("RememberBrowser", "true"), ("__RequestVerificationToken", token)))));
        Assert.All(replies, pair => Assert.True((int)pair.Reply.Status < 500, $"{pair.Reply.Status}"));
        Assert.Contains(replies, pair => pair.Reply.Location == "/account");
        var id = (await member.RowAsync()).Id;
        Assert.Equal((2, 1, 2, 1), await Site.LookAsync(async db => (
            await db.MemberSessions.CountAsync(row => row.MemberId == id),
            await db.KnownBrowsers.CountAsync(row => row.MemberId == id),
            await db.AuditEntries.CountAsync(row => row.MemberId == id && row.Act == AuditAct.SignedIn),
            await db.MemberJourneys.CountAsync(row => row.MemberId == id))));
        Assert.Empty(Site.Log.Errors);
    }

    [Fact]
    public async Task Of_a_hundred_wrong_codes_five_are_compared_and_the_end_is_written_once()
    {
        var member = await Member.NewAsync(Site);
        await member.AskForCodeAsync();
        var code = await member.CodeAsync();
        var token = await member.Visitor.TokenAsync("/sign-in/code");
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => member.Visitor.PostAsync(
            "/sign-in/code", ("Code", code == "111111" ? "222222" : "111111"), ("__RequestVerificationToken", token))));
        var told = replies.Select(reply => reply.ErrorOf("Code")).ToList();
        foreach (var left in Enumerable.Range(1, 4)) Assert.Single(told, SiteTexts.Of<PhoneCodeTexts>(Site, "th", "CodeVerdict.Wrong", left));
        Assert.Equal(96, told.Count(text => text == SiteTexts.Of<PhoneCodeTexts>(Site, "th", "CodeVerdict.TooManyTries")));
        var id = (await member.RowAsync()).Id;
        var journey = await Site.LookAsync(db => db.MemberJourneys.AsNoTracking().SingleAsync(row => row.MemberId == id));
        Assert.Equal(5, journey.WrongTries);
        Assert.Equal(1, await Site.LookAsync(db => db.AuditEntries.CountAsync(row => row.MemberId == id && row.Act == AuditAct.SecondStepFailed)));
        Assert.NotNull((await member.TypeCodeAsync(code)).ErrorOf("Code"));
        Assert.Empty(Site.Log.Errors);
    }

    [Fact]
    public async Task Of_a_crowd_of_wrong_passwords_from_one_network_five_are_looked_at()
    {
        var member = await Member.NewAsync(Site);
        var told = await CrowdAsync(member, Hands, _ => null);
        Assert.Equal(5, told.Count(text => text == SiteTexts.Of<SignInTexts>(Site, "th", "SignInVerdict.Wrong")));
        var id = (await member.RowAsync()).Id;
        Assert.Equal(5, await FailuresAsync(id));
        Assert.Empty(Site.Log.Errors);
    }

    [Fact]
    public async Task At_the_edge_of_the_last_try_in_a_row_no_more_are_looked_at_and_the_disabling_comes_once()
    {
        await using var site = new TestSite(shared.Kind, ("SignIn:MostInARow", "20"));
        var member = await Member.NewAsync(site);
        var told = await CrowdAsync(member, Hands, i => $"192.0.{i}.1");
        Assert.Equal(19, told.Count(text => text == SiteTexts.Of<SignInTexts>(site, "th", "SignInVerdict.Wrong")));
        Assert.Equal(Hands - 19, told.Count(text => text == SiteTexts.Of<SignInTexts>(site, "th", "SignInVerdict.PasswordDisabled")));
        var id = (await member.RowAsync()).Id;
        Assert.Equal((20, 1), await site.LookAsync(async db => (
            await db.AuditEntries.CountAsync(row => row.MemberId == id && row.Act == AuditAct.SignInFailed),
            await db.AuditEntries.CountAsync(row => row.MemberId == id && row.Act == AuditAct.PasswordDisabled))));
        Assert.Empty(site.Log.Errors);
    }

    [Fact]
    public async Task Four_sign_ins_of_one_member_at_once_on_a_known_browser_all_come_through()
    {
        var owner = await Member.SignedInAsync(Site, remember: true);
        await owner.SignOutAsync();
        var ready = new List<(Member Member, string Token)>();
        for (var i = 0; i < 4; i++)
        {
            var member = owner.On(Site);
            ready.Add((member, await member.Visitor.TokenAsync("/sign-in")));
        }

        var replies = await Task.WhenAll(ready.Select(one => one.Member.Visitor.PostAsync(
            "/sign-in", ("NationalId", owner.Person.NationalId), ("Password", owner.Person.Password), ("__RequestVerificationToken", one.Token))));
        Assert.All(replies, reply => Assert.Equal((HttpStatusCode.Found, "/account"), (reply.Status, reply.Location)));
        Assert.Equal(6, (await owner.SessionsAsync()).Count);
    }

    private static async Task<List<string?>> CrowdAsync(Member member, int size, Func<int, string?> from)
    {
        var hands = Enumerable.Range(0, size).Select(i => member.Elsewhere(from(i))).ToList();
        var tokens = new List<string>();
        foreach (var hand in hands) tokens.Add(await hand.Visitor.TokenAsync("/sign-in"));
        var replies = await Task.WhenAll(hands.Zip(tokens).Select(pair => pair.First.Visitor.PostAsync(
            "/sign-in", ("NationalId", member.Person.NationalId), ("Password", Wrong), ("__RequestVerificationToken", pair.Second))));
        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.Status));
        return [.. replies.Select(reply => reply.ErrorOf("NationalId") ?? reply.ErrorOf("Password"))];
    }

    private Task<int> FailuresAsync(Guid id) =>
        Site.LookAsync(db => db.AuditEntries.CountAsync(row => row.MemberId == id && row.Act == AuditAct.SignInFailed));
}

/// <inheritdoc/>
public sealed class SignInRaceTestsOnSqlite(SqliteSite shared) : SignInRaceTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class SignInRaceTestsOnPostgres(PostgresSite shared) : SignInRaceTests(shared), IClassFixture<PostgresSite>;
