using Samachik.Rules.Audit;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Notices;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>What became of a code to another phone.</summary>
public enum PhoneChangeVerdict
{
    /// <summary>It is the phone on file now.</summary>
    Changed,

    /// <summary>It will be, when the wait after a recovery is over.</summary>
    Waits,

    /// <summary>The code is not right, or there are no tries left.</summary>
    NotRight,

    /// <summary>Another request changed the account first.</summary>
    ChangedMeanwhile,
}

/// <summary>
/// Puts a proven phone on file, and tells the old one; or, soon after a recovery, lets it wait: who got in with a
/// stolen phone shall not at once put the owner's notices out of reach.
/// </summary>
public sealed class ConfirmPhoneChange(
    ProveAddress prove, CurrentMember current, MemberData data, AuditTrail trail, TellMember tell, MembersDb db,
    SiteSettings settings, TimeProvider time)
{
    /// <summary>Checks a code and does what a right one calls for.</summary>
    public async Task<(PhoneChangeVerdict Verdict, CodeCheck Check)> ConfirmAsync(MemberJourneyRow journey, PhoneCode code)
    {
        var now = time.GetUtcNow();
        var check = await prove.CheckAsync(journey, code, now);
        if (check is not { Verdict: CodeVerdict.Right, Matched: { } spent }) return (PhoneChangeVerdict.NotRight, check);
        var member = await current.RequireAsync();
        var waits = member.RecoveredAt + settings.Recovery.NoPhoneChangeFor is { } end && end > now ? end : (DateTimeOffset?)null;
        if (waits is { } until) AddPending(journey, member, now, until);
        else Change(journey, member, now);
        if (await prove.SpendAsync(journey, spent, now) != SaveVerdict.Saved) return (PhoneChangeVerdict.ChangedMeanwhile, check);
        tell.Wake();
        return (waits is null ? PhoneChangeVerdict.Changed : PhoneChangeVerdict.Waits, check);
    }

    private void Change(MemberJourneyRow journey, MemberRow member, DateTimeOffset now)
    {
        var before = new Before(Phone: data.PhoneOf(member));
        data.SetPhone(member, prove.PhoneOf(journey), now);
        trail.Add(db, AuditAct.PhoneChanged, member.Id, current.Network, now, session: current.SessionId);
        tell.Add(member, AuditAct.PhoneChanged, now, before);
    }

    private void AddPending(MemberJourneyRow journey, MemberRow member, DateTimeOffset now, DateTimeOffset until)
    {
        db.PendingPhoneChanges.Add(new PendingPhoneChangeRow
        {
            MemberId = member.Id,
            PhoneCipher = data.Seal(prove.PhoneOf(journey), PendingPhone.Column, member.Id),
            PhoneHash = journey.AddressHash ?? [],
            ProvenAt = now,
            TakesEffectAt = until,
        });
        trail.Add(db, AuditAct.PhoneChangeAsked, member.Id, current.Network, now, session: current.SessionId);
        tell.Add(member, AuditAct.PhoneChangeAsked, now);
        db.HoldFast(member);
    }
}
