using Samachik.Site.Storage;

namespace Samachik.Site.Web;

/// <summary>Turns every failure into an honest page in the reader's language.</summary>
public static class ErrorPages
{
    /// <summary>Where the page stands; the authentication of a request, which needs the database, is left out there.</summary>
    public const string Path = "/errors";

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

    private static int StatusOf(Exception e) => e switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when DatabaseFaults.IsOutage(e) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
