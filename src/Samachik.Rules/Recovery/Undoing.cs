using Samachik.Rules.Audit;

namespace Samachik.Rules.Recovery;

/// <summary>What "this was not me" undoes, beside the freezing of the account.</summary>
public enum Undoing
{
    /// <summary>Nothing can be brought back: who is in is thrown out.</summary>
    SessionsOnly,

    /// <summary>A waiting recovery is called off. Nobody was in, so nothing is frozen.</summary>
    Wait,

    /// <summary>A change of phone, done or waiting: the old number is back.</summary>
    Phone,

    /// <summary>A change or removal of the e-mail address: the old one is back.</summary>
    Email,

    /// <summary>The closing of the account.</summary>
    Closing,
}

/// <summary>Which act is undone how.</summary>
public static class Undo
{
    /// <summary>The undoing of an act that members are told of.</summary>
    /// <param name="act">The act.</param>
    /// <param name="isRecovered">A recovery set a password since: to call off one that waited is too late.</param>
    public static Undoing Of(AuditAct act, bool isRecovered) => act switch
    {
        AuditAct.RecoveryWaits => isRecovered ? Undoing.SessionsOnly : Undoing.Wait,
        AuditAct.PhoneChangeAsked or AuditAct.PhoneChanged => Undoing.Phone,
        AuditAct.EmailChanged or AuditAct.EmailRemoved => Undoing.Email,
        AuditAct.ClosingAsked => Undoing.Closing,
        AuditAct.SignedUp or AuditAct.SignUpFoundRegistered or AuditAct.RegisterMatched or AuditAct.RegisterNotMatched
            or AuditAct.SignedIn or AuditAct.SignedOut or AuditAct.SignInFailed
            or AuditAct.PasswordDisabled or AuditAct.SecondStepAsked or AuditAct.SecondStepFailed or AuditAct.BrowserRemembered
            or AuditAct.BrowserForgotten or AuditAct.SessionEnded or AuditAct.AgreementAccepted or AuditAct.FreshProofGiven or AuditAct.FreshProofFailed
            or AuditAct.PasswordChanged or AuditAct.PhoneChangeCancelled or AuditAct.NameChanged or AuditAct.RecoveryProven
            or AuditAct.RecoveryCancelled or AuditAct.Recovered or AuditAct.HelpAsked or AuditAct.Disavowed
            or AuditAct.ClosingTakenBack or AuditAct.Closed or AuditAct.Erased or AuditAct.DataDownloaded or AuditAct.DataLookedAt or AuditAct.DataUnmasked or AuditAct.PersonSearched or AuditAct.LookedInBulk
            or AuditAct.NoteWritten or AuditAct.CodeSentByOfficer or AuditAct.PhoneCorrected or AuditAct.LimitsLifted or AuditAct.Suspended
            or AuditAct.SuspensionLifted or AuditAct.OfficerInvited or AuditAct.OfficerJoined or AuditAct.OfficerSignedIn or AuditAct.OfficerSignInFailed
            or AuditAct.OfficerSignedOut or AuditAct.OfficerEnded
            or AuditAct.LevelRaised or AuditAct.LevelChecked or AuditAct.LevelTakenBack or AuditAct.ProposalMade or
            AuditAct.ProposalApproved or AuditAct.ProposalDeclined or AuditAct.ProposalWithdrawn or AuditAct.DisputeSettled or
            AuditAct.TrailSearched or AuditAct.TrailExported or AuditAct.AgreementDrafted or AuditAct.AgreementPublished or
            AuditAct.AgreementDropped or AuditAct.KeysRotated or AuditAct.BackupRestored or AuditAct.DataRequestOpened or AuditAct.DataRequestTaken or AuditAct.DataRequestAnswered =>
            Undoing.SessionsOnly,
    };
}
