using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Officers;
using Samachik.Rules.People;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.Recovery;

/// <summary>What became of a one-time code that an officer read out.</summary>
public enum OfficerCodeVerdict
{
    /// <summary>It is right and its time has come: a code by SMS is on its way to the new phone.</summary>
    GoOn,

    /// <summary>It is right, but the wait is not over.</summary>
    Wait,

    /// <summary>It does not fit the ID number, is not approved yet, was called off, or its time is over: which, nobody is told.</summary>
    NotRight,

    /// <summary>Too many tries for this ID number or from this network today.</summary>
    TooMany,

    /// <summary>The form was used before, for another number.</summary>
    PressedBefore,
}

/// <summary>The verdict; of a wait, until when.</summary>
public sealed record OfficerCodeOutcome(OfficerCodeVerdict Verdict, DateTimeOffset? ReadyAt = null);

/// <summary>
/// Goes on with a recovery that two officers opened for who lost the phone. Tries are counted before anything is compared,
/// for the ID number typed, account or not. Few from one network, more from all: a stranger who knows the number keeps
/// nobody out, and of 100 million codes hits none.
/// </summary>
public sealed class UseOfficerCode(
    CurrentRecovery current, MemberJourneys journeys, SendRecoveryCode send, MemberData data, LookupHash lookup, Counters counters, MembersDb db,
    TimeProvider time)
{
    private const int PerIdAndDay = 200, PerNetworkAndDay = 60;
    private const string OfBoth = "officer-code-of-both", OfId = "officer-code-of-id", OfNetwork = "officer-code-of-network";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Checks the code and begins the journey that ends in a new password.</summary>
    public async Task<OfficerCodeOutcome> UseAsync(NationalId id, RecoveryCode code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var (hash, now) = (lookup.Of(id), time.GetUtcNow());
        byte[] both = [.. hash, .. current.Network];
        if (!await counters.TryTakeAsync(OfBoth, both, RecoveryCode.MostTriesOfNetwork, Day, now)
            || !await counters.TryTakeAsync(OfId, hash, PerIdAndDay, Day, now)
            || !await counters.TryTakeAsync(OfNetwork, current.Network, PerNetworkAndDay, Day, now)) return new(OfficerCodeVerdict.TooMany);
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(row => row.NationalIdHash == hash && row.ClosedAt == null);
        var account = member?.Id ?? Guid.Empty;
        var wait = await db.RecoveryWaits.AsNoTracking().SingleOrDefaultAsync(row => row.MemberId == account && row.CodeHash != null && row.EndsAt > now);
        if (member is null || wait?.CodeHash is not { } right || !CryptographicOperations.FixedTimeEquals(right, lookup.Of(code, account)))
            return new(OfficerCodeVerdict.NotRight);
        await counters.TakeBackAsync(OfBoth, both);
        await counters.TakeBackAsync(OfId, hash);
        await counters.TakeBackAsync(OfNetwork, current.Network);
        return now < wait.ReadyAt ? new(OfficerCodeVerdict.Wait, wait.ReadyAt) : new(await BeginAsync(member, wait, hash));
    }

    private async Task<OfficerCodeVerdict> BeginAsync(MemberRow member, RecoveryWaitRow wait, byte[] hash)
    {
        if (wait is not { PhoneCipher: { } cipher, PhoneHash: { } phoneHash }) throw new InvalidOperationException("The recovery has no phone.");
        var journey = journeys.Begin(MemberJourneyKind.Recovery, member, hash);
        var phone = data.OpenPhone(cipher, RecoveryWaitRow.PhoneColumn, member.Id);
        (journey.AddressHash, journey.AddressCipher) = (phoneHash, data.Seal(phone, SendRecoveryCode.Column, journey.Id));
        if (await send.BySmsAsync(journey, member) == SendVerdict.PressedBefore)
        {
            if (await journeys.OfFirstPressAsync(MemberJourneyKind.Recovery) is not { AddressHash: not null } first
                || !SendRecoveryCode.IdOf(first).AsSpan().SequenceEqual(hash)) return OfficerCodeVerdict.PressedBefore;
            journey = first;
        }

        journeys.GiveCookie(journey);
        return OfficerCodeVerdict.GoOn;
    }
}
