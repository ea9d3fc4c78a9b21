using Samachik.Rules.Audit;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>What became of a code to an e-mail address.</summary>
public enum EmailChangeVerdict
{
    /// <summary>It is the address on file now.</summary>
    Changed,

    /// <summary>The code is not right, or there are no tries left.</summary>
    NotRight,

    /// <summary>Another request changed the account first.</summary>
    ChangedMeanwhile,
}

/// <summary>Puts a proven e-mail address on file, or takes the one there off; the phone and the old address are told.</summary>
public sealed class ConfirmEmailChange(
    ProveAddress prove, CurrentMember current, MemberData data, AuditTrail trail, TellMember tell, MembersDb db, TimeProvider time)
{
    /// <summary>Checks a code and does what a right one calls for.</summary>
    public async Task<(EmailChangeVerdict Verdict, CodeCheck Check)> ConfirmAsync(MemberJourneyRow journey, PhoneCode code)
    {
        var now = time.GetUtcNow();
        var check = await prove.CheckAsync(journey, code, now);
        if (check is not { Verdict: CodeVerdict.Right, Matched: { } spent }) return (EmailChangeVerdict.NotRight, check);
        var member = await current.RequireAsync();
        var before = new Before(Email: data.EmailOf(member));
        data.SetEmail(member, prove.EmailOf(journey), now);
        Record(member, AuditAct.EmailChanged, before, now);
        if (await prove.SpendAsync(journey, spent, now) != SaveVerdict.Saved) return (EmailChangeVerdict.ChangedMeanwhile, check);
        tell.Wake();
        return (EmailChangeVerdict.Changed, check);
    }

    /// <summary>Takes the address off; whether there is none any more.</summary>
    public async Task<bool> RemoveAsync()
    {
        var (member, now) = (await current.RequireAsync(), time.GetUtcNow());
        if (data.EmailOf(member) is not { } email) return true;
        data.SetEmail(member, null, now);
        Record(member, AuditAct.EmailRemoved, new Before(Email: email), now);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return false;
        tell.Wake();
        return true;
    }

    private void Record(MemberRow member, AuditAct act, Before before, DateTimeOffset now)
    {
        trail.Add(db, act, member.Id, current.Network, now, session: current.SessionId);
        tell.Add(member, act, now, before);
    }
}
