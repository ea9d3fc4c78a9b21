using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Samachik.Rules.Audit;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>What a member does at their own account, and what can be seen of it from outside.</summary>
internal static class MemberAtHome
{
    public const string SessionCookie = "samachik-session";

    /// <summary>The account; the test fails when there is none.</summary>
    public static async Task<MemberRow> RowAsync(this Newcomer newcomer)
    {
        var row = await newcomer.Person.MemberAsync(newcomer.Site);
        Assert.NotNull(row);
        return row;
    }

    /// <summary>The account's id.</summary>
    public static async Task<Guid> IdAsync(this Newcomer newcomer) => (await newcomer.RowAsync()).Id;

    /// <summary>Lets the proof of the sign-up run out.</summary>
    public static void LoseFreshness(this Newcomer newcomer) => newcomer.Site.Clock.Advance(TimeSpan.FromMinutes(11));

    /// <summary>Opens a sensitive page, gives the password it asks for, and arrives at it.</summary>
    public static async Task<Reply> ProveAsync(this Newcomer newcomer, string path, string? password = null)
    {
        Assert.StartsWith("/account/proof", (await newcomer.Visitor.OpenAsync(path)).Path, StringComparison.Ordinal);
        return await newcomer.Visitor.SubmitAndFollowAsync("/account/proof", ("Password", password ?? newcomer.Person.Password));
    }

    /// <summary>The same member on another browser, signed in at this moment, on this site or another node.</summary>
    public static async Task<Visitor> ElsewhereAsync(this Newcomer newcomer, string device = "Firefox, Windows", TestSite? node = null)
    {
        var now = newcomer.Site.Clock.GetUtcNow();
        var session = new MemberSessionRow
        {
            Id = Guid.NewGuid(), MemberId = await newcomer.IdAsync(), StartedAt = now.AddMilliseconds(-7), LastSeenAt = now, ProvenAt = now,
            Device = device, Network = [],
        };
        await newcomer.Site.LookAsync(db =>
        {
            db.MemberSessions.Add(session);
            return db.SaveChangesAsync();
        });
        var visitor = (node ?? newcomer.Site).NewVisitor();
        visitor.Cookies[SessionCookie] = CookieOf(newcomer.Site, session.Id);
        return visitor;
    }

    /// <summary>A remembered browser of the member, as a sign-in leaves it.</summary>
    public static async Task<Guid> RememberAsync(this Newcomer newcomer, string device = "Edge, Windows")
    {
        var now = newcomer.Site.Clock.GetUtcNow();
        var row = new KnownBrowserRow
        {
            Id = Guid.CreateVersion7(), BrowserId = Guid.NewGuid(), MemberId = await newcomer.IdAsync(), Device = device,
            RememberedAt = now, LastUsedAt = now, ExpiresAt = now.AddDays(30),
        };
        await newcomer.Site.LookAsync(db =>
        {
            db.KnownBrowsers.Add(row);
            return db.SaveChangesAsync();
        });
        return row.Id;
    }

    /// <summary>The acts in the member's trail, oldest first.</summary>
    public static async Task<List<AuditAct>> ActsAsync(this Newcomer newcomer)
    {
        var id = await newcomer.IdAsync();
        return await newcomer.Site.LookAsync(db =>
            db.AuditEntries.AsNoTracking().Where(row => row.MemberId == id).OrderBy(row => row.Id).Select(row => row.Act).ToListAsync());
    }

    /// <summary>Changes the account behind the site's back.</summary>
    public static async Task SetAsync(this Newcomer newcomer, Action<MemberRow> change)
    {
        var id = await newcomer.IdAsync();
        await newcomer.Site.LookAsync(async db =>
        {
            change(await db.Members.SingleAsync(row => row.Id == id));
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>Waits for the SMS that tells of an act.</summary>
    public static async Task<ReceivedSms> NoticeAsync(this TestSite site, string phone, AuditAct act) => await Eventually.GetAsync(
        async () => (await site.InboxAsync(phone)).FirstOrDefault(sms => sms.Text.Contains(Told(site, act), StringComparison.Ordinal)),
        $"the SMS that tells of {act}");

    /// <summary>How many SMS told a phone of an act so far.</summary>
    public static async Task<int> CountNoticesAsync(this TestSite site, string phone, AuditAct act) =>
        (await site.InboxAsync(phone)).Count(sms => sms.Text.Contains(Told(site, act), StringComparison.Ordinal));

    /// <summary>Whether a browser is signed in.</summary>
    public static async Task<bool> IsSignedInAsync(this Visitor visitor) =>
        (await visitor.GetAsync("/account")).Status == System.Net.HttpStatusCode.OK;

    private static string Told(TestSite site, AuditAct act) => SiteTexts.Of<NoticeTexts>(site, "th", $"Happened.{act}");

    private static string CookieOf(TestSite site, Guid session)
    {
        var options = site.Service<IOptionsMonitor<CookieAuthenticationOptions>>().Get(MemberAuthentication.Scheme);
        var identity = new ClaimsIdentity([new Claim("session", session.ToString("D"))], MemberAuthentication.Scheme);
        var now = site.Clock.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan };
        return options.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, MemberAuthentication.Scheme));
    }
}
