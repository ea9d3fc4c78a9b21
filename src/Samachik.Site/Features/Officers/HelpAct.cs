namespace Samachik.Site.Features.Officers;

/// <summary>What an officer did for a person a moment ago, as their page says it.</summary>
public enum HelpAct
{
    /// <summary>A line was written.</summary>
    Note,

    /// <summary>Limits were set back.</summary>
    Lift,

    /// <summary>A code is on its way.</summary>
    Send,

    /// <summary>The phone is corrected, and a code on its way to it.</summary>
    Correct,

    /// <summary>The member is suspended.</summary>
    Suspend,

    /// <summary>The suspension is lifted.</summary>
    Unsuspend,

    /// <summary>Something is proposed, and waits for a second officer.</summary>
    Propose,

    /// <summary>What another officer proposed is approved and done.</summary>
    Approve,

    /// <summary>It is declined.</summary>
    Decline,

    /// <summary>The officer's own proposal is taken back.</summary>
    Withdraw,

    /// <summary>A recovery that waited is called off.</summary>
    CallOff,

    /// <summary>The level is raised.</summary>
    Level,

    /// <summary>A raising of level was looked over and found in order.</summary>
    ProofInOrder,

    /// <summary>A raising of level was taken back.</summary>
    ProofTakenBack,

    /// <summary>A request about data is taken down.</summary>
    DataRequest,
}
