using Samachik.Rules.Board.Moderation;

namespace Samachik.Rules.Board;

/// <summary>Whether a member may change or withdraw a post.</summary>
public enum EditVerdict
{
    /// <summary>Yes; a change goes by the check again.</summary>
    May,

    /// <summary>It is another's.</summary>
    NotAuthor,

    /// <summary>A moderator hid it: who does not agree appeals.</summary>
    Hidden,

    /// <summary>It was withdrawn or erased.</summary>
    Gone,

    /// <summary>Others have read it for too long to be told something else.</summary>
    TooLate,

    /// <summary>It was changed too often.</summary>
    TooOften,

    /// <summary>The member may not post for now.</summary>
    Suspended,
}

/// <summary>What decides whether somebody may change or withdraw a post. Every change is kept beside what stood before.</summary>
/// <param name="IsAuthor">Whether who asks wrote it.</param>
/// <param name="Facts">How the post stands.</param>
/// <param name="Edits">How often it was changed.</param>
/// <param name="Standing">How its author stands.</param>
public sealed record PostChanges(bool IsAuthor, PostFacts Facts, int Edits, PostingState Standing)
{
    /// <summary>
    /// Whether it may be changed: while nobody but its author can read it at any time, afterwards for
    /// <see cref="BoardLimits.EditWindow"/>.
    /// </summary>
    public EditVerdict Edit(BoardLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Withdraw() is not EditVerdict.May and var refused ? refused
            : Standing is PostingState.Suspended or PostingState.SuspendedForGood ? EditVerdict.Suspended
            : now - Facts.PublishedAt >= limits.EditWindow ? EditVerdict.TooLate
            : Edits >= limits.MostEdits ? EditVerdict.TooOften
            : EditVerdict.May;
    }

    /// <summary>Whether it may be withdrawn: at any time, by a suspended member too.</summary>
    public EditVerdict Withdraw() => IsAuthor ? OfOffice(Facts) : EditVerdict.NotAuthor;

    /// <summary>
    /// Whether an official answer may be changed or withdrawn: at any time and by any officer who answers, for it is the
    /// office's word and has to stay right. What stood before is shown beside it.
    /// </summary>
    public static EditVerdict OfOffice(PostFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Visibility switch
        {
            PostVisibility.Published or PostVisibility.Waiting => EditVerdict.May,
            PostVisibility.Hidden => EditVerdict.Hidden,
            PostVisibility.Withdrawn or PostVisibility.Gone or PostVisibility.Erased or PostVisibility.OfFormerMember => EditVerdict.Gone,
        };
    }
}
