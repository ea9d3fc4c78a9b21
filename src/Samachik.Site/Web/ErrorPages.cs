using Samachik.Site.Storage;

namespace Samachik.Site.Web;

/// <summary>Turns every failure into an honest page in the reader's language.</summary>
public static class ErrorPages
{
    private const string Path = "/errors";

    /// <summary>
    /// Whether the request is for an error page, most often one that failed elsewhere and comes through a second
    /// time: what refused it then, and the sign-in, which needs the database, must not stand in its way again.
    /// </summary>
    public static bool IsErrorPage(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal);
    }

    /// <summary>Catches what is thrown and what ends with a bare status.</summary>
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = $"{Path}/500",
            StatusCodeSelector = StatusOf,
        });
        app.UseStatusCodePagesWithReExecute($"{Path}/{{0}}");
    }

    /// <summary>Every other address is a 404 for everybody, and not a sign-in.</summary>
    public static void MapUnknown(IEndpointRouteBuilder app) =>
        app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();

    private static int StatusOf(Exception e) => e switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when DatabaseFaults.IsOutage(e) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
