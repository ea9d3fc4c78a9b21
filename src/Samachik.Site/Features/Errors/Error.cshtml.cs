using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samachik.Site.Features.Errors;

/// <summary>
/// Says honestly what went wrong and what to do. It takes over failed posts too, so it asks for no form token; it
/// touches neither database nor keys, which may be what failed.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    private static readonly int[] Told = [400, 403, 404, 405, 413, 415, 429, 500, 503];

    /// <summary>The status told: that of what failed, else that of the address; one we have no words for as its class.</summary>
    public int Status
    {
        get
        {
            var status = Response.StatusCode >= 400 ? Response.StatusCode : RouteStatus;
            return Told.Contains(status) ? status : status is >= 500 and < 600 ? 500 : 400;
        }
    }

    /// <summary>What to read to an officer, so that the log's entry is found.</summary>
    public string Reference => HttpContext.TraceIdentifier;

    /// <summary>Whether the way back is the way on: the answer was not saved, and may be sent again.</summary>
    public bool MayTryAgain => Status is 429 or 500 or 503;

    private int RouteStatus =>
        int.TryParse(RouteData.Values["status"]?.ToString(), CultureInfo.InvariantCulture, out var status) ? status : 404;

    /// <summary>Sets the status before the page is drawn, whatever the method was that failed.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Response.StatusCode < 400) Response.StatusCode = Status;
        if (Status == 503 && Response.Headers.RetryAfter.Count == 0) Response.Headers.RetryAfter = "10";
        context.Result = Page();
    }
}
