using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.SignUp;

namespace Samachik.Site.Features.SignUp;

/// <summary>The door of the sign-up: leads to the furthest step reached.</summary>
[AllowAnonymous]
public sealed class IndexModel(CurrentSignUp current) : PageModel
{
    /// <summary>Leads on, with one look at the database.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var journey = await current.FindAsync();
        return LocalRedirect(SignUpPaths.Of(journey?.Facts.Furthest ?? SignUpStep.Agreement));
    }
}
