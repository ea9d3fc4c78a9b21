using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Postgres;
using Samachik.Site.Web;

namespace Samachik.Site.Tests.Storage;

/// <summary>How PostgreSQL finds a browser by its cookie: by an index, however many browsers are remembered.</summary>
public sealed class BrowserPlansTests
{
    [Fact]
    public async Task A_browser_that_is_remembered_anew_is_found_by_an_index()
    {
        await using var site = new TestSite(DatabaseKind.Postgres);
        await Newcomer.MemberAsync(site);
        var (plans, cookies, context) = (new Plans(), site.Service<JourneyCookies>(), new DefaultHttpContext());
        cookies.Write(context, "browser", Guid.NewGuid(), TimeSpan.FromDays(1));
        context.Request.Headers.Cookie = context.Response.Headers.SetCookie.ToString().Split(';')[0];
        await using var db = new PostgresMembersDb(new DbContextOptionsBuilder<PostgresMembersDb>().UseNpgsql(site.Place.Connection).AddInterceptors(plans).Options);
        var browsers = new KnownBrowsers(
            db, site.Service<AuditTrail>(), cookies, site.Service<LookupHash>(), site.Service<SiteSettings>(), site.Clock, new HttpContextAccessor { HttpContext = context });
        var member = await site.LookAsync(members => members.Members.Select(row => row.Id).SingleAsync());

        await browsers.FindAsync(member);
        await browsers.RememberAsync(member, site.Clock.GetUtcNow());
        Assert.Equal(2, plans.Read.Count);
        Assert.All(plans.Read, plan => Assert.Contains("Index Cond: (", plan, StringComparison.Ordinal));
        Assert.Contains("Index Cond: (browser_id = ", plans.Read[1], StringComparison.Ordinal);
    }
}
