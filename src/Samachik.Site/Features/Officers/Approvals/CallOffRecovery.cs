using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>Calls off a recovery that waits, for its member who calls and cannot use the link; whoever opened it.</summary>
public sealed class CallOffRecovery(MembersDb db, CaseFile file, TimeProvider time)
{
    /// <summary>Calls it off: its code opens nothing any more, and neither does the phone that waits for it.</summary>
    public async Task<HelpVerdict> CallOffAsync(PersonInHand person, ActReason reason)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = time.GetUtcNow();
        if (person.Member is not { } member
            || await db.RecoveryWaits.SingleOrDefaultAsync(row => row.MemberId == member.Id && row.EndsAt > now) is not { } wait) return HelpVerdict.NotNow;
        db.RecoveryWaits.Remove(wait);
        db.HoldFast(member);
        file.Add(AuditAct.RecoveryCancelled, member.Id, person.NationalIdHash, reason, now);
        return await db.SaveActAsync() == SaveVerdict.Saved ? HelpVerdict.Done : HelpVerdict.ChangedMeanwhile;
    }
}
