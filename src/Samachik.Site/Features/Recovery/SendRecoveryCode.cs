using Samachik.Rules.People;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Recovery;

/// <summary>
/// Sends the codes of a recovery. For an ID number without an account all is done as for any other, but nothing goes out.
/// </summary>
public sealed class SendRecoveryCode(CurrentRecovery current, MemberData data, SendCode sendCode, LookupHash lookup, TimeProvider time)
{
    /// <summary>What the phone of a recovery that officers opened is encrypted for.</summary>
    internal const string Column = "member_journeys.address";

    /// <summary>A code to the phone on file, if there is an account, or to the one that officers put down.</summary>
    public Task<SendVerdict> BySmsAsync(MemberJourneyRow journey, MemberRow? member)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var id = IdOf(journey);
        CodeAddress to = member is null ? new CodeAddress.Nobody() : new CodeAddress.Phone(PhoneOf(journey, member));
        var address = member is null ? lookup.OfNobody(id) : CurrentRecovery.AddressOf(journey, member);
        var subject = new SendSubject(address, id, current.Network, AskerStanding.Recovering);
        return SendAsync(journey, CodePurpose.Recovery, to, subject);
    }

    /// <summary>A code to the e-mail address on file.</summary>
    public Task<SendVerdict> ByEmailAsync(MemberJourneyRow journey, MemberRow member)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(member);
        if (data.EmailOf(member) is not { } email || member.EmailHash is not { } hash)
            throw new InvalidOperationException("There is no e-mail address to send to.");
        var subject = new SendSubject(hash, IdOf(journey), current.Network, AskerStanding.ByEmail);
        return SendAsync(journey, CodePurpose.RecoveryByEmail, new CodeAddress.Mail(email), subject);
    }

    /// <summary>Another code by SMS.</summary>
    public async Task<SendVerdict> BySmsAgainAsync()
    {
        var journey = await current.RequireAsync();
        return await BySmsAsync(journey, await current.AccountAsync(journey));
    }

    /// <summary>Another code by e-mail.</summary>
    public async Task<SendVerdict> ByEmailAgainAsync() =>
        await ByEmailAsync(await current.RequireAsync(), await current.RequireMemberAsync());

    /// <summary>The phone of a recovery: the one that officers put down, or else the one on file.</summary>
    internal ThaiMobileNumber PhoneOf(MemberJourneyRow journey, MemberRow member) =>
        journey.AddressCipher is { } phone ? data.OpenPhone(phone, Column, journey.Id) : data.PhoneOf(member);

    internal static byte[] IdOf(MemberJourneyRow journey) =>
        journey.NationalIdHash ?? throw new InvalidOperationException("A recovery is of an ID number.");

    private Task<SendVerdict> SendAsync(MemberJourneyRow journey, CodePurpose purpose, CodeAddress to, SendSubject subject)
    {
        var now = time.GetUtcNow();
        (journey.LastActAt, journey.Language) = (now, Languages.Current);
        return sendCode.SendAsync(journey, purpose, to, subject, now);
    }
}
