using Microsoft.AspNetCore.Diagnostics;
using Samachik.Site.Storage;

namespace Samachik.Site.Web;

/// <summary>Turns every failure into an honest page in the reader's language.</summary>
public static class ErrorPages
{
    private const string Path = "/errors";

    /// <summary>
    /// Whether the request failed and comes through a second time, for its error page: what refused it, and the
    /// sign-in, which needs the database, must not stand in its way again.
    /// </summary>
    public static bool IsSecondPass(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null;
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
