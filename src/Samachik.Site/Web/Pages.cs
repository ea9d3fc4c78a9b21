using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.WebEncoders;
using Samachik.Site.Settings;

namespace Samachik.Site.Web;

/// <summary>The framework's pages, set for this house: features as folders, Thai letters unescaped, closed by default.</summary>
public static class Pages
{
    /// <summary>Adds Razor Pages and what every page stands on.</summary>
    public static void AddPages(this IServiceCollection services, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Features";
            options.Conventions.AddPageRoute("/Public/Text", "/accessibility");
            options.Conventions.ConfigureFilter(new KnownMethods());
        });
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = settings.CookieName("form");
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = settings.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.Path = "/";
        });
        services.Configure<AuthorizationOptions>(options =>
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddHttpContextAccessor();
        services.AddSingleton<AssetFiles>();
        services.AddSingleton<ReturnUrl>();
        services.AddScoped<FormStamps>();
    }
}
