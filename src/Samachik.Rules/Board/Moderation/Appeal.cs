namespace Samachik.Rules.Board.Moderation;

/// <summary>Whether a member may appeal against a decision.</summary>
public enum AppealVerdict
{
    /// <summary>Yes, once.</summary>
    May,

    /// <summary>The decision is about somebody else.</summary>
    NotConcerned,

    /// <summary>There is nothing in it to appeal against.</summary>
    NothingToAppeal,

    /// <summary>They have appealed before.</summary>
    AppealedBefore,

    /// <summary>It holds no more anyway.</summary>
    HoldsNoMore,

    /// <summary>The time for it is over.</summary>
    TooLate,
}

/// <summary>What an appeal comes to.</summary>
public enum AppealOutcome
{
    /// <summary>The decision stands.</summary>
    Upheld,

    /// <summary>The decision holds no more, from its beginning.</summary>
    Overturned,
}

/// <summary>Whether somebody may decide on an appeal.</summary>
public enum AppealDecideVerdict
{
    /// <summary>Yes.</summary>
    May,

    /// <summary>They had a part in the decision: another moderator decides.</summary>
    OwnDecision,

    /// <summary>It is decided.</summary>
    DecidedBefore,
}

/// <summary>All that decides whether a member may appeal.</summary>
/// <param name="Member">About whom the decision is; null: the office.</param>
/// <param name="AppealUntil">From then on it is late: see <see cref="ModerationDecision.AppealUntil"/>.</param>
/// <param name="AppealedBefore">Whether there was an appeal already, however it ended.</param>
/// <param name="Holds">Whether the decision holds: see <see cref="DecisionLog.Holds"/>. One whose time is over can still be appealed.</param>
public sealed record AppealFacts(Guid? Member, DateTimeOffset? AppealUntil, bool AppealedBefore, bool Holds)
{
    /// <summary>Whether this member may appeal now. Who is not concerned learns nothing else of it.</summary>
    public AppealVerdict Check(Guid member, DateTimeOffset now) =>
        Member != member ? AppealVerdict.NotConcerned
        : AppealUntil is null ? AppealVerdict.NothingToAppeal
        : AppealedBefore ? AppealVerdict.AppealedBefore
        : !Holds ? AppealVerdict.HoldsNoMore
        : now >= AppealUntil ? AppealVerdict.TooLate
        : AppealVerdict.May;
}

/// <summary>An appeal. The decision holds until the appeal is decided (Administrative Procedure Act, B.E. 2539, section 44).</summary>
/// <param name="Decision">Against which decision.</param>
/// <param name="DecidedBy">Who made that.</param>
/// <param name="Text">What the member writes.</param>
/// <param name="At">When.</param>
/// <param name="Outcome">What it came to; null: nothing yet.</param>
public sealed record Appeal(Guid Decision, DecidedBy DecidedBy, CaseText Text, DateTimeOffset At, AppealOutcome? Outcome)
{
    /// <summary>The first instant at which an answer is late.</summary>
    public DateTimeOffset DueAt(BoardLimits limits) => new QueueCause(QueueReason.Appeal, null, At).DueAt(limits);

    /// <summary>Whether it is not answered yet and late.</summary>
    public bool IsOverdue(BoardLimits limits, DateTimeOffset now) => Outcome is null && now >= DueAt(limits);

    /// <summary>Whether somebody may decide on it. Their permission is asked by the page.</summary>
    public AppealDecideVerdict CheckDecider(Guid officer) =>
        Outcome is not null ? AppealDecideVerdict.DecidedBefore
        : DecidedBy.Has(officer) ? AppealDecideVerdict.OwnDecision
        : AppealDecideVerdict.May;
}
