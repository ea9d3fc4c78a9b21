using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Notices;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Puts a phone on file whose wait is over, and tells the old one.</summary>
public sealed class ApplyPhoneChange(MembersDb db, MemberData data, AuditTrail trail, TellMember tell)
{
    /// <summary>The members whose change is due, the longest due first.</summary>
    public Task<List<Guid>> DueAsync(DateTimeOffset now, int most, CancellationToken stop) => db.PendingPhoneChanges.AsNoTracking()
        .Where(row => row.TakesEffectAt <= now).OrderBy(row => row.TakesEffectAt).Take(most).Select(row => row.MemberId).ToListAsync(stop);

    /// <summary>
    /// Does it for one member, or calls it off where the account was frozen or closed meanwhile; whether anything was
    /// done. A change that its member called off at this instant is not made.
    /// </summary>
    public async Task<bool> ApplyAsync(Guid id, DateTimeOffset now)
    {
        var member = await db.Members.SingleOrDefaultAsync(row => row.Id == id);
        var pending = await db.PendingPhoneChanges.SingleOrDefaultAsync(row => row.MemberId == id && row.TakesEffectAt <= now);
        if (member is null || pending is null) return false;
        db.PendingPhoneChanges.Remove(pending);
        var act = member is { FrozenAt: null, ClosingAt: null, ClosedAt: null } ? AuditAct.PhoneChanged : AuditAct.PhoneChangeCancelled;
        if (act == AuditAct.PhoneChanged)
        {
            var before = new Before(Phone: data.PhoneOf(member));
            data.SetPhone(member, data.OpenPhone(pending.PhoneCipher, PendingPhone.Column, id), pending.ProvenAt);
            tell.Add(member, AuditAct.PhoneChanged, now, before);
        }

        trail.Add(db, act, id, [], now, AuditActor.Site);
        db.HoldFast(member);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return false;
        tell.Wake();
        return true;
    }
}
