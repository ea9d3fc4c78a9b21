using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Passwords;
using Samachik.Site.Features.Shared;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Officers;

/// <summary>Where somebody who was invited to the staff sets a password and an authenticator app.</summary>
[AllowAnonymous]
public sealed class InvitationModel(JoinStaff join, FieldMessages fields, IStringLocalizer<OfficerTexts> texts) : PageModel
{
    /// <summary>The link's word, as it stands in the address.</summary>
    [FromRoute]
    public string? Word { get; set; }

    /// <summary>Password; never shown back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The password once more.</summary>
    [BindProperty]
    public string? ConfirmPassword { get; set; }

    /// <summary>The app's code; never shown back.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What is shown; null when the link does not work.</summary>
    public InvitationView? Invited { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync() => Invited = await join.ViewAsync(Word);

    /// <summary>Joins, or tells what is wrong.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        if (Invited is null) return Page();
        if (PasswordRule.Check(Password, PasswordRuleKind.Standard, new(null, null, null)) is { } flaw)
            ModelState.AddModelError(nameof(Password), fields.Of(flaw, PasswordRuleKind.Standard));
        if (PasswordRule.CheckAgain(Password, ConfirmPassword) is { } again) ModelState.AddModelError(nameof(ConfirmPassword), fields.Of(again));
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), texts["Code.Missing"]);
        if (!ModelState.IsValid) return Page();
        var verdict = await join.JoinAsync(HttpContext, Word, Password ?? "", Code);
        if (verdict == JoinVerdict.Joined) return LocalRedirect("/officers");
        if (verdict == JoinVerdict.Dead) Invited = null;
        else ModelState.AddModelError(nameof(Code), texts[$"JoinVerdict.{verdict}"]);
        return Page();
    }
}
