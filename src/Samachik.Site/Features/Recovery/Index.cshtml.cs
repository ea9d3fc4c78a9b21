using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.People;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Features.Shared;
using Samachik.Site.Settings;

namespace Samachik.Site.Features.Recovery;

/// <summary>The way back begins with the ID number; any that holds good leads on, account or not.</summary>
[AllowAnonymous]
public sealed class IndexModel(StartRecovery start, FieldMessages messages, CodePageMessages codes, SiteSettings settings) : PageModel
{
    /// <summary>The ID number as typed.</summary>
    [BindProperty]
    public string? NationalId { get; set; }

    /// <summary>The browser was on a recovery that is no more.</summary>
    public bool Expired => Request.Query.ContainsKey("expired");

    /// <summary>Begins a recovery.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Rules.People.NationalId.TryParse(NationalId, settings.SignUp.AcceptLeadingZero, out var id, out var flaw))
        {
            ModelState.AddModelError(nameof(NationalId), messages.Of(flaw.Value, NationalId));
            if (flaw == NationalIdFlaw.ThaiKeyboard) NationalId = Rules.People.NationalId.ReadThaiKeyboard(NationalId) ?? NationalId;
            return Page();
        }

        if (await start.StartAsync(id)) return LocalRedirect("/recovery/code");
        ModelState.AddModelError(nameof(NationalId), codes.PressAgain);
        return Page();
    }
}
