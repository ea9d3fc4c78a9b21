using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.People;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>The phone change of this member that waits, and its end by the member's wish.</summary>
public sealed class PendingPhone(CurrentMember current, MemberData data, AuditTrail trail, MembersDb db, TimeProvider time)
{
    /// <summary>What the new phone is encrypted for.</summary>
    internal const string Column = "pending_phone_changes.phone";

    /// <summary>The change that waits; null when there is none.</summary>
    public Task<PendingPhoneChangeRow?> FindAsync() => db.PendingPhoneChanges.SingleOrDefaultAsync(row => row.MemberId == current.Id);

    /// <summary>Its new phone.</summary>
    public ThaiMobileNumber PhoneOf(PendingPhoneChangeRow pending)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return data.OpenPhone(pending.PhoneCipher, Column, pending.MemberId);
    }

    /// <summary>Calls it off; whether there is none any more.</summary>
    public async Task<bool> CancelAsync()
    {
        if (await FindAsync() is not { } pending) return true;
        Remove(pending, time.GetUtcNow());
        return await db.SaveActAsync() == SaveVerdict.Saved;
    }

    /// <summary>Takes it off in what the caller is about to save.</summary>
    public void Remove(PendingPhoneChangeRow pending, DateTimeOffset now)
    {
        db.PendingPhoneChanges.Remove(pending);
        trail.Add(db, AuditAct.PhoneChangeCancelled, current.Id, current.Network, now, session: current.SessionId);
    }
}
