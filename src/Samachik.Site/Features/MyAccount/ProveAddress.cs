using Samachik.Rules.People;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>
/// Proves another phone or e-mail address by a code to it. The journey belongs to the session that asked: when that
/// is ended, or replaced by a new proof, the code is worth nothing.
/// </summary>
public sealed class ProveAddress(
    MemberJourneys journeys, CurrentMember current, MemberData data, LookupHash lookup, SendCode sendCode, CheckCode checkCode,
    Counters counters, SendTallies tallies, MembersDb db, TimeProvider time)
{
    /// <summary>What a new address is encrypted for.</summary>
    internal const string Column = "member_journeys.address";

    /// <summary>The journey of a kind that this session began and has not finished; null when there is none.</summary>
    public async Task<MemberJourneyRow?> FindAsync(MemberJourneyKind kind) =>
        await journeys.FindAsync(kind) is { FinishedAt: null } journey && journey.MemberId == current.Id
        && journey.SessionId == current.SessionId ? journey : null;

    /// <summary>The same, loaded anew after a save that did not come through.</summary>
    public async Task<MemberJourneyRow?> ReloadAsync(MemberJourneyKind kind)
    {
        await journeys.ReloadAsync(kind);
        return await FindAsync(kind);
    }

    /// <summary>Sends a code to another phone; one that is still good stays the one.</summary>
    public Task<SendVerdict> AskAsync(ThaiMobileNumber phone) =>
        AskAsync(MemberJourneyKind.PhoneChange, lookup.Of(phone), id => data.Seal(phone, Column, id));

    /// <summary>Sends a code to an e-mail address; one that is still good stays the one.</summary>
    public Task<SendVerdict> AskAsync(EmailAddress email) =>
        AskAsync(MemberJourneyKind.EmailChange, lookup.Of(email), id => data.Seal(email, Column, id));

    /// <summary>Sends another code to the same address, as far as the limits allow.</summary>
    public Task<SendVerdict> ResendAsync(MemberJourneyRow journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var now = time.GetUtcNow();
        (journey.LastActAt, journey.Language) = (now, Languages.Current);

        // By account, not by ID number: a stranger who types the number somewhere uses up nothing here.
        var subject = new SendSubject(HashOf(journey), current.Id.ToByteArray(), current.Network, StandingOf(journey.Kind));
        CodeAddress to = IsPhone(journey.Kind) ? new CodeAddress.Phone(PhoneOf(journey)) : new CodeAddress.Mail(EmailOf(journey));
        return sendCode.SendAsync(journey, PurposeOf(journey.Kind), to, subject, now);
    }

    /// <summary>Counts and compares a typed code. A right one is spent by <see cref="SpendAsync"/>.</summary>
    public Task<CodeCheck> CheckAsync(MemberJourneyRow journey, PhoneCode code, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return checkCode.CheckAsync(journey, PurposeOf(journey.Kind), code, new(HashOf(journey), StandingOf(journey.Kind)), now);
    }

    /// <summary>Saves what a right code calls for, with the code spent and the try taken back, all at once.</summary>
    public async Task<SaveVerdict> SpendAsync(MemberJourneyRow journey, CodeChallengeRow spent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(spent);
        var hash = HashOf(journey);
        var phone = IsPhone(journey.Kind) ? PhoneOf(journey) : null;
        (spent.UsedAt, journey.FinishedAt, journey.LastActAt) = (now, now, now);
        (journey.AddressCipher, journey.AddressHash) = (null, null);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var verdict = await db.SaveActAsync();
        if (verdict != SaveVerdict.Saved) return verdict;
        await counters.ForgiveTryAsync(hash, StandingOf(journey.Kind));
        if (phone is not null) await tallies.CountRightAsync(spent, phone);
        await transaction.CommitAsync();
        return verdict;
    }

    /// <summary>The phone to be proven.</summary>
    public ThaiMobileNumber PhoneOf(MemberJourneyRow journey) => data.OpenPhone(CipherOf(journey), Column, journey.Id);

    /// <summary>The e-mail address to be proven.</summary>
    public EmailAddress EmailOf(MemberJourneyRow journey) => data.OpenEmail(CipherOf(journey), Column, journey.Id);

    /// <summary>The address, masked.</summary>
    public string MaskedOf(MemberJourneyRow journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return IsPhone(journey.Kind) ? PhoneOf(journey).Masked : EmailOf(journey).Masked;
    }

    private async Task<SendVerdict> AskAsync(MemberJourneyKind kind, byte[] hash, Func<Guid, byte[]> seal)
    {
        var journey = await FindAsync(kind);
        if (journey?.AddressHash is { } asked && asked.AsSpan().SequenceEqual(hash))
        {
            if (journey.Challenges.Any(row => row.Facts.IsLive(time.GetUtcNow()))) return SendVerdict.Sent;
        }
        else
        {
            journey = journeys.Begin(kind, await current.RequireAsync(), null);
            (journey.SessionId, journey.AddressHash, journey.AddressCipher) = (current.SessionId, hash, seal(journey.Id));
        }

        var verdict = await ResendAsync(journey);
        if (verdict == SendVerdict.PressedBefore)
        {
            if (await journeys.OfFirstPressAsync(kind) is not { } first || first.SessionId != current.SessionId
                || first.AddressHash?.AsSpan().SequenceEqual(hash) != true) return verdict;
            (journey, verdict) = (first, SendVerdict.Sent);
        }

        if (verdict != SendVerdict.ChangedMeanwhile) journeys.GiveCookie(journey);
        return verdict;
    }

    private static byte[] HashOf(MemberJourneyRow journey) => journey.AddressHash ?? throw NoAddress();

    private static byte[] CipherOf(MemberJourneyRow journey) => journey.AddressCipher ?? throw NoAddress();

    private static CodePurpose PurposeOf(MemberJourneyKind kind) => IsPhone(kind) ? CodePurpose.PhoneChange : CodePurpose.EmailChange;

    // A phone that is not proven yet is a stranger's as far as the limits go.
    private static AskerStanding StandingOf(MemberJourneyKind kind) => IsPhone(kind) ? AskerStanding.Unproven : AskerStanding.ByEmail;

    private static bool IsPhone(MemberJourneyKind kind) => kind switch
    {
        MemberJourneyKind.PhoneChange => true,
        MemberJourneyKind.EmailChange => false,
        MemberJourneyKind.SignIn or MemberJourneyKind.Recovery => throw NoAddress(),
    };

    private static InvalidOperationException NoAddress() => new("The journey has no address to prove.");
}
