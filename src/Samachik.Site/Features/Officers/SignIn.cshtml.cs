using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Officers;
using Samachik.Rules.Passwords;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>Number, password and the app's code, at once.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInOfficer signIn, IStringLocalizer<OfficerTexts> texts) : PageModel
{
    /// <summary>The number to sign in with.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>Password; never shown back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The app's code; never shown back.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Why it went no further; null before anything was looked at.</summary>
    public OfficerSignInVerdict? Verdict { get; private set; }

    /// <summary>Signs in, or tells that it does not fit.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!OfficerNumber.TryParse(Number, out var number)) ModelState.AddModelError(nameof(Number), texts["Number.Wrong"]);
        if (string.IsNullOrEmpty(Password) || Password.Length > PasswordRule.LongestRead)
            ModelState.AddModelError(nameof(Password), texts["Password.Missing"]);
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), texts["Code.Missing"]);
        if (number is null || Password is null || !ModelState.IsValid) return Page();
        var outcome = await signIn.SignInAsync(HttpContext, number, Password, Code);
        Verdict = outcome.Verdict;
        if (Verdict == OfficerSignInVerdict.SignedIn) return LocalRedirect("/officers");
        if (Verdict == OfficerSignInVerdict.Busy) (Response.StatusCode, Response.Headers.RetryAfter) = (StatusCodes.Status503ServiceUnavailable, "5");
        else ModelState.AddModelError(nameof(Number), Told(outcome));
        return Page();
    }

    private string Told(OfficerSignInOutcome outcome) => outcome.Wait is { } wait
        ? texts["OfficerSignInVerdict.Slowed", SpokenDuration.RoundedUp(wait, Languages.Current)] : texts[$"OfficerSignInVerdict.{outcome.Verdict}"];
}
