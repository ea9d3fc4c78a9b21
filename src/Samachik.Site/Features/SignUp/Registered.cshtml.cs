using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.SignUp;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.SignUp;

/// <summary>Told only to who has just proven a phone: this ID number has an account already, and what to do now.</summary>
[AllowAnonymous]
[AtStep(SignUpStep.Registered)]
public sealed class RegisteredModel(SignUpCookie cookie, CurrentSignUp current, PersonalData personalData) : PageModel
{
    /// <summary>The number that was typed, to be looked at once more.</summary>
    public string? NationalId { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync() => NationalId = personalData.NationalIdOf(await current.RequireAsync())?.Grouped;

    /// <summary>Leaves this sign-up, for another with another ID number.</summary>
    public IActionResult OnPostStartAgain()
    {
        cookie.Remove(HttpContext);
        return LocalRedirect("/sign-up/agreement");
    }
}
