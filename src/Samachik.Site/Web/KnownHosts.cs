using Samachik.Site.Settings;
using Samachik.Site.Sms.Receipts;

namespace Samachik.Site.Web;

/// <summary>Answers only to the site's own name, so that no link or message can be made to name another.</summary>
public static class KnownHosts
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Refuses requests for other hosts: 400. Health checks come by address
    /// and are let through; receipts may come to a name of their own.</summary>
    public static void UseKnownHosts(this IApplicationBuilder app, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var hosts = new HashSet<string>(settings.IsDevelopment ? Loopback : [], StringComparer.OrdinalIgnoreCase)
        {
            settings.Office.PublicUrl.IdnHost,
        };
        bool IsReceipt(HttpRequest request) => request.Path.StartsWithSegments(ReceiptAddresses.Path, StringComparison.Ordinal)
            && request.Host.Host.Equals(settings.Sms.ReceiptsUrl.IdnHost, StringComparison.OrdinalIgnoreCase);
        app.Use((context, next) =>
        {
            if (hosts.Contains(context.Request.Host.Host) || IsReceipt(context.Request)
                || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)) return next(context);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }
}
