using Samachik.Rules.Officers;

namespace Samachik.Rules.Board.Moderation;

/// <summary>Why a decision cannot stand as it is.</summary>
public enum DecisionFlaw
{
    /// <summary>It names no post, or there is no copy of it.</summary>
    NoPost,

    /// <summary>The post is not a member's.</summary>
    NoMember,

    /// <summary>It names no rule.</summary>
    NoRule,

    /// <summary>It states no facts.</summary>
    NoFacts,

    /// <summary>It does not say how long.</summary>
    NoTerm,

    /// <summary>It does not say which decision holds no more.</summary>
    NothingUndone,

    /// <summary>The member has to be told: the office has not set it otherwise.</summary>
    NoticeOwed,

    /// <summary>A warning that nobody is told of warns nobody.</summary>
    WarningUntold,
}

/// <summary>What a decision is about.</summary>
/// <param name="Member">The post's author; null: the office.</param>
/// <param name="Post">The post; null: none is saved, or it is about a member alone.</param>
/// <param name="Copy">The post as it was.</param>
public sealed record DecisionSubject(Guid? Member, Guid? Post, PostCopy? Copy);

/// <summary>What a moderator wants to decide.</summary>
/// <param name="Act">What.</param>
/// <param name="Subject">About what; a restoring has the member and the post of what it undoes.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="Facts">What happened, as the member is told it.</param>
/// <param name="Term">For how long.</param>
/// <param name="Undoes">Which earlier decision holds no more.</param>
/// <param name="Untold">Why the member is not told; null: they are.</param>
public sealed record DecisionDraft(
    ModeratorAct Act, DecisionSubject Subject, ConductRule? Rule, CaseText? Facts, BoardTerm? Term = null, Guid? Undoes = null, ActReason? Untold = null)
{
    /// <summary>What is wrong with it, the first thing first; null: nothing.</summary>
    public DecisionFlaw? FlawUnder(BoardLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var act = DecisionActs.Recorded(Act);
        return Act == ModeratorAct.Restore && (Undoes is null || Subject is { Member: null, Post: null }) ? DecisionFlaw.NothingUndone
            : Act != ModeratorAct.Restore && Subject is not { Post: not null, Copy: not null } ? DecisionFlaw.NoPost
            : DecisionActs.IsAboutMember(act) && Subject.Member is null ? DecisionFlaw.NoMember
            : DecisionActs.IsAgainstAuthor(act) && Rule is null ? DecisionFlaw.NoRule
            : (DecisionActs.IsAgainstAuthor(act) || Act == ModeratorAct.Restore) && Facts is null ? DecisionFlaw.NoFacts
            : DecisionActs.HasTerm(act) && Term is null ? DecisionFlaw.NoTerm
            : Untold is null ? null
            : Act == ModeratorAct.Warn ? DecisionFlaw.WarningUntold
            : limits.MayLeaveOutNotice ? null : DecisionFlaw.NoticeOwed;
    }
}
