using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Officers;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Web;

/// <summary>What a request of the staff stands on: its session and who it is of, as they are now.</summary>
public sealed record SignedInOfficer(OfficerSessionRow Session, OfficerRow Officer)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(SignedInOfficer);
}

/// <summary>The staff's own cookie, apart from members'. Session, account and role are looked up at every request.</summary>
public static class OfficerAuthentication
{
    /// <summary>The authentication scheme of the staff.</summary>
    public const string Scheme = "Officer";

    /// <summary>Where the staff sign in.</summary>
    public const string SignInPath = "/officers/sign-in";

    internal const string SessionClaim = "officer-session";

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Adds the cookie, one policy per permission, and what acts on sessions.</summary>
    public static void AddOfficerAuthentication(this IServiceCollection services, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddAuthentication().AddCookie(Scheme, options =>
        {
            options.Cookie.Name = settings.CookieName("officer");
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = settings.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = settings.Officers.WholeLife;
            options.SlidingExpiration = false;
            options.Events.OnRedirectToLogin = context => Redirect(context, SignInPath);
            options.Events.OnRedirectToAccessDenied = context => Refuse(context.HttpContext);
            options.Events.OnValidatePrincipal = context => ValidateAsync(context, settings);
        });
        services.AddAuthorization(options =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
                options.AddPolicy(NeedsAttribute.PolicyOf(permission), policy => policy
                    .AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser()
                    .RequireAssertion(context => RoleOf(context) is { } role && RolePermissions.May(role, permission)));
        });
        services.AddScoped<OfficerSessions>();
        services.AddScoped<CurrentOfficer>();
    }

    private static OfficerRole? RoleOf(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext request ? request.Features.Get<SignedInOfficer>()?.Officer.Role : null;

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context, string path)
    {
        context.Response.Redirect(path);
        return Task.CompletedTask;
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context, SiteSettings settings)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var db = services.GetRequiredService<MembersDb>();
        var found = Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var id)
            ? await (from session in db.OfficerSessions.AsNoTracking()
                     join officer in db.Officers.AsNoTracking() on session.OfficerId equals officer.Id
                     where session.Id == id
                     select new SignedInOfficer(session, officer)).SingleOrDefaultAsync()
            : null;
        if (found is not { Session.EndedAt: null, Officer: { EndedAt: null, PasswordHash: not null } }
            || now >= found.Session.LastSeenAt + settings.Officers.IdleLife || now >= found.Session.StartedAt + settings.Officers.WholeLife)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        context.HttpContext.Features.Set(found);
        context.ReplacePrincipal(new(new ClaimsIdentity(
            [new Claim(SessionClaim, id.ToString("D")), new Claim(ClaimTypes.NameIdentifier, $"officer:{found.Officer.Id:D}")], Scheme)));
        if (now - found.Session.LastSeenAt < SeenEvery) return;
        await db.OfficerSessions.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now));
    }
}
