using Samachik.Rules.Figures;

namespace Samachik.Rules.Board.Moderation;

/// <summary>Why something waits for a moderator.</summary>
public enum QueueReason
{
    /// <summary>It is among the first posts of a member.</summary>
    FirstPosts,

    /// <summary>The checker held it.</summary>
    HeldByChecker,

    /// <summary>The checker let it pass, but not without a doubt.</summary>
    FlaggedByChecker,

    /// <summary>A member reported it.</summary>
    Reported,

    /// <summary>Somebody from outside asks for its removal.</summary>
    TakeDown,

    /// <summary>Its author appeals.</summary>
    Appeal,
}

/// <summary>One of the reasons why something stands in the queue.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Rule">By which rule; null: none is named.</param>
/// <param name="Since">Since when.</param>
public sealed record QueueCause(QueueReason Reason, ConductRule? Rule, DateTimeOffset Since)
{
    /// <summary>How fast it is looked at.</summary>
    public ModerationLane Lane => Reason switch
    {
        QueueReason.TakeDown => ModerationLane.Urgent,
        QueueReason.Appeal => ModerationLane.Normal,
        QueueReason.FirstPosts or QueueReason.HeldByChecker or QueueReason.FlaggedByChecker or QueueReason.Reported =>
            Rule is { } rule ? ModerationLanes.Of(rule) : ModerationLane.Normal,
    };

    /// <summary>The first instant at which a decision is late.</summary>
    public DateTimeOffset DueAt(BoardLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Reason switch
        {
            QueueReason.TakeDown => Since + limits.TakeDownClock,
            QueueReason.Appeal => ThaiDay.Of(Since).EndOf(limits.AppealClockDays),
            QueueReason.FirstPosts or QueueReason.HeldByChecker => Since + InLane(limits.WaitingClock, limits),
            QueueReason.FlaggedByChecker or QueueReason.Reported => Since + InLane(limits.NormalClock, limits),
        };
    }

    private TimeSpan InLane(TimeSpan normal, BoardLimits limits) => Lane switch
    {
        ModerationLane.Urgent => limits.UrgentClock,
        ModerationLane.Normal => normal,
    };
}

/// <summary>
/// One matter in the queue: a post, or a decision that is appealed. However many causes come together, it is one item,
/// in the most urgent of their lanes and due with the first of them: a hundred reports weigh as one.
/// </summary>
public sealed record QueueItem
{
    /// <summary>A matter and its causes, one at least.</summary>
    /// <exception cref="ArgumentException">There is no cause.</exception>
    public QueueItem(Guid id, IReadOnlyCollection<QueueCause> causes)
    {
        ArgumentNullException.ThrowIfNull(causes);
        if (causes.Count == 0) throw new ArgumentException("Nothing stands in the queue without a cause.", nameof(causes));
        (Id, Causes) = (id, causes);
    }

    /// <summary>Of the post or the decision.</summary>
    public Guid Id { get; }

    /// <summary>Why it stands in the queue.</summary>
    public IReadOnlyCollection<QueueCause> Causes { get; }

    /// <summary>How fast it is looked at.</summary>
    public ModerationLane Lane => Causes.Min(cause => cause.Lane);

    /// <summary>The first instant at which a decision is late.</summary>
    public DateTimeOffset DueAt(BoardLimits limits) => Causes.Min(cause => cause.DueAt(limits));

    /// <summary>Whether a decision now is late.</summary>
    public bool IsOverdue(BoardLimits limits, DateTimeOffset now) => now >= DueAt(limits);

    /// <summary>What the queue is ordered by, the smallest first: the lane, then what is due first, then one fixed order.</summary>
    public (ModerationLane Lane, DateTimeOffset DueAt, Guid Id) Key(BoardLimits limits) => (Lane, DueAt(limits), Id);
}
