using Microsoft.AspNetCore.HttpOverrides;
using Samachik.Site.Settings;

namespace Samachik.Site.Web;

/// <summary>
/// Whose word is believed about the client's address: the proxies of the settings, and nobody else's. The scheme is
/// that of Office:PublicUrl, whatever the last hop speaks.
/// </summary>
public static class TrustedProxies
{
    /// <summary>Reads X-Forwarded-For of the settings' proxies.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder app, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        app.Use((context, next) =>
        {
            context.Request.Scheme = settings.Office.PublicUrl.Scheme;
            return next(context);
        });
        if (settings.Network.TrustedProxies.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.Network.TrustedProxies) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
