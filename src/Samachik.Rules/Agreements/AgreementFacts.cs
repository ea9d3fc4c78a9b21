using Samachik.Rules.Figures;

namespace Samachik.Rules.Agreements;

/// <summary>How a version that was made in the console stands.</summary>
public enum AgreementState
{
    /// <summary>It is being written.</summary>
    Draft,

    /// <summary>It waits for a second person.</summary>
    Proposed,

    /// <summary>A second person published it; nothing in it changes any more.</summary>
    Published,

    /// <summary>It was dropped before it was published.</summary>
    Dropped,
}

/// <summary>What became of an act on a version.</summary>
public enum AgreementVerdict
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It is published or dropped: nothing changes any more.</summary>
    Settled,

    /// <summary>Somebody else drafts it.</summary>
    NotYours,

    /// <summary>Who drafted it never publishes it.</summary>
    OwnDraft,

    /// <summary>It is not proposed.</summary>
    NotProposed,

    /// <summary>It is not what was seen, or was changed at the same moment.</summary>
    ChangedMeanwhile,

    /// <summary>The day it takes effect is too near for every node to know of it in time.</summary>
    TooSoon,

    /// <summary>There is a version of this number.</summary>
    VersionTaken,

    /// <summary>Another version takes effect on that day.</summary>
    DayTaken,
}

/// <summary>What is known of a version that was made in the console, and what may be done with it.</summary>
/// <param name="DraftedBy">Who writes it. Nobody else changes a word of it, so that whoever approves has written none.</param>
/// <param name="ProposedAt">When it was proposed; null again after a change.</param>
/// <param name="ApprovedAt">When it was published.</param>
/// <param name="DroppedAt">When it was dropped.</param>
/// <param name="Effective">The day it takes effect.</param>
/// <param name="Digest">Of all that it says.</param>
public sealed record AgreementFacts(
    Guid DraftedBy, DateTimeOffset? ProposedAt, DateTimeOffset? ApprovedAt, DateTimeOffset? DroppedAt, DateOnly Effective, string Digest)
{
    // Every node reads once a minute; an hour outlasts a bad one.
    private static readonly TimeSpan Lead = TimeSpan.FromHours(1);

    /// <summary>How it stands.</summary>
    public AgreementState State => this switch
    {
        { DroppedAt: not null } => AgreementState.Dropped,
        { ApprovedAt: not null } => AgreementState.Published,
        { ProposedAt: not null } => AgreementState.Proposed,
        _ => AgreementState.Draft,
    };

    /// <summary>The first day on which a version may take effect that is published now: tomorrow in Thailand, in the last hour of a day the day after.</summary>
    public static DateOnly EarliestDay(DateTimeOffset now) => ThaiDay.Of(now + Lead).After.Date;

    /// <summary>Whether somebody may change it who saw it as it was.</summary>
    public AgreementVerdict Edit(Guid officer, string? seen) =>
        IsSettled ? AgreementVerdict.Settled
        : DraftedBy != officer ? AgreementVerdict.NotYours
        : Digest != seen ? AgreementVerdict.ChangedMeanwhile
        : AgreementVerdict.Done;

    /// <summary>Whether somebody may propose it.</summary>
    public AgreementVerdict Propose(Guid officer, string? seen, DateTimeOffset now) =>
        Edit(officer, seen) is not AgreementVerdict.Done and var refused ? refused
        : Effective < EarliestDay(now) ? AgreementVerdict.TooSoon
        : AgreementVerdict.Done;

    /// <summary>Whether somebody may publish what they saw: never who drafted it.</summary>
    public AgreementVerdict Approve(Guid officer, string? seen, DateTimeOffset now) =>
        IsSettled ? AgreementVerdict.Settled
        : DraftedBy == officer ? AgreementVerdict.OwnDraft
        : Digest != seen ? AgreementVerdict.ChangedMeanwhile
        : ProposedAt is null ? AgreementVerdict.NotProposed
        : Effective < EarliestDay(now) ? AgreementVerdict.TooSoon
        : AgreementVerdict.Done;

    /// <summary>Whether somebody may drop it: who drafted it at any time, who could approve it once it is proposed.</summary>
    public AgreementVerdict Drop(Guid officer) =>
        IsSettled ? AgreementVerdict.Settled
        : DraftedBy != officer && ProposedAt is null ? AgreementVerdict.NotProposed
        : AgreementVerdict.Done;

    private bool IsSettled => ApprovedAt is not null || DroppedAt is not null;
}
