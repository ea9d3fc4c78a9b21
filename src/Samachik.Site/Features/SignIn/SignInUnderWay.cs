using Samachik.Rules.Agreements;
using Samachik.Rules.Members;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.SignIn;

/// <summary>A sign-in whose password was right: its journey, its member, and the documents that are to be accepted.</summary>
public sealed class SignInUnderWay(
    MemberJourneyRow journey, MemberRow member, IReadOnlyList<AgreementDocument> owed, DateTimeOffset now)
{
    /// <summary>The facts of this sign-in, tracked.</summary>
    public MemberJourneyRow Journey => journey;

    /// <summary>The account, tracked.</summary>
    public MemberRow Member => member;

    /// <summary>The documents whose version in force the member has not accepted.</summary>
    public IReadOnlyList<AgreementDocument> Owed { get; set; } = owed;

    /// <summary>When this request looks.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Where it stands, with all that was changed in this request.</summary>
    public SignInStep Step => new SignInJourney(
        journey.PhoneProvenAt is not null, member.FrozenAt is not null, member.Suspension?.Holds(now) == true,
        member.ClosingAt is not null, Owed.Count > 0, journey.FinishedAt is not null).Step;
}
