using Samachik.Rules.Recovery;

namespace Samachik.Rules.Board.Moderation;

/// <summary>What became of a request for removal.</summary>
public enum TakeDownOutcome
{
    /// <summary>The post was hidden.</summary>
    Hidden,

    /// <summary>The post stays; the answer says why.</summary>
    Kept,

    /// <summary>Nobody could read the post any more.</summary>
    GoneAlready,
}

/// <summary>How a request for removal stands.</summary>
public enum TakeDownState
{
    /// <summary>It waits for a moderator.</summary>
    Open,

    /// <summary>It waits, and an answer is late.</summary>
    Overdue,

    /// <summary>It is answered.</summary>
    Answered,
}

/// <summary>
/// That somebody from outside asks for the removal of a post. It hides nothing by itself, for anybody may file one about
/// any post; a moderator has 24 hours. What the post said when it came in is kept, whatever its author does.
/// </summary>
/// <param name="Number">Its case number, for the person and for the telephone.</param>
/// <param name="Post">The post.</param>
/// <param name="Evidence">The post as it was.</param>
/// <param name="Details">Who asks, and why.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="Outcome">What became of it; null: nothing yet.</param>
public sealed record TakeDownRequest(
    CaseNumber Number, Guid Post, PostCopy Evidence, TakeDownDetails Details, DateTimeOffset ReceivedAt, TakeDownOutcome? Outcome)
{
    /// <summary>Why it stands in the queue.</summary>
    public QueueCause Cause => new(QueueReason.TakeDown, TakeDownGrounds.RuleOf(Details.Ground), ReceivedAt);

    /// <summary>The first instant at which an answer is late.</summary>
    public DateTimeOffset DueAt(BoardLimits limits) => Cause.DueAt(limits);

    /// <summary>How it stands.</summary>
    public TakeDownState State(BoardLimits limits, DateTimeOffset now) =>
        Outcome is not null ? TakeDownState.Answered : now >= DueAt(limits) ? TakeDownState.Overdue : TakeDownState.Open;

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(TakeDownRequest)} {Number}";
}
