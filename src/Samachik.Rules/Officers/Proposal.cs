namespace Samachik.Rules.Officers;

/// <summary>What became of a proposal.</summary>
public enum ProposalDecision
{
    /// <summary>Another officer approved it, and it was done in the same instant.</summary>
    Approved,

    /// <summary>Another officer declined it.</summary>
    Declined,

    /// <summary>Who proposed it took it back.</summary>
    Withdrawn,

    /// <summary>Nobody decided in time.</summary>
    Lapsed,
}

/// <summary>Whether an officer may decide on a proposal.</summary>
public enum DecideVerdict
{
    /// <summary>Yes.</summary>
    May,

    /// <summary>It is their own: nobody approves or declines what they proposed themselves.</summary>
    Own,

    /// <summary>It is another's: only who proposed it takes it back.</summary>
    NotOwn,

    /// <summary>Their role may not.</summary>
    NotPermitted,

    /// <summary>It is decided already.</summary>
    DecidedBefore,

    /// <summary>Its time is over.</summary>
    Lapsed,

    /// <summary>The account is no longer as it has to be for this.</summary>
    FitsNoMore,

    /// <summary>Proposal or account changed in the same instant: look again.</summary>
    ChangedMeanwhile,
}

/// <summary>What needs two people, as far as it decides who may decide (product.md, section 8: nobody approves their own act).</summary>
/// <param name="Kind">What is proposed.</param>
/// <param name="ProposedBy">The officer who proposed it.</param>
/// <param name="LapsesAt">From then on nobody may approve it.</param>
/// <param name="Decision">What was decided; null: nothing yet.</param>
public sealed record Proposal(ProposalKind Kind, Guid ProposedBy, DateTimeOffset LapsesAt, ProposalDecision? Decision)
{
    /// <summary>So long a proposal waits for somebody to decide.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromDays(7);

    /// <summary>Whether it still waits.</summary>
    public bool IsOpen(DateTimeOffset now) => Decision is null && now < LapsesAt;

    /// <summary>Whether an officer may approve or decline it.</summary>
    public DecideVerdict CheckDecider(Guid officer, OfficerRole role, DateTimeOffset now) =>
        Decision is not null ? DecideVerdict.DecidedBefore
        : now >= LapsesAt ? DecideVerdict.Lapsed
        : officer == ProposedBy ? DecideVerdict.Own
        : RolePermissions.May(role, ProposalPermissions.ToApprove(Kind)) ? DecideVerdict.May : DecideVerdict.NotPermitted;

    /// <summary>Whether an officer may take it back.</summary>
    public DecideVerdict CheckWithdrawal(Guid officer) =>
        Decision is not null ? DecideVerdict.DecidedBefore : officer == ProposedBy ? DecideVerdict.May : DecideVerdict.NotOwn;
}
