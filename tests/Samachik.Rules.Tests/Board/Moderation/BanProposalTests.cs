using Samachik.Rules.Board;
using Samachik.Rules.Board.Moderation;
using Samachik.Rules.Officers;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board.Moderation;

/// <summary>Two of the staff for what never ends.</summary>
public sealed class BanProposalTests
{
    private static readonly BanProposal Open = new(Subject, ConductRule.Illegality, Facts, Moderator, Now, null);

    [Fact]
    public void A_second_person_makes_it_a_decision()
    {
        var later = Now.AddHours(5);
        Assert.Equal(DecideVerdict.May, ModerationDecision.SuspendForGood(Id(90), Open, OtherModerator, Limits, later, out var decision));
        Assert.NotNull(decision);
        Assert.Equal((DecisionAct.SuspendForGood, ConductRule.Illegality, Facts, Subject), (decision.Act, decision.Rule, decision.Facts, decision.Subject));
        Assert.Equal((Moderator, OtherModerator, null), (decision.By.ModeratorId, decision.By.SecondId, decision.By.MachineThat));
        Assert.True(decision.By.Has(Moderator) && decision.By.Has(OtherModerator));
        Assert.False(decision.By.Has(Id(23)));
        Assert.Equal((later, null), (decision.At, decision.Until));
        Assert.NotNull(decision.AppealUntil);
        Assert.Equal(new(PostingState.SuspendedForGood, null), new DecisionLog([decision.Entry]).StandingOf(Member, later.AddYears(50)));
    }

    [Fact]
    public void Who_proposed_it_never_does()
    {
        Assert.Equal(DecideVerdict.Own, ModerationDecision.SuspendForGood(Id(90), Open, Moderator, Limits, Now, out var decision));
        Assert.Null(decision);
    }

    [Fact]
    public void It_lapses_after_seven_days_to_the_tick()
    {
        Assert.Equal(Now.AddDays(7), Open.LapsesAt);
        Assert.Equal(DecideVerdict.May, Open.CheckDecider(OtherModerator, Open.LapsesAt - Tick));
        Assert.Equal(DecideVerdict.Lapsed, Open.CheckDecider(OtherModerator, Open.LapsesAt));
        Assert.Equal(DecideVerdict.Lapsed, ModerationDecision.SuspendForGood(Id(90), Open, OtherModerator, Limits, Open.LapsesAt, out var decision));
        Assert.Null(decision);
    }

    [Fact]
    public void What_is_decided_is_decided() => Assert.All(Enum.GetValues<ProposalDecision>(), decided =>
    {
        var proposal = Open with { Decision = decided };
        Assert.Equal((DecideVerdict.DecidedBefore, DecideVerdict.DecidedBefore), (proposal.CheckDecider(OtherModerator, Now), proposal.CheckWithdrawal(Moderator)));
    });

    [Fact]
    public void Only_who_proposed_takes_it_back()
    {
        Assert.Equal(DecideVerdict.May, Open.CheckWithdrawal(Moderator));
        Assert.Equal(DecideVerdict.NotOwn, Open.CheckWithdrawal(OtherModerator));
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void It_names_a_member_and_shows_the_post(bool member, bool post, bool copy)
    {
        var proposal = Open with { Subject = new(member ? Member : null, post ? Post : null, copy ? Copy : null) };
        Assert.Equal(DecideVerdict.FitsNoMore, proposal.CheckDecider(OtherModerator, Now));
    }
}
