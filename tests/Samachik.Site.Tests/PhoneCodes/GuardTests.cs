using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.Recovery;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>Codes that look like abuse are recorded, and where the office chose so, not sent; proven numbers always are.</summary>
public abstract class GuardTests(DatabaseKind kind)
{
    [Fact]
    public async Task Every_code_to_an_unproven_number_is_tallied_and_a_right_one_where_it_was_sent()
    {
        await using var site = new TestSite(kind);
        var newcomer = await Newcomer.AtCodeAsync(site);
        var code = await newcomer.CodeAsync();
        Assert.All(await TalliesAsync(site), row => Assert.Equal((1, 0), (row.Sent, row.Verified)));
        site.Clock.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(code)).Path);
        await new Member(site, newcomer.Person).SignInAsync();
        await Returner.AtCodeAsync(site, newcomer.Person);
        var tallies = await TalliesAsync(site);
        Assert.Equal(Enum.GetValues<TallyScope>().Order(), tallies.Select(row => row.Scope).Order());
        Assert.All(tallies, row => Assert.Equal((1, 1), (row.Sent, row.Verified)));

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var other = Person.New() with { Phone = newcomer.Person.Phone[..^1] + (newcomer.Person.Phone[^1] == '7' ? '3' : '7') };
        await newcomer.Visitor.OpenAsync("/account/phone");
        await newcomer.Visitor.SubmitAndFollowAsync("/account/phone", ("Phone", other.Phone));
        await newcomer.Visitor.SubmitAndFollowAsync(
            "/account/phone/code", ("Code", (await site.SmsAsync(other.Phone, newcomer.Visitor.Page?.Reference ?? "")).Code));
        Assert.Equal(2, (await TalliesAsync(site)).Where(row => row.Scope == TallyScope.Run).Sum(row => row.Verified));
    }

    [Theory]
    [InlineData(TallyScope.Network, 20)]
    [InlineData(TallyScope.Prefix, 20)]
    [InlineData(TallyScope.Run, 10)]
    [InlineData(TallyScope.All, 20)]
    public async Task Where_few_codes_come_back_the_next_is_sent_and_recorded(TallyScope scope, int sent)
    {
        await using var site = new TestSite(kind);
        await SendingPast.AddAsync(site, scope, sent - 1, 0);
        await AskAsync(site);
        Assert.Empty(await DecisionsAsync(site));
        await site.LookAsync(db => db.SendTallies.ExecuteDeleteAsync());

        await SendingPast.AddAsync(site, scope, sent, 1);
        var newcomer = await AskAsync(site);
        Assert.NotNull(newcomer.Visitor.Page?.Reference);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await newcomer.ResendAsync();
        var decision = Assert.Single(await DecisionsAsync(site));
        Assert.Equal((scope, GuardRule.Unverified, GuardAction.Record), (decision.Scope, decision.Rule, decision.Action));
        Assert.Equal(1, decision.Verified);
        Assert.InRange(decision.Sent, sent, sent + 1);
    }

    [Fact]
    public async Task Denied_it_is_not_sent_and_the_page_tells_when_and_whom_to_call()
    {
        await using var site = new TestSite(kind, ("PhoneCodes:Guard", "Deny"));
        await SendingPast.AddAsync(site, TallyScope.Network, 20, 0);
        var newcomer = await AskAsync(site);
        var limit = newcomer.Visitor.Page?.Document.GetElementById("send-limit");
        Assert.Contains(SiteTexts.Of<PhoneCodeTexts>(site, "th", "SendAxis.Guard", "15 นาที"), limit?.TextContent, StringComparison.Ordinal);
        Assert.NotNull(limit?.QuerySelector("a[href='tel:029562400']"));
        Assert.Empty(await site.InboxAsync(newcomer.Person.Phone));
        Assert.Equal(GuardAction.Deny, Assert.Single(await DecisionsAsync(site)).Action);

        // Another network, other numbers: nothing strikes there.
        var elsewhere = new Newcomer(site, visitor: new Visitor(site) { From = "203.0.113.9" });
        await elsewhere.AgreeAsync();
        Assert.NotNull((await elsewhere.GiveDetailsAsync()).Reference);

        // The hour goes by, and the same person comes through.
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        await newcomer.GiveDetailsAsync(("FirstName", "มานี"));
        site.Clock.Advance(TimeSpan.FromMinutes(26));
        Assert.NotNull((await newcomer.ResendAsync()).Reference);
    }

    [Fact]
    public async Task A_proven_number_and_a_recovery_are_never_denied()
    {
        await using var site = new TestSite(kind, ("PhoneCodes:Guard", "Deny"));
        var member = await Member.NewAsync(site);
        foreach (var scope in (TallyScope[])[TallyScope.Network, TallyScope.All]) await SendingPast.AddAsync(site, scope, 500, 0);
        await member.SignInAsync();
        Assert.NotNull((await Returner.AtCodeAsync(site, member.Person)).Visitor.Page?.Reference);
        Assert.NotNull((await Returner.AtCodeAsync(site, Person.New())).Visitor.Page?.Reference);
        Assert.Empty(await DecisionsAsync(site));
    }

    [Fact]
    public async Task Many_times_the_usual_strikes_the_whole_service_and_denies_nobody()
    {
        await using var site = new TestSite(kind, ("PhoneCodes:Guard", "Deny"));
        await SendingPast.QuietAsync(site);
        await SendingPast.AddAsync(site, TallyScope.All, 499, 0);
        Assert.NotEmpty((await AskAsync(site)).Visitor.Page?.Document.QuerySelectorAll("#work") ?? throw new InvalidOperationException());
        Assert.DoesNotContain(await DecisionsAsync(site), row => row.Rule == GuardRule.Surge);

        await SendingPast.AddAsync(site, TallyScope.All, 2, 0, phone: "0812345678", network: "127.0.0.1", minutesAgo: 20);
        Assert.NotEmpty((await AskAsync(site)).Visitor.Page?.Document.QuerySelectorAll("#work") ?? throw new InvalidOperationException());
        Assert.Contains(await DecisionsAsync(site), row => row is { Rule: GuardRule.Surge, Action: GuardAction.Work, Scope: TallyScope.All });
    }

    [Theory]
    [InlineData("Off", 500)]
    [InlineData("Deny", 19)]
    public async Task When_nobody_looks_or_all_is_quiet_nothing_is_recorded(string mode, int sent)
    {
        await using var site = new TestSite(kind, ("PhoneCodes:Guard", mode));
        await SendingPast.QuietAsync(site);
        await SendingPast.AddAsync(site, TallyScope.Network, sent, 0);
        Assert.NotNull((await AskAsync(site)).Visitor.Page?.Reference);
        Assert.Empty(await DecisionsAsync(site));
    }

    [Fact]
    public async Task A_strike_leaves_a_line_in_the_log_that_tells_of_nobody()
    {
        await using var site = new TestSite(kind);
        await SendingPast.AddAsync(site, TallyScope.Network, 20, 0);
        var newcomer = await AskAsync(site);
        var line = Assert.Single(site.Log.Lines, line => line.Contains("The guard struck", StringComparison.Ordinal));
        Assert.Contains("Unverified in Network, 20 sent within the hour, 0 of them right: Record", line, StringComparison.Ordinal);
        Assert.DoesNotContain(newcomer.Person.Phone[1..], line, StringComparison.Ordinal);
    }

    // In the run that the past of the tests is about.
    private static async Task<Newcomer> AskAsync(TestSite site) =>
        await Newcomer.AtCodeAsync(site, Person.New() with { Phone = $"0812345{Random.Shared.Next(679, 999)}" });

    private static Task<List<GuardDecisionRow>> DecisionsAsync(TestSite site) => site.LookAsync(db => db.GuardDecisions.AsNoTracking().ToListAsync());

    private static Task<List<SendTallyRow>> TalliesAsync(TestSite site) => site.LookAsync(db => db.SendTallies.AsNoTracking().ToListAsync());
}

/// <inheritdoc/>
public sealed class GuardTestsOnSqlite() : GuardTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class GuardTestsOnPostgres() : GuardTests(DatabaseKind.Postgres);
