namespace Samachik.Rules.Board.Moderation;

/// <summary>Whether a member may post, as moderators decided. The graver, the greater. The account is another matter.</summary>
public enum PostingState
{
    /// <summary>At the pace of others.</summary>
    Free,

    /// <summary>Slower than others.</summary>
    Slowed,

    /// <summary>Not for a time.</summary>
    Suspended,

    /// <summary>Not again.</summary>
    SuspendedForGood,
}

/// <summary>How a member stands, and until when.</summary>
/// <param name="State">How.</param>
/// <param name="Until">When it ends by itself; null: it does not, or the member is free.</param>
public readonly record struct PostingStanding(PostingState State, DateTimeOffset? Until);

/// <summary>By which rule a post is hidden.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="ByMachine">Whether no moderator has looked at it yet.</param>
public sealed record PostHiding(ConductRule Rule, bool ByMachine);
