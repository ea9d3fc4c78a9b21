using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>Ends an account for good: the ID number is free, and nothing of signing in is left.</summary>
public sealed class EndAccount(MembersDb db, SignInCounters counters)
{
    /// <summary>Removes what hangs on the account, in the caller's transaction, and closes it in the caller's save.</summary>
    public async Task EndAsync(MemberRow member, byte[] nationalIdHash, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(member);
        var id = member.Id;
        await db.MemberSessions.Where(row => row.MemberId == id).ExecuteDeleteAsync();
        await db.KnownBrowsers.Where(row => row.MemberId == id).ExecuteDeleteAsync();
        await db.MemberJourneys.Where(row => row.MemberId == id).ExecuteDeleteAsync();
        await db.RecoveryWaits.Where(row => row.MemberId == id).ExecuteDeleteAsync();
        await db.PendingPhoneChanges.Where(row => row.MemberId == id).ExecuteDeleteAsync();
        await db.Disavowals.Where(row => row.MemberId == id).ExecuteDeleteAsync();
        await counters.ReopenAsync(nationalIdHash);
        (member.ClosedAt, member.NationalIdHash) = (now, null);
    }
}
