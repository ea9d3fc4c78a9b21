using Microsoft.AspNetCore.Authentication;
using Samachik.Rules.Audit;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Asks for the closing of the account, or takes that back. It can be taken back for a while by signing in.</summary>
public sealed class AskClosing(
    CurrentMember current, MemberSessions sessions, KnownBrowsers browsers, PendingPhone pending, AuditTrail trail, TellMember tell,
    MembersDb db, TimeProvider time)
{
    /// <summary>Asks: every session ends, this one too, and no browser is known any more; whether it is asked now.</summary>
    public async Task<bool> AskAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (member, now) = (await current.RequireAsync(), time.GetUtcNow());
        member.ClosingAt = now;
        trail.Add(db, AuditAct.ClosingAsked, member.Id, current.Network, now, session: current.SessionId);
        await sessions.EndOthersAsync(db, member.Id, null, now);
        await browsers.ForgetAllAsync(member.Id, now);
        if (await pending.FindAsync() is { } phone) pending.Remove(phone, now);
        tell.Add(member, AuditAct.ClosingAsked, now);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return false;
        tell.Wake();
        await context.SignOutAsync(MemberAuthentication.Scheme);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return true;
    }

    /// <summary>Takes it back, in a session that outlived the asking; whether the account stays.</summary>
    public async Task<bool> TakeBackAsync()
    {
        var member = await current.RequireAsync();
        if (member.ClosedAt is not null) return false;
        if (member.ClosingAt is null) return true;
        member.ClosingAt = null;
        trail.Add(db, AuditAct.ClosingTakenBack, member.Id, current.Network, time.GetUtcNow(), session: current.SessionId);
        return await db.SaveActAsync() == SaveVerdict.Saved;
    }
}
