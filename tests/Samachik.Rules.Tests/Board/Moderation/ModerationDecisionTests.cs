using System.Reflection;
using Samachik.Rules.Board;
using Samachik.Rules.Board.Moderation;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board.Moderation;

/// <summary>What a decision has to have, and what its record says.</summary>
public sealed class ModerationDecisionTests
{
    private static readonly BoardLimits Silent = Limits with { MayLeaveOutNotice = true };

    private static readonly ModeratorAct[] Against = [ModeratorAct.Hide, ModeratorAct.Warn, ModeratorAct.Slow, ModeratorAct.Suspend];

    private static DecisionDraft Draft(ModeratorAct act) =>
        new(act, Subject, ConductRule.OthersData, Facts, BoardTerm.Hours24, Undoes: act == ModeratorAct.Restore ? Id(80) : null);

    private static ModerationDecision Decide(DecisionDraft draft, BoardLimits? limits = null) =>
        ModerationDecision.TryDecide(Id(90), draft, Moderator, limits ?? Limits, Now, out var decision, out var flaw) ? decision : throw new InvalidOperationException($"{flaw}");

    [Fact]
    public void The_flaws_are_these() => Assert.All(
        from act in Enum.GetValues<ModeratorAct>() from member in Both from post in Both from copy in Both from rule in Both from facts in Both
        from term in Both from undoes in Both from told in Both from limits in (BoardLimits[])[Limits, Silent]
        select (Limits: limits, Draft: new DecisionDraft(
            act, new(member ? Member : null, post ? Post : null, copy ? Copy : null), rule ? ConductRule.Coarseness : null, facts ? Facts : null,
            term ? BoardTerm.Hours72 : null, undoes ? Id(80) : null, told ? null : Reason)),
        one =>
        {
            var (act, draft) = (one.Draft.Act, one.Draft);
            DecisionFlaw? expected =
                act == ModeratorAct.Restore && (draft.Undoes is null || draft.Subject is { Member: null, Post: null }) ? DecisionFlaw.NothingUndone
                : act != ModeratorAct.Restore && (draft.Subject.Post is null || draft.Subject.Copy is null) ? DecisionFlaw.NoPost
                : act is ModeratorAct.Warn or ModeratorAct.Slow or ModeratorAct.Suspend && draft.Subject.Member is null ? DecisionFlaw.NoMember
                : Against.Contains(act) && draft.Rule is null ? DecisionFlaw.NoRule
                : (Against.Contains(act) || act == ModeratorAct.Restore) && draft.Facts is null ? DecisionFlaw.NoFacts
                : act is ModeratorAct.Slow or ModeratorAct.Suspend && draft.Term is null ? DecisionFlaw.NoTerm
                : draft.Untold is not null && act == ModeratorAct.Warn ? DecisionFlaw.WarningUntold
                : draft.Untold is not null && !one.Limits.MayLeaveOutNotice ? DecisionFlaw.NoticeOwed
                : null;
            Assert.Equal(expected, draft.FlawUnder(one.Limits));
            Assert.Equal(expected is null, ModerationDecision.TryDecide(Id(90), draft, Moderator, one.Limits, Now, out var decision, out var flaw));
            Assert.Equal((expected is null, expected), (decision is not null, flaw));
        });

    [Theory]
    [InlineData(ModeratorAct.Approve, DecisionAct.Approve)]
    [InlineData(ModeratorAct.Dismiss, DecisionAct.Dismiss)]
    [InlineData(ModeratorAct.Hide, DecisionAct.Hide)]
    [InlineData(ModeratorAct.Warn, DecisionAct.Warn)]
    [InlineData(ModeratorAct.Slow, DecisionAct.Slow)]
    [InlineData(ModeratorAct.Suspend, DecisionAct.Suspend)]
    [InlineData(ModeratorAct.Restore, DecisionAct.Restore)]
    public void The_record_has_all_of_it(ModeratorAct act, DecisionAct recorded)
    {
        var decision = Decide(Draft(act));
        Assert.Equal((Id(90), recorded, Subject, ConductRule.OthersData, Facts, Now), (decision.Id, decision.Act, decision.Subject, decision.Rule, decision.Facts, decision.At));
        Assert.Equal((Moderator, null, null, false), (decision.By.ModeratorId, decision.By.SecondId, decision.By.MachineThat, decision.By.IsMachine));
        Assert.Equal(act == ModeratorAct.Restore ? Id(80) : null, decision.Undoes);
        Assert.Equal(
            new(Id(90), recorded, false, Member, Post, ConductRule.OthersData, Now, decision.Until, decision.Undoes, false), decision.Entry);
    }

    [Theory]
    [InlineData(BoardTerm.Hours24, 24)]
    [InlineData(BoardTerm.Hours72, 72)]
    [InlineData(BoardTerm.Hours168, 168)]
    [InlineData(BoardTerm.Hours720, 720)]
    public void A_term_is_of_hours_and_only_slowing_and_suspending_have_one(BoardTerm term, int hours) => Assert.All(Enum.GetValues<ModeratorAct>(), act =>
        Assert.Equal(act is ModeratorAct.Slow or ModeratorAct.Suspend ? Now.AddHours(hours) : null, Decide(Draft(act) with { Term = term }).Until));

    [Fact]
    public void No_other_terms_are_read() => Assert.Equal(
        [24, 72, 168, 720], Enumerable.Range(-1, 1_000).Append(int.MaxValue).Where(hours => BoardTerms.Of(hours) is { } term && (int)term == hours));

    [Fact]
    public void An_appeal_is_open_to_the_end_of_the_thirtieth_day_in_Thailand() => Assert.All(Enum.GetValues<ModeratorAct>(), act =>
        Assert.Equal(Against.Contains(act) ? new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)) : null, Decide(Draft(act)).AppealUntil));

    [Fact]
    public void Who_was_not_told_has_a_year()
    {
        var decision = Decide(Draft(ModeratorAct.Hide) with { Untold = Reason }, Silent);
        Assert.Equal(new DateTimeOffset(2027, 12, 2, 0, 0, 0, TimeSpan.FromHours(7)), decision.AppealUntil);
        Assert.Equal(Reason, decision.Untold);
        Assert.Null(Decide(Draft(ModeratorAct.Hide), Silent).Untold);
    }

    [Fact]
    public void An_official_answer_is_hidden_without_an_appeal() =>
        Assert.Null(Decide(Draft(ModeratorAct.Hide) with { Subject = Subject with { Member = null } }).AppealUntil);

    [Theory]
    [InlineData(MachineAct.Flag, DecisionAct.Flag)]
    [InlineData(MachineAct.Hold, DecisionAct.Hold)]
    [InlineData(MachineAct.Block, DecisionAct.Block)]
    public void A_machine_is_recorded_with_its_version(MachineAct act, DecisionAct recorded)
    {
        var decision = ModerationDecision.ByMachine(Id(90), act, Subject, ConductRule.OthersData, new("personal-data", 7), Now);
        Assert.Equal((recorded, true, new("personal-data", 7), null), (decision.Act, decision.By.IsMachine, decision.By.MachineThat, decision.By.ModeratorId));
        Assert.Equal((null, null, null), (decision.AppealUntil, decision.Until, decision.Facts));
        Assert.False(decision.By.Has(Guid.Empty));
    }

    [Fact]
    public void Nothing_that_a_machine_decides_is_against_a_person() =>
        Assert.Equal(["Flag", "Hold", "Block"], Enum.GetNames<MachineAct>());

    [Fact]
    public void Nobody_suspends_for_good_alone() => Assert.DoesNotContain(Enum.GetNames<ModeratorAct>(), name => name.Contains("Good", StringComparison.Ordinal));

    [Fact]
    public void A_decision_comes_from_nowhere_else_and_does_not_change()
    {
        foreach (var type in (Type[])[typeof(ModerationDecision), typeof(DecidedBy)])
        {
            Assert.Empty(type.GetConstructors());
            Assert.All(type.GetProperties(), property => Assert.Null(property.GetSetMethod()));
        }

        Assert.Equal(
            ["ByMachine", "SuspendForGood", "TryDecide", "TryHideAtReport"],
            typeof(ModerationDecision).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name).Where(name => !name.StartsWith("op_", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void A_record_prints_no_word_of_a_member()
    {
        var printed = $"{Decide(Draft(ModeratorAct.Hide))}";
        Assert.DoesNotContain("เบิก", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("เบอร์", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("เบอร์", $"{Draft(ModeratorAct.Hide)}", StringComparison.Ordinal);
    }
}
