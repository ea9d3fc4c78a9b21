using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Web;

/// <summary>Members' sessions: the cookie names a row, and the row decides at every request whether it lives.</summary>
public static class MemberSessions
{
    private const string Scheme = "Member";
    private const string SessionClaim = "session";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Adds the framework's cookie, bound to the row.</summary>
    public static void AddMemberSessions(this IServiceCollection services, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            options.Cookie.Name = settings.CookieName("session");
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = settings.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = settings.Sessions.WholeLife;
            options.SlidingExpiration = false;
            options.LoginPath = "/sign-up";
            options.AccessDeniedPath = "/";
            options.Events.OnValidatePrincipal = context => ValidateAsync(context, settings);
        });
        services.AddAuthorization();
    }

    /// <summary>Adds a session for a member to what the caller is about to save.</summary>
    public static MemberSessionRow Begin(MembersDb db, Guid member, byte[] network, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        var session = new MemberSessionRow
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)), MemberId = member, StartedAt = now, LastSeenAt = now,
        };
        db.MemberSessions.Add(session);
        db.AuditEntries.Add(new AuditEntryRow { At = now, Act = AuditAct.SignedIn, MemberId = member, Network = network });
        return session;
    }

    /// <summary>Gives this browser the cookie of a saved session.</summary>
    public static Task GiveCookieAsync(HttpContext context, Guid session) => context.SignInAsync(
        Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, session.ToString("D"))], Scheme)));

    /// <summary>Ends this browser's session, in the database first.</summary>
    public static async Task EndAsync(HttpContext context, MembersDb db, LookupHash lookup, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(db);
        if (Guid.TryParse(context.User.FindFirstValue(SessionClaim), out var id)
            && await db.MemberSessions.SingleOrDefaultAsync(row => row.Id == id && row.EndedAt == null) is { } session)
        {
            session.EndedAt = now;
            db.AuditEntries.Add(new AuditEntryRow
            {
                At = now, Act = AuditAct.SignedOut, MemberId = session.MemberId, Network = lookup.Of(context.Connection.RemoteIpAddress),
            });
            await db.SaveActAsync();
        }

        await context.SignOutAsync(Scheme);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context, SiteSettings settings)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var db = services.GetRequiredService<MembersDb>();
        var session = Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var id)
            ? await db.MemberSessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id)
            : null;
        if (session is null || session.EndedAt is not null
            || now >= session.LastSeenAt + settings.Sessions.IdleLife || now >= session.StartedAt + settings.Sessions.WholeLife)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        if (now - session.LastSeenAt >= SeenEvery)
            await db.MemberSessions.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now));
    }
}
