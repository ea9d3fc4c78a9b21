namespace Samachik.Rules.Audit;

/// <summary>The acts that leave an entry in the trail, written in the same save as the act.</summary>
public enum AuditAct
{
    /// <summary>A member came to be.</summary>
    SignedUp,

    /// <summary>A phone was proven for an ID number that is registered already.</summary>
    SignUpFoundRegistered,

    /// <summary>The details of a sign-up fitted the office's register.</summary>
    RegisterMatched,

    /// <summary>The details of a sign-up did not fit the office's register; without an account, it was held up.</summary>
    RegisterNotMatched,

    /// <summary>A member's session began.</summary>
    SignedIn,

    /// <summary>A member ended a session.</summary>
    SignedOut,

    /// <summary>An ID number and password that do not fit, whether or not the ID number has an account.</summary>
    SignInFailed,

    /// <summary>Too many wrong passwords in a row: the password opens nothing on browsers that are not known.</summary>
    PasswordDisabled,

    /// <summary>ID number and password were right on a browser that is not known: a code was asked for.</summary>
    SecondStepAsked,

    /// <summary>The second step was answered wrongly until no try was left.</summary>
    SecondStepFailed,

    /// <summary>A browser is remembered, so that it is asked for no code.</summary>
    BrowserRemembered,

    /// <summary>A remembered browser is forgotten.</summary>
    BrowserForgotten,

    /// <summary>Another session was ended by the member, or by an act that ends sessions.</summary>
    SessionEnded,

    /// <summary>A document of the agreement was accepted after the sign-up.</summary>
    AgreementAccepted,

    /// <summary>The member proved anew, within a session, that it is they.</summary>
    FreshProofGiven,

    /// <summary>The password asked for anew within a session was wrong.</summary>
    FreshProofFailed,

    /// <summary>The password was changed within a session.</summary>
    PasswordChanged,

    /// <summary>Another phone was proven, to take the old one's place later.</summary>
    PhoneChangeAsked,

    /// <summary>A phone change that had to wait was called off.</summary>
    PhoneChangeCancelled,

    /// <summary>The phone on file is another now.</summary>
    PhoneChanged,

    /// <summary>An e-mail address was proven and is on file.</summary>
    EmailChanged,

    /// <summary>The e-mail address was taken off.</summary>
    EmailRemoved,

    /// <summary>First or last name was changed by the member.</summary>
    NameChanged,

    /// <summary>A recovery proved the phone on file.</summary>
    RecoveryProven,

    /// <summary>A recovery has to wait, its member told at every address.</summary>
    RecoveryWaits,

    /// <summary>A waiting recovery was called off.</summary>
    RecoveryCancelled,

    /// <summary>A recovery set a new password.</summary>
    Recovered,

    /// <summary>Somebody asked an officer for help to get back in.</summary>
    HelpAsked,

    /// <summary>"This was not me": what could be undone was undone, and the account frozen until proof.</summary>
    Disavowed,

    /// <summary>The member asked to close the account.</summary>
    ClosingAsked,

    /// <summary>The member took the closing back in time.</summary>
    ClosingTakenBack,

    /// <summary>The account is closed for good.</summary>
    Closed,

    /// <summary>A closed account's personal data was removed.</summary>
    Erased,

    /// <summary>The member took a copy of their data.</summary>
    DataDownloaded,

    /// <summary>An officer looked at a member's data.</summary>
    DataLookedAt,

    /// <summary>An officer saw a field of a member's data in clear.</summary>
    DataUnmasked,

    /// <summary>An officer looked for somebody.</summary>
    PersonSearched,

    /// <summary>An officer looked for more people within the hour than is usual.</summary>
    LookedInBulk,

    /// <summary>An officer wrote into a person's case file.</summary>
    NoteWritten,

    /// <summary>An officer had a fresh code sent.</summary>
    CodeSentByOfficer,

    /// <summary>An officer corrected the phone of an unfinished sign-up.</summary>
    PhoneCorrected,

    /// <summary>An officer set a person's limits back.</summary>
    LimitsLifted,

    /// <summary>A member was suspended.</summary>
    Suspended,

    /// <summary>A suspension was lifted before its time.</summary>
    SuspensionLifted,

    /// <summary>An officer saw the card and raised a member's level.</summary>
    LevelRaised,

    /// <summary>A second officer found a raising of level in order.</summary>
    LevelChecked,

    /// <summary>A second officer found a raising of level wrong: the level is as before.</summary>
    LevelTakenBack,

    /// <summary>An officer proposed what needs two people.</summary>
    ProposalMade,

    /// <summary>Another officer approved it, and it was done.</summary>
    ProposalApproved,

    /// <summary>Another officer declined it.</summary>
    ProposalDeclined,

    /// <summary>Who proposed it took it back.</summary>
    ProposalWithdrawn,

    /// <summary>The ID number of an account went to the person whose card was in hand; the account is closed.</summary>
    DisputeSettled,

    /// <summary>The trail was searched.</summary>
    TrailSearched,

    /// <summary>A copy of the trail, or of the figures of looks, was taken.</summary>
    TrailExported,

    /// <summary>A new version of an agreement was drafted, changed or proposed.</summary>
    AgreementDrafted,

    /// <summary>A second officer published a version of an agreement.</summary>
    AgreementPublished,

    /// <summary>A version of an agreement was dropped before it was published.</summary>
    AgreementDropped,

    /// <summary>A new key for personal data came into use, or everything is encrypted with it.</summary>
    KeysRotated,

    /// <summary>The database came out of a back-up, and what that brought back to life was ended.</summary>
    BackupRestored,

    /// <summary>A request about data was taken down.</summary>
    DataRequestOpened,

    /// <summary>Somebody took a request about data on.</summary>
    DataRequestTaken,

    /// <summary>A request about data was answered.</summary>
    DataRequestAnswered,

    /// <summary>Somebody was invited to the staff, or invited anew.</summary>
    OfficerInvited,

    /// <summary>An invitation was used: password and authenticator app are set.</summary>
    OfficerJoined,

    /// <summary>A session of the staff began.</summary>
    OfficerSignedIn,

    /// <summary>A number, password and code of the staff that do not fit.</summary>
    OfficerSignInFailed,

    /// <summary>A session of the staff was ended.</summary>
    OfficerSignedOut,

    /// <summary>A staff account was ended.</summary>
    OfficerEnded,
}

/// <summary>Who did an act.</summary>
public enum AuditActor
{
    /// <summary>The member, or who holds the member's phone or password.</summary>
    Member,

    /// <summary>Somebody who has not proven to be anybody.</summary>
    Stranger,

    /// <summary>An officer.</summary>
    Officer,

    /// <summary>The site itself, when something's time had come.</summary>
    Site,
}
