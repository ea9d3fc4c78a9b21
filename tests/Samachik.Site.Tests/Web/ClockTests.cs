using System.Net;
using Samachik.Rules.Audit;
using Samachik.Site.Tests.NotMe;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Web;

/// <summary>
/// Clocks that differ, and a clock that is set back: what was used, ended, counted or disabled stays so. What still
/// lives is no longer alive than by the clock of the node that looks.
/// </summary>
public abstract class ClockTests(DatabaseKind kind)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    // One for both nodes: either's worker may take a message of the other's.
    private readonly RecordingGateway gateway = new();

    [Fact]
    public async Task On_a_node_that_runs_an_hour_behind_nothing_comes_to_life_again()
    {
        await using var place = new TestPlace(kind);
        await using var ahead = new TestSite(place) { Gateway = gateway };
        ahead.Clock.Advance(TimeSpan.FromHours(1));
        await using var behind = new TestSite(place) { Gateway = gateway };
        var member = await Member.SignedInAsync(ahead);
        var dead = member.Elsewhere();
        await dead.SignInAsync();
        var ended = dead.On(behind);
        await dead.SignOutAsync();
        Assert.False(await ended.IsSignedInAsync());
        Assert.True(await member.On(behind).IsSignedInAsync());

        var link = await Told.LinkOfAsync(ahead, member.Person, AuditAct.NameChanged);
        await ahead.NewVisitor().SubmitAndFollowAsync(link);
        Assert.Null((await behind.NewVisitor().GetAsync(link)).Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_used_code_stays_used_and_used_up_tries_stay_used_up()
    {
        await using var place = new TestPlace(kind);
        await using var ahead = new TestSite(place) { Gateway = gateway };
        ahead.Clock.Advance(TimeSpan.FromHours(1));
        await using var behind = new TestSite(place) { Gateway = gateway };
        var newcomer = await Newcomer.AtCodeAsync(ahead);
        var code = await newcomer.CodeAsync();
        for (var i = 0; i < 5; i++) await newcomer.TypeWrongCodeAsync();
        var same = new Newcomer(behind, newcomer.Person, newcomer.Visitor.Copy(behind));
        Assert.Equal(SiteTexts.Of<PhoneCodeTexts>(behind, "th", "CodeVerdict.TooManyTries"), (await same.TypeCodeAsync(code)).ErrorOf("Code"));

        // The wait after wrong passwords is no shorter there either, and no longer for ever.
        var member = await Member.NewAsync(ahead);
        for (var i = 0; i < 5; i++) await member.GiveCredentialsAsync("notTheRightOne1");
        foreach (var node in (TestSite[])[ahead, behind]) Assert.NotEmpty((await member.On(node).GiveCredentialsAsync()).FieldsInError);
        ahead.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("/sign-in/code", (await member.GiveCredentialsAsync()).Location);
    }

    [Fact]
    public async Task Ten_minutes_apart_a_code_is_dead_by_the_clock_of_the_node_that_looks()
    {
        await using var place = new TestPlace(kind);
        await using var one = new TestSite(place) { Gateway = gateway };
        await using var ahead = new TestSite(place) { Gateway = gateway };
        ahead.Clock.Advance(Skew);
        var member = await Member.NewAsync(one);
        await member.AskForCodeAsync();
        var code = await member.CodeAsync();
        var there = member.On(ahead);
        await there.Visitor.GetAsync("/sign-in/code");
        Assert.Equal(SiteTexts.Of<PhoneCodeTexts>(ahead, "th", "CodeVerdict.Expired"), (await there.TypeCodeAsync(code)).ErrorOf("Code"));
        one.Clock.Advance(TimeSpan.FromMinutes(5));
        await member.Visitor.OpenAsync("/sign-in/code");
        Assert.Equal(SiteTexts.Of<PhoneCodeTexts>(one, "th", "CodeVerdict.Expired"), (await member.TypeCodeAsync(code)).ErrorOf("Code"));
    }

    [Fact]
    public async Task A_session_that_is_kept_on_one_node_is_not_lost_on_another_ten_minutes_apart()
    {
        await using var place = new TestPlace(kind);
        await using var one = new TestSite(place) { Gateway = gateway };
        await using var ahead = new TestSite(place) { Gateway = gateway };
        ahead.Clock.Advance(Skew);
        var member = await Member.SignedInAsync(one);
        for (var i = 0; i < 6; i++)
        {
            Assert.True(await member.On(ahead).IsSignedInAsync());
            Assert.True(await member.On(one).IsSignedInAsync());
            one.Clock.Advance(Skew);
            ahead.Clock.Advance(Skew);
        }

        Assert.Equal(HttpStatusCode.OK, (await member.On(ahead).Visitor.GetAsync("/account")).Status);
    }
}

/// <inheritdoc/>
public sealed class ClockTestsOnSqlite() : ClockTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class ClockTestsOnPostgres() : ClockTests(DatabaseKind.Postgres);
