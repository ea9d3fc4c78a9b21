namespace Samachik.Rules.Officers;

/// <summary>One thing that somebody of the staff may do. Pages and acts name one; roles have several.</summary>
public enum Permission
{
    /// <summary>Sign in to the console and see its first page.</summary>
    UseConsole,

    /// <summary>Find a person by what they tell, and see them with their data masked.</summary>
    SeePeople,

    /// <summary>See one field of a person's data in clear, with a reason.</summary>
    UnmaskData,

    /// <summary>Write into a person's case file.</summary>
    WriteNotes,

    /// <summary>Have a fresh code sent, by a gateway of one's choice.</summary>
    SendCodes,

    /// <summary>Correct a mistyped phone in a sign-up that is not finished.</summary>
    CorrectPhones,

    /// <summary>Set a person's limits back.</summary>
    LiftLimits,

    /// <summary>Suspend a member for a time, and lift it.</summary>
    Suspend,

    /// <summary>See the figures of a day.</summary>
    SeeDay,

    /// <summary>Raise a member's level with the card in hand.</summary>
    RaiseLevel,

    /// <summary>Look over a raising of level that another officer made.</summary>
    CheckProofs,

    /// <summary>Propose the recovery of an account whose phone is lost.</summary>
    OpenRecovery,

    /// <summary>Approve a recovery that another officer proposed.</summary>
    ApproveRecovery,

    /// <summary>Propose that an ID number goes to the person whose card is in hand.</summary>
    OpenDisputes,

    /// <summary>Approve what another proposed in a dispute.</summary>
    SettleDisputes,

    /// <summary>Propose a suspension without an end, and approve one that another proposed.</summary>
    SuspendForGood,

    /// <summary>Write a new version of an agreement and propose it.</summary>
    DraftAgreements,

    /// <summary>Publish a version that another proposed.</summary>
    ApproveAgreements,

    /// <summary>Take a request about data from a person.</summary>
    OpenDataRequests,

    /// <summary>Work on requests about data, and answer them.</summary>
    AnswerDataRequests,

    /// <summary>Search the trail.</summary>
    SearchTrail,

    /// <summary>Take a signed copy of the trail.</summary>
    ExportTrail,

    /// <summary>See how many people each officer looked at.</summary>
    SeeLooks,

    /// <summary>Invite somebody to the staff, and end a staff account.</summary>
    ManageStaff,
}
