using System.Text.Json.Serialization;
using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Rules.DataRequests;
using Samachik.Rules.Figures;
using Samachik.Rules.Members;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.MyAccount;

/// <summary>
/// Everything that is held about a member, as they take it with them. <c>member-data-1.schema.json</c> says the same;
/// a field that is taken away or means something else makes a version 2.
/// </summary>
public sealed record MemberCopy
{
    /// <summary>Which version of the form this is.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Where the form is described.</summary>
    [JsonPropertyName("$schema")]
    public required Uri Schema { get; init; }

    /// <summary>Which version of it.</summary>
    public int Version => CurrentVersion;

    /// <summary>Which office held the data.</summary>
    public required string Office { get; init; }

    /// <summary>When the copy was made.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The account itself.</summary>
    public required AccountCopy Account { get; init; }

    /// <summary>Texts acknowledged or accepted.</summary>
    public required IReadOnlyList<AcceptanceCopy> Acceptances { get; init; }

    /// <summary>Sessions, also those that ended a short while ago.</summary>
    public required IReadOnlyList<SessionCopy> Sessions { get; init; }

    /// <summary>Remembered browsers.</summary>
    public required IReadOnlyList<BrowserCopy> Browsers { get; init; }

    /// <summary>A change of phone that waits.</summary>
    public PendingPhoneCopy? PendingPhoneChange { get; init; }

    /// <summary>A recovery that waits.</summary>
    public RecoveryWaitCopy? RecoveryWait { get; init; }

    /// <summary>Notices with a link "this was not me".</summary>
    public required IReadOnlyList<NoticeCopy> Notices { get; init; }

    /// <summary>Sign-ins, recoveries and changes of address under way or just over.</summary>
    public required IReadOnlyList<JourneyCopy> Journeys { get; init; }

    /// <summary>Requests for an officer's help with this ID number.</summary>
    public required IReadOnlyList<HelpRequestCopy> HelpRequests { get; init; }

    /// <summary>Requests about the member's data.</summary>
    public required IReadOnlyList<DataRequestCopy> DataRequests { get; init; }

    /// <summary>The trail of acts on the account, newest first.</summary>
    public required IReadOnlyList<ActivityCopy> Activity { get; init; }

    /// <summary>Whether that is the whole trail; of a very long one it is the newest part.</summary>
    public required bool ActivityIsWhole { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(MemberCopy);
}

/// <summary>The account: what was typed, what was proven, and when.</summary>
public sealed record AccountCopy(
    Guid Id, DateTimeOffset CreatedAt, AssuranceLevel Level, ReadingLanguage Language, string NationalId, string Phone,
    DateTimeOffset PhoneProvenAt, string? Email, DateTimeOffset? EmailProvenAt, string FirstName, string? LastName, string BirthDate,
    DateTimeOffset PasswordChangedAt, DateTimeOffset? RecoveredAt, DateTimeOffset? FrozenAt, DateTimeOffset? SuspendedAt,
    DateTimeOffset? SuspendedUntil, int? SuspensionRule, DateTimeOffset? ClosingAt, DateTimeOffset? ClosedAt)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(AccountCopy);
}

/// <summary>One acceptance.</summary>
public sealed record AcceptanceCopy(AgreementDocument Document, string Version, string Digest, ReadingLanguage Language, DateTimeOffset At);

/// <summary>One session.</summary>
public sealed record SessionCopy(
    Guid Id, string Device, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, DateTimeOffset ProvenAt, DateTimeOffset? EndedAt);

/// <summary>One remembered browser.</summary>
public sealed record BrowserCopy(Guid Id, string Device, DateTimeOffset RememberedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt);

/// <summary>A change of phone that waits.</summary>
public sealed record PendingPhoneCopy(string Phone, DateTimeOffset ProvenAt, DateTimeOffset TakesEffectAt)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(PendingPhoneCopy);
}

/// <summary>A recovery that waits.</summary>
public sealed record RecoveryWaitCopy(DateTimeOffset AskedAt, DateTimeOffset ReadyAt, DateTimeOffset EndsAt);

/// <summary>One notice.</summary>
public sealed record NoticeCopy(
    AuditAct Act, DateTimeOffset At, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, string? PreviousPhone, string? PreviousEmail)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(NoticeCopy);
}

/// <summary>One journey.</summary>
public sealed record JourneyCopy(
    MemberJourneyKind Kind, DateTimeOffset StartedAt, DateTimeOffset LastActAt, DateTimeOffset? FinishedAt, ReadingLanguage Language,
    string? Address, string? ReturnUrl, DateTimeOffset? PhoneProvenAt, DateTimeOffset? EmailProvenAt, bool RemembersBrowser,
    Guid? SessionId, int CodesSent, DateTimeOffset? LastSentAt, SendAxis? RefusedBy, DateTimeOffset? RefusedUntil, int WrongTries,
    IReadOnlyList<CodeCopy> Codes)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(JourneyCopy);
}

/// <summary>One code that was asked for, and what became of its SMS; the code itself is nowhere kept.</summary>
public sealed record CodeCopy(
    CodePurpose Purpose, string Reference, DateTimeOffset SentAt, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, DateTimeOffset? WithdrawnAt,
    CodeDelivery? Delivery, DateTimeOffset? DeliveryAt);

/// <summary>
/// One request for help: its number only. Whoever wrote it has proven nothing, and may be another than this member,
/// whose phone and words are not to be given away.
/// </summary>
public sealed record HelpRequestCopy(string CaseNumber, DateTimeOffset AskedAt, ReadingLanguage Language);

/// <summary>One request about data, opened for this account.</summary>
public sealed record DataRequestCopy(
    string Number, DataRequestKind Kind, DataRequestWay Way, DateTimeOffset ReceivedAt, DateTimeOffset DueAt, DateTimeOffset OpenedAt,
    DateTimeOffset? AssignedAt, DateTimeOffset? AnsweredAt, DataRequestOutcome? Outcome, string? Answer)
{
    /// <summary>By when it is to be answered.</summary>
    [JsonIgnore]
    public DataRequestClock Clock => new(ThaiDay.Of(ReceivedAt).Date);

    /// <inheritdoc/>
    public override string ToString() => nameof(DataRequestCopy);
}

/// <summary>One act of the trail.</summary>
public sealed record ActivityCopy(long Id, DateTimeOffset At, AuditAct Act, AuditActor Actor, Guid? SessionId, string? Detail);
