using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Recovery;

/// <summary>The number of the request that this browser sent, to be read to an officer.</summary>
[AllowAnonymous]
public sealed class HelpSentModel(JourneyCookies cookies, MembersDb db) : PageModel
{
    /// <summary>The number.</summary>
    public string CaseNumber { get; private set; } = "";

    /// <summary>Shows it, to who has sent something.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (cookies.Read(HttpContext, AskForHelp.Cookie) is not { } id
            || await db.HelpRequests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) is not { } request)
            return LocalRedirect("/recovery/help");
        CaseNumber = request.CaseNumber;
        return Page();
    }
}
