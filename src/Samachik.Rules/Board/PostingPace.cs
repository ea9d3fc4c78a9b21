namespace Samachik.Rules.Board;

/// <summary>What is posted.</summary>
public enum PostKind
{
    /// <summary>A question.</summary>
    Question,

    /// <summary>An answer to one.</summary>
    Answer,
}

/// <summary>Whether a member posts at a pace that others bear.</summary>
public enum PaceVerdict
{
    /// <summary>The post may come.</summary>
    Free,

    /// <summary>The last post is too recent.</summary>
    TooSoon,

    /// <summary>The last post is too recent for a member whom a moderator slowed.</summary>
    Slowed,

    /// <summary>The questions of a member's first day are all asked.</summary>
    FirstDayQuestions,

    /// <summary>The answers of a member's first day are all given.</summary>
    FirstDayAnswers,

    /// <summary>Enough questions within a day.</summary>
    DayQuestions,

    /// <summary>Enough answers within a day.</summary>
    DayAnswers,

    /// <summary>The very same text was posted a moment ago: most likely twice by mistake.</summary>
    SameText,

    /// <summary>Too many posts wait for a moderator.</summary>
    TooManyWaiting,
}

/// <summary>A post that a member made, whatever became of it.</summary>
public readonly record struct PostMade(PostKind Kind, DateTimeOffset At);

/// <summary>All that decides whether a member may post now, as far as pace goes.</summary>
/// <param name="Past">What the member has posted so far.</param>
/// <param name="LastDay">The posts of the last 24 hours and of the first day, if it is not over.</param>
/// <param name="SameTextAt">When the member last posted this very text; null: never.</param>
/// <param name="IsSlowed">Whether a moderator slowed the member.</param>
public sealed record PaceFacts(PostingPast Past, IReadOnlyCollection<PostMade> LastDay, DateTimeOffset? SameTextAt, bool IsSlowed);

/// <summary>How fast members post.</summary>
public static class PostingPace
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>
    /// Whether a post may come, and if not, from when on it may; no time: only when a moderator has decided. Of several
    /// limits the one that lasts longest answers, so that at that time the post is free.
    /// </summary>
    public static (PaceVerdict Verdict, DateTimeOffset? TryAgainAt) Check(PostKind kind, PaceFacts facts, BoardLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(limits);
        if (facts.Past.Waiting >= limits.MostWaiting) return (PaceVerdict.TooManyWaiting, null);
        (PaceVerdict Verdict, DateTimeOffset? At) longest = (PaceVerdict.Free, null);
        foreach (var (verdict, at) in Bounds(kind, facts, limits, now))
            if (at > now && (longest.At is null || at > longest.At)) longest = (verdict, at);
        return longest;
    }

    private static IEnumerable<(PaceVerdict, DateTimeOffset?)> Bounds(PostKind kind, PaceFacts facts, BoardLimits limits, DateTimeOffset now)
    {
        var isQuestion = kind == PostKind.Question;
        var alike = facts.LastDay.Where(post => post.Kind == kind).Select(post => post.At).ToList();
        yield return (
            isQuestion ? PaceVerdict.DayQuestions : PaceVerdict.DayAnswers,
            SlidingLimit.FreeAt(alike, isQuestion ? limits.QuestionsPerDay : limits.AnswersPerDay, Day, now));
        yield return (isQuestion ? PaceVerdict.FirstDayQuestions : PaceVerdict.FirstDayAnswers, FreeOnFirstDay(isQuestion, alike, facts.Past, limits));
        if (facts.IsSlowed) yield return (PaceVerdict.Slowed, Last(facts) + limits.SlowedGap);
        yield return (PaceVerdict.TooSoon, FreeAfterLast(facts, limits));
        yield return (PaceVerdict.SameText, facts.SameTextAt + limits.SameTextAfter);
    }

    private static DateTimeOffset? FreeOnFirstDay(bool isQuestion, List<DateTimeOffset> alike, PostingPast past, BoardLimits limits)
    {
        var limit = isQuestion ? limits.QuestionsOnFirstDay : limits.AnswersOnFirstDay;
        return alike.Count(at => at - past.FirstPostAt < limits.FirstDay) >= limit ? past.FirstPostAt + limits.FirstDay : null;
    }

    // The longer gap of new members ends with their first day at the latest, if their first posts are approved by then.
    private static DateTimeOffset? FreeAfterLast(PaceFacts facts, BoardLimits limits)
    {
        if (Last(facts) is not { } last) return null;
        var (asNew, asOthers) = (last + limits.NewMemberGap, last + limits.Gap);
        if (facts.Past.IsAmongFirst(limits) || facts.Past.FirstPostAt is not { } first) return asNew;
        var dayEnds = first + limits.FirstDay;
        var later = asOthers > dayEnds ? asOthers : dayEnds;
        return asNew < later ? asNew : later;
    }

    private static DateTimeOffset? Last(PaceFacts facts) => facts.LastDay.Count == 0 ? null : facts.LastDay.Max(post => post.At);
}
