using System.Diagnostics.CodeAnalysis;
using Samachik.Rules.Figures;
using Samachik.Rules.Officers;

namespace Samachik.Rules.Board.Moderation;

/// <summary>
/// One decision, as it is recorded and never changed: what, about what, by which rule and facts, by whom, until when,
/// whether the member is told, and by when they may appeal (Administrative Procedure Act, B.E. 2539, sections 36, 37, 40).
/// It comes into being here alone, so that no machine ever decides against a person and nobody alone for good.
/// </summary>
public sealed record ModerationDecision
{
    private ModerationDecision(Guid id, DecisionAct act, DecisionSubject subject, ConductRule? rule, DecidedBy by, DateTimeOffset at) =>
        (Id, Act, Subject, Rule, By, At) = (id, act, subject, rule, by, at);

    /// <summary>Of the record.</summary>
    public Guid Id { get; }

    /// <summary>What was decided.</summary>
    public DecisionAct Act { get; }

    /// <summary>About what, with the copy of the text as it was.</summary>
    public DecisionSubject Subject { get; }

    /// <summary>The conduct rule; null: none was named.</summary>
    public ConductRule? Rule { get; }

    /// <summary>The facts; null: it needs none, or a machine's marks are the facts.</summary>
    public CaseText? Facts { get; private init; }

    /// <summary>Who decided.</summary>
    public DecidedBy By { get; }

    /// <summary>When; what it brings about begins then.</summary>
    public DateTimeOffset At { get; }

    /// <summary>When what it brings about ends by itself; null: it does not.</summary>
    public DateTimeOffset? Until { get; private init; }

    /// <summary>The earlier decision that holds no more.</summary>
    public Guid? Undoes { get; private init; }

    /// <summary>Why the member is not told; null: they are.</summary>
    public ActReason? Untold { get; private init; }

    /// <summary>From then on an appeal is late; null: nothing to appeal.</summary>
    public DateTimeOffset? AppealUntil { get; private init; }

    /// <summary>The decision as far as what holds now comes of it.</summary>
    public DecisionEntry Entry => new(Id, Act, By.IsMachine, Subject.Member, Subject.Post, Rule, At, Until, Undoes, IsOverturned: false);

    /// <summary>A moderator decides.</summary>
    public static bool TryDecide(
        Guid id, DecisionDraft draft, Guid moderator, BoardLimits limits, DateTimeOffset now,
        [NotNullWhen(true)] out ModerationDecision? decision, [NotNullWhen(false)] out DecisionFlaw? flaw)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(limits);
        flaw = draft.FlawUnder(limits);
        var act = DecisionActs.Recorded(draft.Act);
        decision = flaw is not null ? null : new(id, act, draft.Subject, draft.Rule, DecidedBy.Moderator(moderator), now)
        {
            Facts = draft.Facts,
            Until = DecisionActs.HasTerm(act) && draft.Term is { } term ? now + TimeSpan.FromHours((int)term) : null,
            Undoes = draft.Act == ModeratorAct.Restore ? draft.Undoes : null,
            Untold = draft.Untold,
            AppealUntil = AppealUntilOf(act, draft.Subject, draft.Untold, limits, now),
        };
        return decision is not null;
    }

    /// <summary>A second person approves that a member never posts again.</summary>
    public static DecideVerdict SuspendForGood(
        Guid id, BanProposal proposal, Guid second, BoardLimits limits, DateTimeOffset now, out ModerationDecision? decision)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(limits);
        var verdict = proposal.CheckDecider(second, now);
        var by = DecidedBy.Two(proposal.ProposedBy, second);
        decision = verdict != DecideVerdict.May ? null : new(id, DecisionAct.SuspendForGood, proposal.Subject, proposal.Rule, by, now)
        {
            Facts = proposal.Facts,
            AppealUntil = AppealUntilOf(DecisionAct.SuspendForGood, proposal.Subject, null, limits, now),
        };
        return verdict;
    }

    /// <summary>A machine decides about a text. Whose it is, is kept; against them it decides nothing.</summary>
    public static ModerationDecision ByMachine(
        Guid id, MachineAct act, DecisionSubject subject, ConductRule? rule, DecidingMachine machine, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new(id, DecisionActs.Recorded(act), subject, rule, DecidedBy.Machine(machine), now);
    }

    /// <summary>
    /// A report hides a post at once, until a moderator has looked: whatever they decide about the post ends it. The
    /// author appeals against their decision, not against this one.
    /// </summary>
    public static bool TryHideAtReport(
        Guid id, UrgentReport report, DecisionSubject subject, BoardLimits limits, DateTimeOffset now, [NotNullWhen(true)] out ModerationDecision? decision)
    {
        ArgumentNullException.ThrowIfNull(report);
        var hides = report.Hides(limits) && subject is { Post: not null, Copy: not null };
        decision = hides ? new(id, DecisionAct.Hide, subject, report.Rule, DecidedBy.Machine(DecidingMachine.AtUrgentReport), now) : null;
        return decision is not null;
    }

    private static DateTimeOffset? AppealUntilOf(DecisionAct act, DecisionSubject subject, ActReason? untold, BoardLimits limits, DateTimeOffset now) =>
        DecisionActs.IsAgainstAuthor(act) && subject.Member is not null
            ? ThaiDay.Of(now).EndOf(untold is null ? limits.AppealDays : limits.AppealDaysUntold) : null;
}
