using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>
/// "This was not me", said in a session: everything else that is signed in or remembered ends, and what waits is
/// called off. The member then sets another password.
/// </summary>
public sealed class DisavowActivity(
    ReadActivity activity, PendingPhone pending, CurrentMember current, MemberSessions sessions, KnownBrowsers browsers,
    AuditTrail trail, MembersDb db, TimeProvider time, ILogger<DisavowActivity> log)
{
    /// <summary>Disavows one entry of the member's own trail.</summary>
    public async Task<EndVerdict> DisavowAsync(long id)
    {
        if (await activity.FindDisavowableAsync(id) is not { } entry)
        {
            log.LogWarning("An entry was disavowed that is not the member's, or no longer can be");
            return EndVerdict.NotTheirs;
        }

        var (member, now) = (await current.RequireAsync(), time.GetUtcNow());
        await sessions.EndOthersAsync(db, member.Id, current.SessionId, now);
        await browsers.ForgetAllAsync(member.Id, now);
        if (await pending.FindAsync() is { } phone) pending.Remove(phone, now);
        if (await db.RecoveryWaits.SingleOrDefaultAsync(row => row.MemberId == member.Id) is { } wait)
        {
            db.RecoveryWaits.Remove(wait);
            trail.Add(db, AuditAct.RecoveryCancelled, member.Id, current.Network, now, session: current.SessionId);
        }

        trail.Add(db, AuditAct.Disavowed, member.Id, current.Network, now, session: entry.SessionId, detail: entry.Act.ToString());
        db.HoldFast(member);
        return await db.SaveActAsync() == SaveVerdict.Saved ? EndVerdict.Ended : EndVerdict.ChangedMeanwhile;
    }
}
