using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>Ends the session and leaves nothing of it on the machine; by a press of a button only.</summary>
[Needs(Permission.UseConsole)]
public sealed class SignOutModel(MembersDb db, OfficerSessions sessions, TimeProvider time) : PageModel
{
    /// <summary>A link cannot sign anybody out.</summary>
    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    /// <summary>Ends the session in the database, then on the browser.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync(HttpContext, db, time.GetUtcNow());
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect(OfficerAuthentication.SignInPath);
    }
}
