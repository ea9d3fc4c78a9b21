using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Rules.Recovery;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Recovery;

/// <summary>The recovery of this request's browser, and where it stands.</summary>
public sealed class CurrentRecovery(MembersDb db, MemberJourneys journeys, KnownBrowsers browsers, SiteSettings settings)
{
    private const MemberJourneyKind Kind = MemberJourneyKind.Recovery;

    /// <summary>The network of this request, hashed.</summary>
    public byte[] Network => journeys.Network;

    /// <summary>The living journey; null when there is none.</summary>
    public Task<MemberJourneyRow?> FindAsync() => journeys.FindAsync(Kind);

    /// <summary>The living journey of a page that [AtRecoveryStep] guards.</summary>
    public async Task<MemberJourneyRow> RequireAsync() =>
        await FindAsync() ?? throw new InvalidOperationException("The page is not guarded by [AtRecoveryStep].");

    /// <summary>Loads everything anew, after a save that did not come through.</summary>
    public Task<MemberJourneyRow?> ReloadAsync() => journeys.ReloadAsync(Kind);

    /// <summary>Whether the browser was on a recovery that is no more.</summary>
    public Task<bool> HasExpiredAsync() => journeys.HasExpiredAsync(Kind);

    /// <summary>
    /// Where the journey stands; null when there is none, or none that still holds: the password or the phone was changed
    /// meanwhile. Until the phone is proven no account is looked at, so an ID number without one stands there too.
    /// </summary>
    public async Task<RecoveryStep?> StepAsync()
    {
        if (await FindAsync() is not { } journey) return null;
        if (journey.FinishedAt is not null) return RecoveryStep.Done;
        if (journey.PhoneProvenAt is not { } provenAt) return RecoveryStep.Code;
        return await AccountAsync(journey) is { } member && IsStillOf(journey, member)
            && IsProven(journey, CodePurpose.Recovery, AddressOf(journey, member)) ? await StepOfAsync(journey, member, provenAt) : null;
    }

    /// <summary>The open account of a journey; null when the ID number typed has none. It asks the database either way.</summary>
    public Task<MemberRow?> AccountAsync(MemberJourneyRow journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var (id, nationalId) = (journey.MemberId ?? Guid.Empty, journey.NationalIdHash);
        return db.Members.SingleOrDefaultAsync(row => row.Id == id && row.NationalIdHash == nationalId && row.ClosedAt == null);
    }

    /// <summary>The account of a page behind the first proof.</summary>
    public async Task<MemberRow> RequireMemberAsync() => await AccountAsync(await RequireAsync())
        ?? throw new InvalidOperationException("The page is not guarded by [AtRecoveryStep].");

    /// <summary>The wait of an account, whether it is still to come, ready or over.</summary>
    public Task<RecoveryWaitRow?> WaitAsync(Guid member) => db.RecoveryWaits.SingleOrDefaultAsync(row => row.MemberId == member);

    /// <summary>Whether the account has the password that it had when the journey began: of two recoveries at once, one wins.</summary>
    public static bool IsStillOf(MemberJourneyRow journey, MemberRow member)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(member);
        return journey.PasswordAsOf == member.PasswordChangedAt;
    }

    /// <summary>The phone whose code proves it, hashed: the one that officers put down, or else the one on file.</summary>
    public static byte[] AddressOf(MemberJourneyRow journey, MemberRow member)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(member);
        return journey.AddressHash ?? member.PhoneHash;
    }

    /// <summary>Whether a member can be sent a code by e-mail.</summary>
    public bool HasEmail(MemberRow member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.EmailCipher is not null && settings.Mail.Kind != MailKind.None;
    }

    /// <summary>Where a journey stands whose phone is proven; null: officers opened it, and it was called off or its time is over.</summary>
    internal async Task<RecoveryStep?> StepOfAsync(MemberJourneyRow journey, MemberRow member, DateTimeOffset provenAt)
    {
        var opened = await WaitAsync(member.Id);
        if (journey.AddressHash is { } phone)
            return opened?.PhoneHash.AsSpan().SequenceEqual(phone) == true && provenAt >= opened.ReadyAt && provenAt < opened.EndsAt ? RecoveryStep.NewPassword : null;
        var facts = new RecoveryFacts(
            member.Level, member.FrozenAt is not null, HasEmail(member),
            provenAt < member.PhoneProvenAt + settings.Recovery.PhoneTrustedFor, await browsers.FindAsync(member.Id) is not null);
        var hasWaited = opened is { IsByOfficers: false } wait && provenAt >= wait.ReadyAt && provenAt < wait.EndsAt;
        return new RecoveryJourney(
            IsFinished: false, facts.Route, IsProven(journey, CodePurpose.RecoveryByEmail, member.EmailHash), hasWaited).Step;
    }

    // A code that went to an address which is no longer on file proves nothing.
    private static bool IsProven(MemberJourneyRow journey, CodePurpose purpose, byte[]? addressHash) => addressHash is not null
        && journey.Challenges.Any(row => row.Purpose == purpose && row.UsedAt is not null && row.AddressHash.AsSpan().SequenceEqual(addressHash));
}
