using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Web;

/// <summary>Begins and ends sessions of the staff: rows that the cookie only names.</summary>
public sealed class OfficerSessions(AuditTrail trail, LookupHash lookup)
{
    /// <summary>Adds a session, with its entry in the trail, to what the caller is about to save.</summary>
    public OfficerSessionRow Begin(HttpContext context, MembersDb db, Guid officer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(db);
        var network = lookup.Of(context.Connection.RemoteIpAddress);
        var session = new OfficerSessionRow
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)), OfficerId = officer, StartedAt = now, LastSeenAt = now, Network = network,
        };
        db.OfficerSessions.Add(session);
        trail.Add(db, AuditAct.OfficerSignedIn, null, network, now, AuditActor.Officer, session.Id, officer: officer);
        return session;
    }

    /// <summary>Gives this browser the cookie of a saved session.</summary>
    public static Task GiveCookieAsync(HttpContext context, Guid session) => context.SignInAsync(
        OfficerAuthentication.Scheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(OfficerAuthentication.SessionClaim, session.ToString("D"))], OfficerAuthentication.Scheme)));

    /// <summary>Ends this browser's session, in the database first.</summary>
    public async Task EndAsync(HttpContext context, MembersDb db, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(db);
        if (context.Features.Get<SignedInOfficer>() is { Session: { } seen }
            && await db.OfficerSessions.SingleOrDefaultAsync(row => row.Id == seen.Id && row.EndedAt == null) is { } session)
        {
            session.EndedAt = now;
            trail.Add(
                db, AuditAct.OfficerSignedOut, null, lookup.Of(context.Connection.RemoteIpAddress), now, AuditActor.Officer, session.Id,
                officer: session.OfficerId);
            await db.SaveActAsync();
        }

        await context.SignOutAsync(OfficerAuthentication.Scheme);
    }
}
