using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Passwords;
using Samachik.Rules.Recovery;
using Samachik.Site.Features.Shared;
using Samachik.Site.Settings;

namespace Samachik.Site.Features.Recovery;

/// <summary>The new password.</summary>
[AllowAnonymous]
[AtRecoveryStep(RecoveryStep.NewPassword)]
public sealed class NewPasswordModel(SetNewPassword set, FieldMessages messages, SiteSettings settings) : PageModel
{
    /// <summary>The password as typed; never shown back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The password once more.</summary>
    [BindProperty]
    public string? ConfirmPassword { get; set; }

    /// <summary>Nothing was saved because too many passwords are being set at this moment.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Sets it, or tells what is wrong with it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (PasswordRule.Check(Password, settings.Passwords.Rule, await set.OwnerAsync()) is { } flaw)
            ModelState.AddModelError(nameof(Password), messages.Of(flaw));
        if (PasswordRule.CheckAgain(Password, ConfirmPassword) is { } again)
            ModelState.AddModelError(nameof(ConfirmPassword), messages.Of(again));
        if (!ModelState.IsValid) return Page();
        return await set.SetAsync(Password ?? "") switch
        {
            NewPasswordVerdict.Set => LocalRedirect("/recovery/done"),
            NewPasswordVerdict.StartAgain => LocalRedirect(RecoveryPaths.StartAgain),
            NewPasswordVerdict.Busy => Busy(),
        };
    }

    private PageResult Busy()
    {
        (IsBusy, Response.StatusCode, Response.Headers.RetryAfter) = (true, StatusCodes.Status503ServiceUnavailable, "5");
        return Page();
    }
}
