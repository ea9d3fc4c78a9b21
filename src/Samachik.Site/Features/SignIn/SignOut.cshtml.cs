using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignIn;

/// <summary>Ends the session and leaves nothing of it on the machine; by a press of a button only.</summary>
[AllowAnonymous]
public sealed class SignOutModel(
    MembersDb db, MemberSessions sessions, MemberJourneys journeys, SiteSettings settings, TimeProvider time) : PageModel
{
    /// <summary>A link cannot sign anybody out.</summary>
    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    /// <summary>Ends the session in the database, then on the browser, with the sign-up or sign-in it came of.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync(HttpContext, db, time.GetUtcNow());
        Response.Cookies.Delete(settings.CookieName("sign-up"), Cookies.Strict(settings));
        journeys.Leave(MemberJourneyKind.SignIn);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/");
    }
}
