using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.NotMe;

/// <summary>Throws out who is in, stops what is on its way, and lets nobody in before a recovery; all in the caller's save.</summary>
public sealed class FreezeAccount(MemberSessions sessions, KnownBrowsers browsers, AuditTrail trail, MembersDb db)
{
    /// <summary>Freezes an account.</summary>
    public async Task FreezeAsync(MemberRow member, byte[] network, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(member);
        member.FrozenAt ??= now;
        db.HoldFast(member);
        await sessions.EndOthersAsync(db, member.Id, except: null, now);
        await browsers.ForgetAllAsync(member.Id, now);
        await CallOffWaitAsync(member, network, now);
        if (await db.PendingPhoneChanges.SingleOrDefaultAsync(row => row.MemberId == member.Id) is not { } change) return;
        db.PendingPhoneChanges.Remove(change);
        trail.Add(db, AuditAct.PhoneChangeCancelled, member.Id, network, now);
    }

    /// <summary>Calls off a waiting recovery, whichever it is: it costs its person a day, and no thief keeps one.</summary>
    public async Task CallOffWaitAsync(MemberRow member, byte[] network, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (await db.RecoveryWaits.SingleOrDefaultAsync(row => row.MemberId == member.Id) is not { } wait) return;
        db.RecoveryWaits.Remove(wait);
        db.HoldFast(member);
        trail.Add(db, AuditAct.RecoveryCancelled, member.Id, network, now);
    }
}
