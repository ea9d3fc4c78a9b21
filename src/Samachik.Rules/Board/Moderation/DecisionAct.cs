namespace Samachik.Rules.Board.Moderation;

/// <summary>Everything that is decided about posts and their authors, as it stands in the records.</summary>
public enum DecisionAct
{
    /// <summary>By a machine: published, with a doubt.</summary>
    Flag,

    /// <summary>By a machine: kept for a moderator.</summary>
    Hold,

    /// <summary>By a machine: refused before it was published.</summary>
    Block,

    /// <summary>A post is hidden.</summary>
    Hide,

    /// <summary>A post that waited or was doubted may be read.</summary>
    Approve,

    /// <summary>What was said against a post is without ground.</summary>
    Dismiss,

    /// <summary>Its author is warned.</summary>
    Warn,

    /// <summary>Its author posts slower for a time.</summary>
    Slow,

    /// <summary>Its author may not post for a time.</summary>
    Suspend,

    /// <summary>Its author may not post again.</summary>
    SuspendForGood,

    /// <summary>An earlier decision holds no more.</summary>
    Restore,
}

/// <summary>
/// What a machine decides by itself. There is nothing against a person among it: "only an officer decides to suspend a
/// member" (the conduct rules). A post it hides only by <see cref="ModerationDecision.TryHideAtReport"/>.
/// </summary>
public enum MachineAct
{
    /// <summary>See <see cref="DecisionAct.Flag"/>.</summary>
    Flag,

    /// <summary>See <see cref="DecisionAct.Hold"/>.</summary>
    Hold,

    /// <summary>See <see cref="DecisionAct.Block"/>.</summary>
    Block,
}

/// <summary>What one moderator decides alone. To suspend for good takes two: <see cref="BanProposal"/>.</summary>
public enum ModeratorAct
{
    /// <summary>See <see cref="DecisionAct.Approve"/>.</summary>
    Approve,

    /// <summary>See <see cref="DecisionAct.Dismiss"/>.</summary>
    Dismiss,

    /// <summary>See <see cref="DecisionAct.Hide"/>.</summary>
    Hide,

    /// <summary>See <see cref="DecisionAct.Warn"/>.</summary>
    Warn,

    /// <summary>See <see cref="DecisionAct.Slow"/>.</summary>
    Slow,

    /// <summary>See <see cref="DecisionAct.Suspend"/>.</summary>
    Suspend,

    /// <summary>See <see cref="DecisionAct.Restore"/>.</summary>
    Restore,
}

/// <summary>How long a member is slowed or suspended, in hours.</summary>
public enum BoardTerm
{
    /// <summary>A day.</summary>
    Hours24 = 24,

    /// <summary>Three days.</summary>
    Hours72 = 72,

    /// <summary>A week.</summary>
    Hours168 = 168,

    /// <summary>Thirty days.</summary>
    Hours720 = 720,
}

/// <summary>The terms as numbers of hours, as forms and settings name them.</summary>
public static class BoardTerms
{
    /// <summary>The term of so many hours, or null.</summary>
    public static BoardTerm? Of(int hours) => (BoardTerm)hours is var term && Enum.IsDefined(term) ? term : null;
}

/// <summary>What each act is as a decision, and what it asks for.</summary>
internal static class DecisionActs
{
    /// <summary>A moderator's act in the records.</summary>
    public static DecisionAct Recorded(ModeratorAct act) => act switch
    {
        ModeratorAct.Approve => DecisionAct.Approve,
        ModeratorAct.Dismiss => DecisionAct.Dismiss,
        ModeratorAct.Hide => DecisionAct.Hide,
        ModeratorAct.Warn => DecisionAct.Warn,
        ModeratorAct.Slow => DecisionAct.Slow,
        ModeratorAct.Suspend => DecisionAct.Suspend,
        ModeratorAct.Restore => DecisionAct.Restore,
    };

    /// <summary>A machine's act in the records.</summary>
    public static DecisionAct Recorded(MachineAct act) => act switch
    {
        MachineAct.Flag => DecisionAct.Flag,
        MachineAct.Hold => DecisionAct.Hold,
        MachineAct.Block => DecisionAct.Block,
    };

    /// <summary>Whether it is against somebody: it names a rule, states facts, is told, and can be appealed.</summary>
    public static bool IsAgainstAuthor(DecisionAct act) => act switch
    {
        DecisionAct.Hide or DecisionAct.Warn or DecisionAct.Slow or DecisionAct.Suspend or DecisionAct.SuspendForGood => true,
        DecisionAct.Flag or DecisionAct.Hold or DecisionAct.Block or DecisionAct.Approve or DecisionAct.Dismiss or DecisionAct.Restore => false,
    };

    /// <summary>Whether it is about the member and not only about the post.</summary>
    public static bool IsAboutMember(DecisionAct act) => IsAgainstAuthor(act) && act != DecisionAct.Hide;

    /// <summary>Whether it ends by itself.</summary>
    public static bool HasTerm(DecisionAct act) => act is DecisionAct.Slow or DecisionAct.Suspend;
}
