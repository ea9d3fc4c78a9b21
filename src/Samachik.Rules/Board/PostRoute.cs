using Samachik.Rules.Board.Checking;
using Samachik.Rules.Board.Moderation;
using Samachik.Rules.Members;

namespace Samachik.Rules.Board;

/// <summary>What becomes of a post, or of a change of one.</summary>
public enum PostOutcome
{
    /// <summary>Anybody can read it.</summary>
    Published,

    /// <summary>A moderator sees it first. Of a change: what stood before stays until then.</summary>
    WaitsForModerator,

    /// <summary>Only members post.</summary>
    NotAMember,

    /// <summary>The account's level is too low.</summary>
    LevelTooLow,

    /// <summary>The member has no alias yet.</summary>
    NoAlias,

    /// <summary>The member may not post for now.</summary>
    Suspended,

    /// <summary>The pace is too fast: see <see cref="PaceVerdict"/>.</summary>
    TooFast,

    /// <summary>There are more links in it than this member may set.</summary>
    TooManyLinks,

    /// <summary>There is something in it that must not be published.</summary>
    Blocked,
}

/// <summary>Where a post goes.</summary>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Queued">Why a moderator looks at it; null: none does.</param>
public readonly record struct PostRoute(PostOutcome Outcome, QueueReason? Queued)
{
    /// <summary>Whether nothing of it is saved.</summary>
    public bool IsRefused => Outcome is not (PostOutcome.Published or PostOutcome.WaitsForModerator);

    /// <summary>Where an official answer goes: officers slip too, but are not new and not hurried.</summary>
    public static PostRoute OfOffice(CheckVerdict check) => Of(check, isAmongFirst: false);

    /// <summary>Where a text goes that nothing but the check speaks against.</summary>
    internal static PostRoute Of(CheckVerdict check, bool isAmongFirst) => check switch
    {
        CheckVerdict.Block => new(PostOutcome.Blocked, null),
        CheckVerdict.Hold => new(PostOutcome.WaitsForModerator, QueueReason.HeldByChecker),
        CheckVerdict.Flag or CheckVerdict.Warn or CheckVerdict.Pass when isAmongFirst => new(PostOutcome.WaitsForModerator, QueueReason.FirstPosts),
        CheckVerdict.Flag => new(PostOutcome.Published, QueueReason.FlaggedByChecker),
        CheckVerdict.Warn or CheckVerdict.Pass => new(PostOutcome.Published, null),
    };
}

/// <summary>All that decides what becomes of a member's post, or of a change of one.</summary>
/// <param name="Level">The account's level; null: nobody is signed in.</param>
/// <param name="HasAlias">Whether the member has chosen an alias.</param>
/// <param name="Standing">What moderators decided about the member's posting.</param>
/// <param name="Past">What the member has posted so far.</param>
/// <param name="Pace">What <see cref="PostingPace.Check"/> said; a change has no pace.</param>
/// <param name="Links">Links in the text.</param>
/// <param name="Check">What the checker asks for.</param>
/// <param name="IsEdit">Whether it changes a post that stands already.</param>
public sealed record PostingFacts(
    AssuranceLevel? Level, bool HasAlias, PostingState Standing, PostingPast Past, PaceVerdict Pace, int Links, CheckVerdict Check, bool IsEdit)
{
    /// <summary>Where it goes: first what the member cannot mend now, then what they can mend in the text, then who reads it first.</summary>
    public PostRoute Route(BoardLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Refusal(limits, now) is { } refusal ? new(refusal, null) : PostRoute.Of(Check, Past.IsAmongFirst(limits));
    }

    private PostOutcome? Refusal(BoardLimits limits, DateTimeOffset now) =>
        Level is not { } level ? PostOutcome.NotAMember
        : level < limits.LeastLevel ? PostOutcome.LevelTooLow
        : !HasAlias ? PostOutcome.NoAlias
        : Standing is PostingState.Suspended or PostingState.SuspendedForGood ? PostOutcome.Suspended
        : !IsEdit && Pace != PaceVerdict.Free ? PostOutcome.TooFast
        : Links > (Past.IsNew(limits, now) ? limits.NewMemberLinks : limits.Links) ? PostOutcome.TooManyLinks
        : null;
}
