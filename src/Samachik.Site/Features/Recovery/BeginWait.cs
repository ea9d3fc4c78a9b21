using Samachik.Rules.Audit;
using Samachik.Site.Notices;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.Recovery;

/// <summary>Makes a recovery wait, and tells every address on file, where anybody who reads it can call it off.</summary>
public sealed class BeginWait(CurrentRecovery current, TellMember tell, AuditTrail trail, SiteSettings settings, MembersDb db)
{
    /// <summary>Adds the wait and its notices to what the caller is about to save; one that is under way stays as it is.</summary>
    public async Task AddAsync(MemberRow member, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(member);
        var before = await current.WaitAsync(member.Id);
        if (before is not null && now < before.EndsAt) return;
        var ready = now + settings.Recovery.Wait;
        var wait = new RecoveryWaitRow
        {
            MemberId = member.Id, AskedAt = now, ReadyAt = ready, EndsAt = ready + settings.Recovery.FinishWithin,
        };
        if (before is null) db.RecoveryWaits.Add(wait);
        else db.Entry(before).CurrentValues.SetValues(wait);
        db.HoldFast(member);
        trail.Add(db, AuditAct.RecoveryWaits, member.Id, current.Network, now);
        tell.Add(member, AuditAct.RecoveryWaits, now);
    }
}
