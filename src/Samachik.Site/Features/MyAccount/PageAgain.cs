using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samachik.Site.Features.MyAccount;

/// <summary>The page again, with what is the matter.</summary>
internal static class PageAgain
{
    /// <summary>With a message at a field.</summary>
    public static PageResult Again(this PageModel page, string field, string message)
    {
        page.ModelState.AddModelError(field, message);
        return page.Page();
    }

    /// <summary>A password could not be hashed now: 503, to be sent again soon.</summary>
    public static PageResult Busy(this PageModel page)
    {
        (page.Response.StatusCode, page.Response.Headers.RetryAfter) = (StatusCodes.Status503ServiceUnavailable, "5");
        return page.Page();
    }
}
