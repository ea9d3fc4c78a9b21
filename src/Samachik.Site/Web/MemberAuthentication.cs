using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Web;

/// <summary>The framework's cookie, bound to a session's row, which decides at every request whether it lives.</summary>
public static class MemberAuthentication
{
    /// <summary>The authentication scheme of members.</summary>
    public const string Scheme = "Member";

    internal const string SessionClaim = "session";

    private static readonly KeptQuery<Guid, MemberSessionRow?> ById = new((db, id) =>
        db.MemberSessions.AsNoTracking().SingleOrDefault(row => row.Id == id));

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Adds the cookie and what acts on sessions.</summary>
    public static void AddMemberAuthentication(this IServiceCollection services, SiteSettings settings)
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
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/";
            options.Events.OnValidatePrincipal = context => ValidateAsync(context, settings);
        });
        services.AddAuthorization();
        services.AddSingleton<JourneyCookies>();
        services.AddScoped<MemberSessions>();
        services.AddScoped<CurrentMember>();
        services.AddScoped<KnownBrowsers>();
    }

    /// <summary>Looks who is there, on every request's way but the second one of an error page.</summary>
    public static void UseMemberAuthentication(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);

        // The framework does not see one in a branch: it would put its own before all else, error pages and limits too.
        app.Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseWhen(context => !ErrorPages.IsSecondPass(context), known => known.UseAuthentication());
    }

    // Form tokens are bound to the member, not to the session: a form stays good when a new proof replaces the session.
    private static ClaimsPrincipal PrincipalOf(MemberSessionRow session) => new(new ClaimsIdentity(
        [new Claim(SessionClaim, session.Id.ToString("D")), new Claim(ClaimTypes.NameIdentifier, session.MemberId.ToString("D"))], Scheme));

    private static async Task ValidateAsync(CookieValidatePrincipalContext context, SiteSettings settings)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var db = services.GetRequiredService<MembersDb>();
        var session = Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var id)
            ? await ById.AskAsync(db, id)
            : null;
        if (session is null || session.EndedAt is not null
            || now >= session.LastSeenAt + settings.Sessions.IdleLife || now >= session.StartedAt + settings.Sessions.WholeLife)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        context.HttpContext.Features.Set(session);
        context.ReplacePrincipal(PrincipalOf(session));
        if (now - session.LastSeenAt < SeenEvery || RepeatedQuestions.IsOne(context.HttpContext.Request)) return;
        session.LastSeenAt = now;
        await db.MemberSessions.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now));
    }
}
