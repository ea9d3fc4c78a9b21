using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Web;

/// <summary>Begins, replaces and ends members' sessions: rows that the cookie only names.</summary>
public sealed class MemberSessions(AuditTrail trail, LookupHash lookup, SiteSettings settings, IHttpContextAccessor accessor)
{
    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    private byte[] Network => lookup.Of(Context.Connection.RemoteIpAddress);

    /// <summary>Adds a session for a member, who has just proven that it is they, to what the caller is about to save.</summary>
    public MemberSessionRow Begin(MembersDb db, Guid member, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        var session = Add(db, member, now, startedAt: now);
        trail.Add(db, AuditAct.SignedIn, member, Network, now, session: session.Id, detail: session.Device);
        return session;
    }

    /// <summary>
    /// Puts a new session in the place of one whose standing changes, in what the caller is about to save; the caller
    /// then gives its cookie. Its whole life still counts from the sign-in.
    /// </summary>
    public MemberSessionRow Replace(MembersDb db, MemberSessionRow old, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(old);
        old.EndedAt = now;
        return Add(db, old.MemberId, now, old.StartedAt);
    }

    /// <summary>
    /// The living session that took the place of one; null when it was ended otherwise. A button pressed twice leaves
    /// the browser with the second answer, which must not be a dead session; only for who proved again to be the member.
    /// </summary>
    public async Task<MemberSessionRow?> FindReplacementAsync(MembersDb db, Guid replaced)
    {
        ArgumentNullException.ThrowIfNull(db);
        var old = await db.MemberSessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == replaced);
        if (old is not { EndedAt: { } at }) return null;
        var found = await db.MemberSessions.AsNoTracking().Where(row =>
            row.MemberId == old.MemberId && row.StartedAt == old.StartedAt && row.ProvenAt == at && row.EndedAt == null).Take(2).ToListAsync();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Gives this browser the cookie of a saved session.</summary>
    public Task GiveCookieAsync(HttpContext context, Guid session) => context.SignInAsync(
        MemberAuthentication.Scheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(MemberAuthentication.SessionClaim, session.ToString("D"))], MemberAuthentication.Scheme)));

    /// <summary>Ends this browser's session, in the database first.</summary>
    public async Task EndAsync(HttpContext context, MembersDb db, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(db);
        if (context.Features.Get<MemberSessionRow>() is { } seen
            && await db.MemberSessions.SingleOrDefaultAsync(row => row.Id == seen.Id && row.EndedAt == null) is { } session)
        {
            session.EndedAt = now;
            trail.Add(db, AuditAct.SignedOut, session.MemberId, Network, now, session: session.Id);
            await db.SaveActAsync();
        }

        await context.SignOutAsync(MemberAuthentication.Scheme);
    }

    /// <summary>Ends all living sessions of a member but one, in what the caller is about to save; how many there were.</summary>
    public async Task<int> EndOthersAsync(
        MembersDb db, Guid member, Guid? except, DateTimeOffset now, AuditActor actor = AuditActor.Member)
    {
        ArgumentNullException.ThrowIfNull(db);
        var living = await Living(db, member, now).Where(row => row.Id != except).ToListAsync();
        foreach (var session in living)
        {
            session.EndedAt = now;
            trail.Add(db, AuditAct.SessionEnded, member, Network, now, actor, session.Id);
        }

        return living.Count;
    }

    /// <summary>A member's living sessions.</summary>
    public IQueryable<MemberSessionRow> Living(MembersDb db, Guid member, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (idle, whole) = (now - settings.Sessions.IdleLife, now - settings.Sessions.WholeLife);
        return db.MemberSessions.Where(row =>
            row.MemberId == member && row.EndedAt == null && row.LastSeenAt > idle && row.StartedAt > whole);
    }

    private MemberSessionRow Add(MembersDb db, Guid member, DateTimeOffset now, DateTimeOffset startedAt)
    {
        var session = new MemberSessionRow
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)),
            MemberId = member,
            StartedAt = startedAt,
            LastSeenAt = now,
            ProvenAt = now,
            Device = DeviceName.Of(Context.Request.Headers.UserAgent),
            Network = Network,
        };
        db.MemberSessions.Add(session);
        return session;
    }
}
