using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
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
    private static readonly int[] Told = [400, 404, 405, 413, 415, 429, 500, 503];

    /// <summary>The status told; any other is told as its class.</summary>
    public int Status { get; private set; }

    /// <summary>What to read to an officer, so that the log's entry is found.</summary>
    public string Reference => HttpContext.TraceIdentifier;

    /// <summary>Whether the way back is the way on: the answer was not saved, and may be sent again.</summary>
    public bool MayTryAgain => Status is 429 or 500 or 503;

    /// <summary>Shows the page, whatever the method was that failed.</summary>
    public void OnGet(int status) => Show(status);

    /// <summary>Shows the page for a failed post.</summary>
    public void OnPost(int status) => Show(status);

    // A fault comes here under one address; its own status is set already.
    private void Show(int status)
    {
        if (Response.StatusCode >= 400) status = Response.StatusCode;
        Status = Told.Contains(status) ? status : status is >= 500 and < 600 ? 500 : 400;
        if (Response.StatusCode == StatusCodes.Status200OK) Response.StatusCode = Status;
        if (Status == 503 && Response.Headers.RetryAfter.Count == 0) Response.Headers.RetryAfter = "10";
    }
}
