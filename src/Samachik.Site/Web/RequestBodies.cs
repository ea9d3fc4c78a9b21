using Microsoft.Net.Http.Headers;

namespace Samachik.Site.Web;

/// <summary>
/// Reads a posted form before anything else does, so that a body too large or too strange is answered with its own
/// status, not with whatever the first reader makes of it.
/// </summary>
public static class RequestBodies
{
    /// <summary>The largest body, in bytes. The longest form is a draft of an agreement, in both languages.</summary>
    public const int Largest = 64 * 1024;

    private const int MostFields = 100;
    private static readonly string[] Charsets = ["utf-8", "us-ascii"];

    /// <summary>Sets the framework's own limits.</summary>
    public static void AddRequestBodies(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // A bare line feed ends no line of a head: a proxy in front might read it otherwise.
        AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", isEnabled: true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Largest;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MaxConcurrentConnections = 10_000;
        });
        builder.Services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form =>
        {
            form.ValueCountLimit = MostFields;
            form.KeyLengthLimit = 200;
            form.ValueLengthLimit = Largest;
            form.MultipartBodyLengthLimit = Largest;
        });
    }

    /// <summary>Refuses bodies that no form of ours makes.</summary>
    public static void UseRequestBodies(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (RefuseLength(context.Request) is { } refused)
        {
            context.Response.StatusCode = refused;
            context.Response.Headers.Connection = "close";
            return;
        }

        if (context.Request.HasFormContentType && (RefuseCharset(context) ?? await ReadAsync(context)) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    });

    // A body in chunks that also told its length: a proxy in front may have gone by the other. Kestrel goes by the
    // chunks and puts the length aside under this name.
    private static int? RefuseLength(HttpRequest request) =>
        request.Headers.ContainsKey(HeaderNames.TransferEncoding) && request.Headers.ContainsKey("X-Content-Length")
            ? StatusCodes.Status400BadRequest
        : request.ContentLength > Largest ? StatusCodes.Status413PayloadTooLarge : null;

    // Our pages are UTF-8, and so are the forms that browsers send from them; ASCII is a part of it.
    private static int? RefuseCharset(HttpContext context) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.Charset.HasValue
        && !Charsets.Contains(HeaderUtilities.RemoveQuotes(type.Charset).ToString(), StringComparer.OrdinalIgnoreCase)
            ? StatusCodes.Status415UnsupportedMediaType : null;

    private static async Task<int?> ReadAsync(HttpContext context)
    {
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
