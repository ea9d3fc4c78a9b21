using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Rules.Officers;
using Samachik.Site.Features.Officers.Approvals;
using Samachik.Site.Features.Officers.DataRequests;
using Samachik.Site.Features.Officers.Proofs;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.Officers;

/// <summary>One field of a person: masked, or in clear since the officer said why.</summary>
public sealed record ShownField(PersonField Field, string Shown, bool IsClear)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ShownField);
}

/// <summary>One SMS to the person's phone.</summary>
/// <param name="At">When it was wanted.</param>
/// <param name="Kind">What it was about.</param>
/// <param name="Reference">The four letters in it, of a code.</param>
/// <param name="Gateway">Who was handed it; null: nobody yet.</param>
/// <param name="AcceptedAt">When the gateway took it.</param>
/// <param name="Told">What became of it.</param>
public sealed record ShownSms(
    DateTimeOffset At, MessageKind Kind, string? Reference, string? Gateway, DateTimeOffset? AcceptedAt, DeliveryTold Told);

/// <summary>One act on the account.</summary>
public sealed record ShownAct(DateTimeOffset At, AuditAct Act, AuditActor Actor, string? Detail);

/// <summary>A request for help by this person.</summary>
public sealed record ShownHelp(DateTimeOffset At, string Number, string? Note)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ShownHelp);
}

/// <summary>A person as an officer sees them: an account, or an unfinished sign-up.</summary>
public sealed record PersonView
{
    /// <summary>The account's or the sign-up's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account; null of a sign-up.</summary>
    public MemberRow? Member { get; init; }

    /// <summary>The sign-up; null of an account.</summary>
    public SignUpJourneyRow? SignUp { get; init; }

    /// <summary>The data.</summary>
    public required IReadOnlyList<ShownField> Fields { get; init; }

    /// <summary>The name, masked unless it was unmasked.</summary>
    public string Name => Fields.Single(shown => shown.Field == PersonField.FullName).Shown;

    /// <summary>How sure the office is of who it is; null of a sign-up.</summary>
    public AssuranceLevel? Level => Member?.Level;

    /// <summary>Whether too many wrong passwords closed it on browsers that are not known.</summary>
    public bool IsPasswordDisabled { get; init; }

    /// <summary>Living sessions.</summary>
    public IReadOnlyList<MemberSessionRow> Sessions { get; init; } = [];

    /// <summary>What is used of the limits.</summary>
    public required IReadOnlyList<LimitUsed> Limits { get; init; }

    /// <summary>SMS to the phone, newest first.</summary>
    public required IReadOnlyList<ShownSms> Sms { get; init; }

    /// <summary>What happened, newest first.</summary>
    public required IReadOnlyList<ShownAct> Acts { get; init; }

    /// <summary>The case file, newest first.</summary>
    public required IReadOnlyList<CaseLine> File { get; init; }

    /// <summary>What is proposed about the account.</summary>
    public IReadOnlyList<ShownProposal> Proposals { get; init; } = [];

    /// <summary>Cards that officers saw, newest first: the evidence of level 3.</summary>
    public IReadOnlyList<ShownProof> Evidence { get; init; } = [];

    /// <summary>A recovery that waits or is ready, of officers or of the person.</summary>
    public RecoveryWaitRow? Opened { get; init; }

    /// <summary>Whether a raising of level waits for this officer's look.</summary>
    public bool IsProofWaiting { get; init; }

    /// <summary>Requests for help.</summary>
    public required IReadOnlyList<ShownHelp> Help { get; init; }

    /// <summary>Requests about data of this ID number, newest first.</summary>
    public required IReadOnlyList<ListedRequest> DataRequests { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(PersonView);
}
