using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Samachik.Site.Web;

/// <summary>
/// Compresses the long public pages. Only those: they hold no personal data, and the one secret in them, the form
/// token, is masked anew in every response, so their length tells nothing (BREACH).
/// </summary>
public static class PageCompression
{
    private static readonly string[] Public =
        ["/", "/sign-up/agreement", "/privacy", "/conduct", "/contact", "/accessibility", "/recovery"];

    /// <summary>Adds the framework's compression, quick rather than small.</summary>
    public static void AddPageCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    /// <summary>Compresses the public pages.</summary>
    public static void UsePageCompression(this IApplicationBuilder app) => app.UseWhen(
        context => Public.Contains(context.Request.Path.Value), branch => branch.UseResponseCompression());
}
