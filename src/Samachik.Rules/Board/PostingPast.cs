namespace Samachik.Rules.Board;

/// <summary>What a member has posted so far, as far as it makes them new here or not. The level of the account does not matter.</summary>
/// <param name="Approved">Posts that were published and are not hidden.</param>
/// <param name="Waiting">Posts that wait for a moderator.</param>
/// <param name="FirstPostAt">When the member first posted anything; null: never.</param>
public sealed record PostingPast(int Approved, int Waiting, DateTimeOffset? FirstPostAt)
{
    /// <summary>Whether the next post is one of the first, which wait for a moderator.</summary>
    public bool IsAmongFirst(BoardLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Approved < limits.FirstPostsThatWait;
    }

    /// <summary>Whether the first day is not over; before the first post it has not even begun.</summary>
    public bool IsFirstDay(BoardLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return FirstPostAt is not { } first || now - first < limits.FirstDay;
    }

    /// <summary>Whether the limits for new members hold.</summary>
    public bool IsNew(BoardLimits limits, DateTimeOffset now) => IsAmongFirst(limits) || IsFirstDay(limits, now);
}
