using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Web;

/// <summary>
/// Browsers that members asked to have remembered. The cookie names the browser; each member on it has a row of their
/// own, and without a row the cookie is worth nothing.
/// </summary>
public sealed class KnownBrowsers(
    MembersDb db, AuditTrail trail, JourneyCookies cookies, LookupHash lookup, SiteSettings settings, TimeProvider time,
    IHttpContextAccessor accessor)
{
    private const string Cookie = "browser";
    private static readonly KeptQuery<Guid, Guid, DateTimeOffset, KnownBrowserRow?> OfMember = new((db, member, browser, now) =>
        db.KnownBrowsers.SingleOrDefault(row => row.MemberId == member && row.BrowserId == browser && row.ExpiresAt > now));

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    private byte[] Network => lookup.Of(Context.Connection.RemoteIpAddress);

    /// <summary>
    /// The row of a member on this browser; null when it is not known. It asks the database either way, also for an
    /// ID number without an account, so that no time tells them apart.
    /// </summary>
    public Task<KnownBrowserRow?> FindAsync(Guid? member)
    {
        var browser = cookies.Read(Context, Cookie) ?? Guid.Empty;
        return OfMember.AskAsync(db, member ?? Guid.Empty, browser, time.GetUtcNow());
    }

    /// <summary>
    /// Remembers this browser for a member, in what the caller is about to save; the caller then gives the cookie. The
    /// cookie is new each time, for all members on the browser: a copy that somebody took before is worth nothing.
    /// </summary>
    public async Task<Guid> RememberAsync(Guid member, DateTimeOffset now)
    {
        var (before, browser) = (cookies.Read(Context, Cookie), new Guid(RandomNumberGenerator.GetBytes(16)));
        var here = before is null ? [] : await db.KnownBrowsers.Where(row => row.BrowserId == before).ToListAsync();
        foreach (var row in here) db.Entry(row).Property(moved => moved.BrowserId).CurrentValue = browser;
        var known = here.SingleOrDefault(row => row.MemberId == member);
        if (known is null)
        {
            known = new KnownBrowserRow
            {
                Id = Guid.CreateVersion7(now),
                BrowserId = browser,
                MemberId = member,
                Device = DeviceName.Of(Context.Request.Headers.UserAgent),
                RememberedAt = now,
                LastUsedAt = now,
                ExpiresAt = now + settings.SignIn.RememberFor,
            };
            db.KnownBrowsers.Add(known);
        }
        else (known.LastUsedAt, known.ExpiresAt) = (now, now + settings.SignIn.RememberFor);
        trail.Add(db, AuditAct.BrowserRemembered, member, Network, now, session: known.Id);
        return browser;
    }

    /// <summary>Gives this browser its cookie.</summary>
    public void GiveCookie(Guid browser) => cookies.Write(Context, Cookie, browser, settings.SignIn.RememberFor);

    /// <summary>Forgets all browsers of a member, in what the caller is about to save.</summary>
    public async Task ForgetAllAsync(Guid member, DateTimeOffset now, AuditActor actor = AuditActor.Member)
    {
        foreach (var known in await db.KnownBrowsers.Where(row => row.MemberId == member).ToListAsync())
        {
            db.KnownBrowsers.Remove(known);
            trail.Add(db, AuditAct.BrowserForgotten, member, Network, now, actor, known.Id);
        }
    }
}
