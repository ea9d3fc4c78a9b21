using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>What became of the wish to end a session or to forget a browser.</summary>
public enum EndVerdict
{
    /// <summary>It is ended, or forgotten.</summary>
    Ended,

    /// <summary>This member has no such session or browser.</summary>
    NotTheirs,

    /// <summary>Another request changed the account first.</summary>
    ChangedMeanwhile,
}

/// <summary>
/// Ends sessions and forgets browsers of the member, and of nobody else. Each save depends on the account, so that a
/// session about to be replaced by a fresh one does not slip through.
/// </summary>
public sealed class EndSessions(
    CurrentMember current, MemberSessions sessions, KnownBrowsers browsers, AuditTrail trail, MembersDb db, TimeProvider time,
    ILogger<EndSessions> log)
{
    /// <summary>Ends one living session.</summary>
    public async Task<EndVerdict> EndAsync(Guid id)
    {
        var now = time.GetUtcNow();
        if (await sessions.Living(db, current.Id, now).SingleOrDefaultAsync(row => row.Id == id) is not { } session) return NotTheirs();
        session.EndedAt = now;
        trail.Add(db, AuditAct.SessionEnded, current.Id, current.Network, now, session: id);
        return await SaveAsync();
    }

    /// <summary>Ends all sessions but this one.</summary>
    public async Task<EndVerdict> EndOthersAsync()
    {
        await sessions.EndOthersAsync(db, current.Id, current.SessionId, time.GetUtcNow());
        return await SaveAsync();
    }

    /// <summary>Forgets one browser.</summary>
    public async Task<EndVerdict> ForgetAsync(Guid id)
    {
        var known = await db.KnownBrowsers.SingleOrDefaultAsync(row => row.Id == id && row.MemberId == current.Id);
        if (known is null) return NotTheirs();
        db.KnownBrowsers.Remove(known);
        trail.Add(db, AuditAct.BrowserForgotten, current.Id, current.Network, time.GetUtcNow(), session: id);
        return await SaveAsync();
    }

    /// <summary>Forgets all browsers.</summary>
    public async Task<EndVerdict> ForgetAllAsync()
    {
        await browsers.ForgetAllAsync(current.Id, time.GetUtcNow());
        return await SaveAsync();
    }

    private async Task<EndVerdict> SaveAsync()
    {
        db.HoldFast(await current.RequireAsync());
        return await db.SaveActAsync() == SaveVerdict.Saved ? EndVerdict.Ended : EndVerdict.ChangedMeanwhile;
    }

    private EndVerdict NotTheirs()
    {
        log.LogWarning("A session or browser was named that is not the member's, or is none any more");
        return EndVerdict.NotTheirs;
    }
}
