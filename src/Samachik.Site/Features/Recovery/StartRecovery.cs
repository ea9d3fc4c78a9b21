using Microsoft.EntityFrameworkCore;
using Samachik.Rules.People;
using Samachik.Rules.Recovery;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.Recovery;

/// <summary>Begins a recovery, whether or not the ID number has an account; the page cannot tell, and so tells nobody.</summary>
public sealed class StartRecovery(
    CurrentRecovery current, MemberJourneys journeys, SendRecoveryCode send, LookupHash lookup, MembersDb db, TimeProvider time)
{
    /// <summary>
    /// Begins it and sends the first code; with the same ID number again it goes on with the one under way, so that a
    /// button pressed twice sends no second SMS. False: the form was used before, for another number, and nothing was sent.
    /// </summary>
    public async Task<bool> StartAsync(NationalId id)
    {
        var hash = lookup.Of(id);
        if (await IsUnderWayAsync(hash)) return true;
        var member = await FindAsync(hash);
        var journey = journeys.Begin(MemberJourneyKind.Recovery, member, hash);
        if (await send.BySmsAsync(journey, member) == SendVerdict.PressedBefore)
        {
            if (await journeys.OfFirstPressAsync(MemberJourneyKind.Recovery) is not { } first
                || !SendRecoveryCode.IdOf(first).AsSpan().SequenceEqual(hash)) return false;
            journey = first;
        }

        journeys.GiveCookie(journey);
        return true;
    }

    // A row is read whether or not there is an account: reading none takes some microseconds less, which add up to a sign.
    private async Task<MemberRow?> FindAsync(byte[] hash)
    {
        var found = await db.Members.Where(row => row.NationalIdHash == hash).Select(row => (Guid?)row.Id).SingleOrDefaultAsync();
        var other = await db.Members.OrderBy(row => row.Id).Select(row => (Guid?)row.Id).FirstOrDefaultAsync();
        var read = await db.Members.AsNoTracking().SingleOrDefaultAsync(row => row.Id == (found ?? other));
        return found is null ? null : read;
    }

    private async Task<bool> IsUnderWayAsync(byte[] hash)
    {
        if (await current.StepAsync() is not { } step || step == RecoveryStep.Done) return false;
        var journey = await current.RequireAsync();
        return SendRecoveryCode.IdOf(journey).AsSpan().SequenceEqual(hash)
            && (step != RecoveryStep.Code || journey.Challenges.Any(row => row.Facts.IsLive(time.GetUtcNow())));
    }
}
