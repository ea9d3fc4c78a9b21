using Microsoft.AspNetCore.HttpOverrides;
using Samachik.Site.Settings;

namespace Samachik.Site.Web;

/// <summary>Whose word is believed about the client's address and scheme: the proxies of the settings, and nobody else's.</summary>
public static class TrustedProxies
{
    /// <summary>Reads X-Forwarded-For and X-Forwarded-Proto of the settings' proxies.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder app, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Network.TrustedProxies.Count == 0) return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.Network.TrustedProxies) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
