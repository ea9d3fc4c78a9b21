using Samachik.Rules.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.Officers;

/// <summary>Turns rows into what an officer is shown of them: masked.</summary>
public sealed class FoundPeople(MemberData members, PersonalData journeys)
{
    /// <summary>Accounts first, then sign-ups of others.</summary>
    public IReadOnlyList<FoundPerson> Read(IReadOnlyList<MemberRow> accounts, IReadOnlyList<SignUpJourneyRow> signUps) =>
        [.. accounts.Select(Of), .. signUps.Select(Of).OfType<FoundPerson>()];

    /// <summary>One account.</summary>
    public FoundPerson Of(MemberRow member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var details = members.Read(member);
        return new(
            member.Id, true, MaskedName.Of(details.FirstName, details.LastName), details.NationalId.Masked, details.Phone.Masked, member.CreatedAt);
    }

    /// <summary>One sign-up; null when its details are not there any more.</summary>
    public FoundPerson? Of(SignUpJourneyRow journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return journeys.Read(journey) is { } given
            ? new(
                journey.Id, false, MaskedName.Of(given.FirstName, given.LastName), given.NationalId.Masked, given.Phone.Masked, journey.StartedAt)
            : null;
    }
}
