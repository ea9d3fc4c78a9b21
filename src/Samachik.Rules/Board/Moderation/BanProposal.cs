using Samachik.Rules.Officers;

namespace Samachik.Rules.Board.Moderation;

/// <summary>
/// That a moderator wants a member never to post again. It holds nobody back by itself; until somebody else has decided,
/// the moderator may suspend for a time.
/// </summary>
/// <param name="Subject">The member, and the post that is the reason.</param>
/// <param name="Rule">The rule broken.</param>
/// <param name="Facts">What happened, as the member is told it.</param>
/// <param name="ProposedBy">Who proposes it.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="Decision">What was decided; null: nothing yet.</param>
public sealed record BanProposal(
    DecisionSubject Subject, ConductRule Rule, CaseText Facts, Guid ProposedBy, DateTimeOffset ProposedAt, ProposalDecision? Decision)
{
    /// <summary>From then on nobody may approve it.</summary>
    public DateTimeOffset LapsesAt => ProposedAt + Proposal.Life;

    /// <summary>Whether somebody may approve or decline it. Their permission is asked by the page.</summary>
    public DecideVerdict CheckDecider(Guid officer, DateTimeOffset now) =>
        Decision is not null ? DecideVerdict.DecidedBefore
        : now >= LapsesAt ? DecideVerdict.Lapsed
        : officer == ProposedBy ? DecideVerdict.Own
        : Subject is { Member: not null, Post: not null, Copy: not null } ? DecideVerdict.May : DecideVerdict.FitsNoMore;

    /// <summary>Whether somebody may take it back.</summary>
    public DecideVerdict CheckWithdrawal(Guid officer) =>
        Decision is not null ? DecideVerdict.DecidedBefore : officer == ProposedBy ? DecideVerdict.May : DecideVerdict.NotOwn;
}
