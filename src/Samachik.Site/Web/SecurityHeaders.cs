using Samachik.Site.Settings;

namespace Samachik.Site.Web;

/// <summary>The headers of every response: nothing from elsewhere runs, frames or learns where a reader came from.</summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    private const string PermissionsPolicy =
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=(), otp-credentials=(self)";

    /// <summary>Sets the headers before anything else answers.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app, SiteSettings settings)
    {
        var strictTransport = settings.SecureCookies;
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] = PermissionsPolicy;
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                if (strictTransport) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains; preload";

                // Pages hold personal data and form tokens; only fingerprinted assets may be kept.
                if (!context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)) headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
