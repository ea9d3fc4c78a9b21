namespace Samachik.Rules.Board;

/// <summary>Whether a draft is kept.</summary>
public enum DraftVerdict
{
    /// <summary>It is.</summary>
    Kept,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is longer than any post.</summary>
    TooLong,

    /// <summary>The member has as many as are kept; none goes without their word.</summary>
    ShelfFull,
}

/// <summary>A member's own drafts, that nobody else reads. What is in them is as typed and may be no post yet.</summary>
/// <param name="LastTouched">When each draft was last touched.</param>
public sealed record DraftShelf(IReadOnlyCollection<DateTimeOffset> LastTouched)
{
    /// <summary>How many still live.</summary>
    public int Count(BoardLimits limits, DateTimeOffset now) => LastTouched.Count(touched => Lives(touched, limits, now));

    /// <summary>Whether a draft still lives; housekeeping takes the others away.</summary>
    public static bool Lives(DateTimeOffset touched, BoardLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return now - touched < limits.DraftLife;
    }

    /// <summary>Whether a draft is kept.</summary>
    /// <param name="title">Its title as typed; null for an answer.</param>
    /// <param name="text">Its text as typed.</param>
    /// <param name="isNew">Whether it needs a place of its own, or takes that of an earlier one.</param>
    /// <param name="limits">The board's limits.</param>
    /// <param name="now">The time.</param>
    public DraftVerdict Keep(string? title, string? text, bool isNew, BoardLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return string.IsNullOrWhiteSpace(title) && string.IsNullOrWhiteSpace(text) ? DraftVerdict.Empty
            : Length(title) > QuestionTitle.MaxLength || Length(text) > PostText.MaxLength ? DraftVerdict.TooLong
            : isNew && Count(limits, now) >= limits.MostDrafts ? DraftVerdict.ShelfFull
            : DraftVerdict.Kept;
    }

    private static int Length(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Length;
}
