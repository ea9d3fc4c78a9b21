namespace Samachik.Rules.Board.Moderation;

/// <summary>A decision as far as what holds now comes of it, and no word of any text.</summary>
/// <param name="Id">Of the record.</param>
/// <param name="Act">What was decided.</param>
/// <param name="ByMachine">Whether a machine decided.</param>
/// <param name="Member">About whom; null: the office.</param>
/// <param name="Post">About which post.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="At">When.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="Undoes">The decision that holds no more.</param>
/// <param name="IsOverturned">Whether an appeal overturned it.</param>
public sealed record DecisionEntry(
    Guid Id, DecisionAct Act, bool ByMachine, Guid? Member, Guid? Post, ConductRule? Rule, DateTimeOffset At, DateTimeOffset? Until, Guid? Undoes,
    bool IsOverturned);

/// <summary>What moderators decided against a member so far and what holds, for whoever decides next.</summary>
/// <param name="Hidden">Posts hidden.</param>
/// <param name="Warned">Warnings.</param>
/// <param name="Slowed">Slowings, over or not.</param>
/// <param name="Suspended">Suspensions, over or not, for good too.</param>
public readonly record struct MemberRecord(int Hidden, int Warned, int Slowed, int Suspended);

/// <summary>The decisions about a member or a post: all of them, for one may undo another. Nothing is ever taken out.</summary>
public sealed class DecisionLog
{
    private readonly List<DecisionEntry> entries;
    private readonly HashSet<Guid> undone, hides;

    /// <summary>The log of these decisions, in any order.</summary>
    public DecisionLog(IEnumerable<DecisionEntry> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        entries = [.. decisions.OrderBy(entry => entry.At)];
        undone = [.. entries.Where(entry => entry is { Act: DecisionAct.Restore, ByMachine: false, IsOverturned: false }).Select(entry => entry.Undoes).OfType<Guid>()];
        hides = [.. entries.Where(entry => entry.Act == DecisionAct.Hide).Select(entry => entry.Id)];
    }

    /// <summary>Whether a decision holds: neither restored nor overturned.</summary>
    public bool Holds(DecisionEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return !entry.IsOverturned && !undone.Contains(entry.Id);
    }

    /// <summary>
    /// By which rule a post is hidden; null: it is not. What a machine hid stays so only until a moderator has decided
    /// about the post, whatever becomes of that decision; of several moderators the last one's rule is named.
    /// </summary>
    public PostHiding? HidingOf(Guid post)
    {
        var ofPost = entries.Where(entry => entry.Post == post).ToList();
        var lastLook = ofPost.Where(IsLook).Select(entry => (DateTimeOffset?)entry.At).LastOrDefault();
        var holding = ofPost.Where(entry => entry is { Act: DecisionAct.Hide, Rule: not null } && Holds(entry)).ToList();
        var hide = holding.LastOrDefault(entry => !entry.ByMachine) ?? holding.LastOrDefault(entry => lastLook is null || entry.At > lastLook);
        return hide?.Rule is { } rule ? new(rule, hide.ByMachine) : null;
    }

    /// <summary>Whether a moderator saw the text as it is and let it stand, and has not thought otherwise since.</summary>
    /// <param name="post">The post.</param>
    /// <param name="textSince">When its text was last changed.</param>
    public bool WasLetStand(Guid post, DateTimeOffset textSince)
    {
        var look = entries.LastOrDefault(entry => entry.Post == post && entry.At >= textSince && IsLook(entry));
        return look is not null && (look.Act != DecisionAct.Hide || !Holds(look));
    }

    /// <summary>How a member stands. Of what a machine recorded nothing counts here.</summary>
    public PostingStanding StandingOf(Guid member, DateTimeOffset now)
    {
        var holding = entries.Where(entry => entry.Member == member && !entry.ByMachine && entry.At <= now && Holds(entry)).ToList();
        if (holding.Any(entry => entry.Act == DecisionAct.SuspendForGood)) return new(PostingState.SuspendedForGood, null);
        return LastEnd(DecisionAct.Suspend) is { } suspended ? new(PostingState.Suspended, suspended)
            : LastEnd(DecisionAct.Slow) is { } slowed ? new(PostingState.Slowed, slowed)
            : new(PostingState.Free, null);

        DateTimeOffset? LastEnd(DecisionAct act) => holding.Where(entry => entry.Act == act && entry.Until > now).Max(entry => entry.Until);
    }

    /// <summary>The record of a member. What was restored or overturned is not in it, nor what a machine did.</summary>
    public MemberRecord RecordOf(Guid member)
    {
        var held = entries.Where(entry => entry.Member == member && !entry.ByMachine && Holds(entry)).ToLookup(entry => entry.Act);
        return new(
            held[DecisionAct.Hide].Select(entry => entry.Post).Distinct().Count(), held[DecisionAct.Warn].Count(), held[DecisionAct.Slow].Count(),
            held[DecisionAct.Suspend].Count() + held[DecisionAct.SuspendForGood].Count());
    }

    /// <summary>Whether a report was without ground: the next that a moderator said about the post was to dismiss it.</summary>
    public bool WasUnfounded(Guid post, DateTimeOffset reportedAt) =>
        entries.FirstOrDefault(entry => entry.Post == post && entry.At >= reportedAt && IsLook(entry))?.Act == DecisionAct.Dismiss;

    // A moderator decided about the post itself. To lift a suspension says nothing of the post that was its reason.
    private bool IsLook(DecisionEntry entry) => !entry.ByMachine && entry.Act switch
    {
        DecisionAct.Approve or DecisionAct.Dismiss or DecisionAct.Hide => true,
        DecisionAct.Restore => entry.Undoes is { } undoes && hides.Contains(undoes),
        DecisionAct.Flag or DecisionAct.Hold or DecisionAct.Block or DecisionAct.Warn or DecisionAct.Slow or DecisionAct.Suspend
            or DecisionAct.SuspendForGood => false,
    };
}
