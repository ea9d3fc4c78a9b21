using CsCheck;
using Samachik.Rules.Board;
using Samachik.Rules.Board.Moderation;
using Samachik.Rules.Members;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board.Moderation;

/// <summary>Who reports, how often, and what it brings about.</summary>
public sealed class PostReportTests
{
    private static readonly ReportFacts Fine = new(AssuranceLevel.SelfAsserted, false, false, PostVisibility.Published, []);
    private static readonly UrgentReport Hiding = new(ConductRule.OthersData, AssuranceLevel.Proofed, 0, false, false);

    [Fact]
    public void The_table_is_this() => Assert.All(
        from level in (AssuranceLevel?[])[null, AssuranceLevel.SelfAsserted, AssuranceLevel.Matched, AssuranceLevel.Proofed]
        from own in Both from before in Both from visibility in Enum.GetValues<PostVisibility>() from reports in (int[])[0, 19, 20, 21]
        select new ReportFacts(level, own, before, visibility, [.. Enumerable.Repeat(Now.AddHours(-1), reports)]),
        facts => Assert.Equal(
            facts.Level is null ? ReportVerdict.NotAMember
            : facts.IsOwn ? ReportVerdict.OwnPost
            : facts.ReportedBefore ? ReportVerdict.ReportedBefore
            : facts.Visibility is not (PostVisibility.Published or PostVisibility.OfFormerMember) ? ReportVerdict.NotReadable
            : facts.LastDay.Count >= 20 ? ReportVerdict.TooManyToday
            : ReportVerdict.Taken,
            facts.Check(Limits, Now).Verdict));

    [Fact]
    public void Twenty_within_a_day_to_the_tick()
    {
        var facts = Fine with { LastDay = [.. Enumerable.Range(1, 20).Select(hour => Now.AddHours(-hour))] };
        var free = Now.AddHours(-20).AddDays(1);
        Assert.Equal((ReportVerdict.TooManyToday, free), facts.Check(Limits, Now));
        Assert.Equal((ReportVerdict.TooManyToday, free), facts.Check(Limits, free - Tick));
        Assert.Equal((ReportVerdict.Taken, null), facts.Check(Limits, free));
    }

    [Fact]
    public void Who_reported_before_is_told_so_and_not_that_the_day_is_full() =>
        Assert.Equal((ReportVerdict.ReportedBefore, null), (Fine with { ReportedBefore = true, LastDay = [.. Enumerable.Repeat(Now, 30)] }).Check(Limits, Now));

    [Fact]
    public void A_brigade_weighs_as_one() => Gen.Int[1, 2].Select(level => (AssuranceLevel)level).Array[1, 300].Sample(levels =>
        ReportWeights.Of(levels) == ReportWeight.OfMembers
        && ReportWeights.Of([.. levels, AssuranceLevel.Proofed]) == ReportWeights.Of([AssuranceLevel.Proofed]));

    [Fact]
    public void No_report_weighs_nothing() => Assert.Equal(ReportWeight.None, ReportWeights.Of([]));

    [Fact]
    public void A_post_is_hidden_at_once_by_this_table() => Assert.All(
        from rule in Enum.GetValues<ConductRule>() from level in Enum.GetValues<AssuranceLevel>() from unfounded in (int[])[0, 2, 3, 9]
        from office in Both from stands in Both
        select new UrgentReport(rule, level, unfounded, office, stands),
        report => Assert.Equal(
            report.Rule is ConductRule.Monarchy or ConductRule.OthersData or ConductRule.Illegality && report.Level == AssuranceLevel.Proofed
                && report.Unfounded < 3 && !report.IsOfOffice && !report.WasLetStand,
            report.Hides(Limits)));

    [Fact]
    public void A_first_report_of_a_proven_member_hides_and_leaves_a_record()
    {
        Assert.True(ModerationDecision.TryHideAtReport(Id(90), Hiding, Subject, Limits, Now, out var decision));
        Assert.Equal((DecisionAct.Hide, ConductRule.OthersData, true, Now), (decision.Act, decision.Rule, decision.By.IsMachine, decision.At));
        Assert.Equal(DecidingMachine.AtUrgentReport, decision.By.MachineThat);
        Assert.Equal(("urgent-report", 1), (DecidingMachine.AtUrgentReport.Name, DecidingMachine.AtUrgentReport.Version));
        Assert.Equal((Copy, null, null), (decision.Subject.Copy, decision.AppealUntil, decision.Until));
        Assert.Equal(new(ConductRule.OthersData, true), new DecisionLog([decision.Entry]).HidingOf(Post));
    }

    [Fact]
    public void What_hides_nothing_leaves_none()
    {
        Assert.False(ModerationDecision.TryHideAtReport(Id(90), Hiding with { Level = AssuranceLevel.Matched }, Subject, Limits, Now, out var decision));
        Assert.Null(decision);
        Assert.False(ModerationDecision.TryHideAtReport(Id(90), Hiding, Subject with { Copy = null }, Limits, Now, out _));
        Assert.False(ModerationDecision.TryHideAtReport(Id(90), Hiding, Subject with { Post = null }, Limits, Now, out _));
    }
}
