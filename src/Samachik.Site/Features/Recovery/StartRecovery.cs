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
    /// button pressed twice sends no second SMS.
    /// </summary>
    public async Task StartAsync(NationalId id)
    {
        var hash = lookup.Of(id);
        if (await IsUnderWayAsync(hash)) return;
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(row => row.NationalIdHash == hash);
        var journey = journeys.Begin(MemberJourneyKind.Recovery, member, hash);
        await send.BySmsAsync(journey, member);
        journeys.GiveCookie(journey);
    }

    private async Task<bool> IsUnderWayAsync(byte[] hash)
    {
        if (await current.StepAsync() is not { } step || step == RecoveryStep.Done) return false;
        var journey = await current.RequireAsync();
        return SendRecoveryCode.IdOf(journey).AsSpan().SequenceEqual(hash)
            && (step != RecoveryStep.Code || journey.Challenges.Any(row => row.Facts.IsLive(time.GetUtcNow())));
    }
}
