using Samachik.Rules.Board.Moderation;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board.Moderation;

/// <summary>One appeal per decision, decided by somebody else.</summary>
public sealed class AppealTests
{
    private static readonly DateTimeOffset End = Now.AddDays(30);
    private static readonly AppealFacts Fine = new(Member, End, false, true);

    private static Appeal Of(AppealOutcome? outcome, BanProposal? ban = null)
    {
        ModerationDecision? decision = null;
        if (ban is not null) _ = ModerationDecision.SuspendForGood(Id(90), ban, OtherModerator, Limits, Now, out decision);
        else _ = ModerationDecision.TryDecide(Id(90), new(ModeratorAct.Hide, Subject, Rules.Board.ConductRule.Coarseness, Facts), Moderator, Limits, Now, out decision, out _);
        return new(Id(90), decision?.By ?? throw new InvalidOperationException(), Read("ข้อความนี้ไม่ได้ผิดกติกา"), Now, outcome);
    }

    [Fact]
    public void The_table_is_this() => Assert.All(
        from concerned in (Guid?[])[Member, OtherMember, null] from open in (DateTimeOffset?[])[null, End, Now] from before in Both from holds in Both
        select new AppealFacts(concerned, open, before, holds),
        facts => Assert.Equal(
            facts.Member != Member ? AppealVerdict.NotConcerned
            : facts.AppealUntil is null ? AppealVerdict.NothingToAppeal
            : facts.AppealedBefore ? AppealVerdict.AppealedBefore
            : !facts.Holds ? AppealVerdict.HoldsNoMore
            : facts.AppealUntil <= Now ? AppealVerdict.TooLate
            : AppealVerdict.May,
            facts.Check(Member, Now)));

    [Fact]
    public void The_time_for_it_ends_to_the_tick()
    {
        Assert.Equal(AppealVerdict.May, Fine.Check(Member, End - Tick));
        Assert.Equal(AppealVerdict.TooLate, Fine.Check(Member, End));
    }

    [Fact]
    public void Who_decided_does_not_decide_again()
    {
        var appeal = Of(null);
        Assert.Equal(AppealDecideVerdict.OwnDecision, appeal.CheckDecider(Moderator));
        Assert.Equal(AppealDecideVerdict.May, appeal.CheckDecider(OtherModerator));
    }

    [Fact]
    public void Of_two_who_decided_neither_does()
    {
        var appeal = Of(null, new(Subject, Rules.Board.ConductRule.Illegality, Facts, Moderator, Now, null));
        Assert.Equal(
            [AppealDecideVerdict.OwnDecision, AppealDecideVerdict.OwnDecision, AppealDecideVerdict.May],
            [appeal.CheckDecider(Moderator), appeal.CheckDecider(OtherModerator), appeal.CheckDecider(Id(23))]);
    }

    [Fact]
    public void It_is_decided_once() => Assert.All(Enum.GetValues<AppealOutcome>(), outcome =>
        Assert.Equal((AppealDecideVerdict.DecidedBefore, AppealDecideVerdict.DecidedBefore), (Of(outcome).CheckDecider(OtherModerator), Of(outcome).CheckDecider(Moderator))));

    [Fact]
    public void The_office_has_thirty_days_of_Thailand()
    {
        var due = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(7));
        Assert.Equal(due, Of(null).DueAt(Limits));
        Assert.False(Of(null).IsOverdue(Limits, due - Tick));
        Assert.True(Of(null).IsOverdue(Limits, due));
        Assert.False(Of(AppealOutcome.Upheld).IsOverdue(Limits, due));
    }

    [Fact]
    public void What_is_overturned_holds_no_more_and_what_is_upheld_does()
    {
        _ = ModerationDecision.TryDecide(
            Id(90), new(ModeratorAct.Suspend, Subject, Rules.Board.ConductRule.Coarseness, Facts, BoardTerm.Hours720), Moderator, Limits, Now, out var decision, out _);
        var entry = decision?.Entry ?? throw new InvalidOperationException();
        Assert.Equal(PostingState.Suspended, new DecisionLog([entry]).StandingOf(Member, Now).State);
        Assert.Equal(PostingState.Free, new DecisionLog([entry with { IsOverturned = true }]).StandingOf(Member, Now).State);
    }
}
