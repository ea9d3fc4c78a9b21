using Samachik.Rules.Members;

namespace Samachik.Rules.Board.Moderation;

/// <summary>What became of a report.</summary>
public enum ReportVerdict
{
    /// <summary>It is taken; a moderator looks at the post.</summary>
    Taken,

    /// <summary>Only members report; others have the form for removal.</summary>
    NotAMember,

    /// <summary>It is their own post, which they can withdraw.</summary>
    OwnPost,

    /// <summary>They have reported this post before.</summary>
    ReportedBefore,

    /// <summary>It can be read no more, so nothing is left to report.</summary>
    NotReadable,

    /// <summary>They have reported enough within a day.</summary>
    TooManyToday,
}

/// <summary>All that decides whether a report is taken. A member who may not post still reports.</summary>
/// <param name="Level">The level of who reports; null: nobody is signed in.</param>
/// <param name="IsOwn">Whether they wrote the post.</param>
/// <param name="ReportedBefore">Whether they reported it before, by whatever rule: one report per member and post.</param>
/// <param name="Visibility">How the post stands.</param>
/// <param name="LastDay">When they reported within the last 24 hours.</param>
public sealed record ReportFacts(
    AssuranceLevel? Level, bool IsOwn, bool ReportedBefore, PostVisibility Visibility, IReadOnlyCollection<DateTimeOffset> LastDay)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Whether the report is taken, and if there were too many, from when on the next is.</summary>
    public (ReportVerdict Verdict, DateTimeOffset? TryAgainAt) Check(BoardLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (Level is null) return (ReportVerdict.NotAMember, null);
        if (IsOwn) return (ReportVerdict.OwnPost, null);
        if (ReportedBefore) return (ReportVerdict.ReportedBefore, null);
        if (!Visibility.IsListed()) return (ReportVerdict.NotReadable, null);
        var freeAt = SlidingLimit.FreeAt(LastDay, limits.ReportsPerDay, Day, now);
        return (freeAt is null ? ReportVerdict.Taken : ReportVerdict.TooManyToday, freeAt);
    }
}

/// <summary>What the reports of a post weigh together. The more, the greater.</summary>
public enum ReportWeight
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>Members reported it whom nobody has seen: one or a hundred, it is the same.</summary>
    OfMembers,

    /// <summary>A proven member reported it.</summary>
    OfProven,
}

/// <summary>The weight of reports: never their number, so that nobody gains by calling others to report too.</summary>
public static class ReportWeights
{
    /// <summary>The weight of the heaviest.</summary>
    public static ReportWeight Of(IEnumerable<AssuranceLevel> reporters)
    {
        ArgumentNullException.ThrowIfNull(reporters);
        return reporters.Select(Of).DefaultIfEmpty(ReportWeight.None).Max();
    }

    private static ReportWeight Of(AssuranceLevel level) => level switch
    {
        AssuranceLevel.Proofed => ReportWeight.OfProven,
        AssuranceLevel.SelfAsserted or AssuranceLevel.Matched => ReportWeight.OfMembers,
    };
}

/// <summary>All that decides whether a report hides a post at once, until a moderator has looked.</summary>
/// <param name="Rule">The rule that the report names.</param>
/// <param name="Level">The level of who reports.</param>
/// <param name="Unfounded">Reports of the same member within <see cref="BoardLimits.UnfoundedFor"/> that moderators found to be without ground.</param>
/// <param name="IsOfOffice">Whether the post is an official answer.</param>
/// <param name="WasLetStand">Whether a moderator has let this very text stand: see <see cref="DecisionLog.WasLetStand"/>.</param>
public sealed record UrgentReport(ConductRule Rule, AssuranceLevel Level, int Unfounded, bool IsOfOffice, bool WasLetStand)
{
    /// <summary>Whether it hides the post: in the urgent lane, by somebody the office has seen and who has not cried wolf.</summary>
    public bool Hides(BoardLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return ModerationLanes.Of(Rule) == ModerationLane.Urgent && ReportWeights.Of([Level]) == ReportWeight.OfProven
            && Unfounded < limits.UnfoundedReports && !IsOfOffice && !WasLetStand;
    }
}
