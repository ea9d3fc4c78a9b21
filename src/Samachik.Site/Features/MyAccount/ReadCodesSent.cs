using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>One SMS with a code, as its member is shown it: never the code.</summary>
/// <param name="At">When the code was asked for.</param>
/// <param name="Purpose">What the code is for.</param>
/// <param name="Reference">The four letters in the SMS.</param>
/// <param name="Phone">The masked number; null where it is not known any more.</param>
/// <param name="Told">What became of the SMS.</param>
public sealed record CodeSent(DateTimeOffset At, CodePurpose Purpose, string Reference, string? Phone, DeliveryTold Told)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(CodeSent);
}

/// <summary>Reads the SMS with codes of the member's journeys, newest first; they go when their journey goes.</summary>
public sealed class ReadCodesSent(CurrentMember current, MemberData data, MembersDb db, ReadDelivery delivery)
{
    /// <summary>Those of journeys under way or just over, the sign-up among them.</summary>
    public async Task<IReadOnlyList<CodeSent>> ReadAsync()
    {
        var member = await current.RequireAsync();
        var journeys = await db.MemberJourneys.AsNoTracking().Include(row => row.Challenges).Where(row => row.MemberId == member.Id).ToListAsync();
        var signUps = await db.SignUpJourneys.AsNoTracking().Include(row => row.Challenges).Where(row => row.MemberId == member.Id).ToListAsync();
        var codes = journeys.SelectMany(row => row.Challenges.Select(code => (Code: code, Given: GivenBy(row))))
            .Concat(signUps.SelectMany(row => row.Challenges.Select(code => (Code: code, Given: (string?)null)))).ToList();
        var told = await delivery.OfAllAsync([.. codes.Select(one => one.Code.Id)]);
        var onFile = data.PhoneOf(member).Masked;
        return
        [
            .. from one in codes
               where told.ContainsKey(one.Code.Id)
               orderby one.Code.SentAt descending
               let phone = one.Code.AddressHash.AsSpan().SequenceEqual(member.PhoneHash) ? onFile : one.Given
               select new CodeSent(one.Code.SentAt, one.Code.Purpose, one.Code.Reference, phone, told[one.Code.Id]),
        ];
    }

    private string? GivenBy(MemberJourneyRow row) => row is { Kind: MemberJourneyKind.PhoneChange, AddressCipher: { } address }
        ? data.OpenPhone(address, ProveAddress.Column, row.Id).Masked : null;
}
