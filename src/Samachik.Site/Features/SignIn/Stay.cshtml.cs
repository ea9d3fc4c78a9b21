using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignIn;

/// <summary>Puts the session's idle end off, as every request does; for somebody who still reads or types.</summary>
[Authorize]
public sealed class StayModel(CurrentMember member, ReturnUrl returnUrl, TimeProvider time) : PageModel
{
    /// <summary>The page to go back to; anything but a page of ours leads home.</summary>
    [BindProperty]
    public string? ReturnUrl { get; set; }

    /// <summary>There is nothing to see.</summary>
    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    /// <summary>Tells the page's script until when it lasts now; without a script, goes back to the page.</summary>
    public IActionResult OnPost()
    {
        if (member.EndsAt is not { } end || Request.Headers.XRequestedWith != "XMLHttpRequest")
            return LocalRedirect(returnUrl.Known(ReturnUrl, Url));
        var secondsLeft = (int)(end - time.GetUtcNow()).TotalSeconds;
        Response.Headers["Session-Seconds-Left"] = secondsLeft.ToString(CultureInfo.InvariantCulture);
        Response.Headers["Session-Until"] = BangkokTime.Clock(end);
        return StatusCode(StatusCodes.Status204NoContent);
    }
}
