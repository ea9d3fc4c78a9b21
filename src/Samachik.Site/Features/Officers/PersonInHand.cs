using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.Officers;

/// <summary>Whom an officer acts on: an account, or a sign-up that is not finished. Prints nothing of them.</summary>
public sealed record PersonInHand(Guid Id, MemberRow? Member, SignUpJourneyRow? SignUp, string MaskedName, byte[] NationalIdHash, byte[] PhoneHash)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(PersonInHand);
}

/// <summary>Loads whom an officer acts on, tracked; only within a look that they said why of.</summary>
public sealed class FindPersonInHand(MembersDb db, MemberData members, PersonalData journeys, LookAtPerson look)
{
    /// <summary>The person; null when there is none such, or the officer has not said why.</summary>
    public async Task<PersonInHand?> FindAsync(Guid id)
    {
        if (await look.FindAsync(id) is null) return null;
        if (await db.Members.SingleOrDefaultAsync(row => row.Id == id) is { NationalIdHash: { } hash } member)
        {
            var details = members.Read(member);
            return new(id, member, null, MaskedName.Of(details.FirstName, details.LastName), hash, member.PhoneHash);
        }

        var journey = await db.SignUpJourneys.Include(row => row.Challenges).SingleOrDefaultAsync(row => row.Id == id && row.MemberId == null);
        return journey is { NationalIdHash: { } idHash, PhoneHash: { } phone } && journeys.Read(journey) is { } given
            ? new(id, null, journey, MaskedName.Of(given.FirstName, given.LastName), idHash, phone) : null;
    }
}
