using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Features.PhoneCodes;
using Samachik.Site.Features.Shared;
using Samachik.Site.Settings;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Recovery;

/// <summary>The one-time code that an officer read to who lost the phone.</summary>
[AllowAnonymous]
public sealed class OfficerCodeModel(
    UseOfficerCode use, FieldMessages messages, CodePageMessages codes, IStringLocalizer<RecoveryTexts> texts, SiteSettings settings) : PageModel
{
    /// <summary>The ID number as typed.</summary>
    [BindProperty]
    public string? NationalId { get; set; }

    /// <summary>The code as typed; never shown back.</summary>
    [BindProperty]
    public string? RecoveryCode { get; set; }

    /// <summary>Goes on, or tells what is wrong.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Rules.People.NationalId.TryParse(NationalId, settings.SignUp.AcceptLeadingZero, out var id, out var flaw))
            ModelState.AddModelError(nameof(NationalId), messages.Of(flaw.Value, NationalId));
        if (!Rules.Officers.RecoveryCode.TryParse(RecoveryCode, out var code, out var bad))
            ModelState.AddModelError(nameof(RecoveryCode), bad == PhoneCodeFlaw.Missing ? texts["OfficerCode.Missing"] : texts["OfficerCode.Shape"]);
        if (id is null || code is null) return Page();
        var outcome = await use.UseAsync(id, code);
        switch (outcome.Verdict)
        {
            case OfficerCodeVerdict.GoOn: return LocalRedirect("/recovery/code");
            case OfficerCodeVerdict.PressedBefore: ModelState.AddModelError(nameof(RecoveryCode), codes.PressAgain); break;
            case OfficerCodeVerdict.Wait:
                var until = BangkokTime.Instant(outcome.ReadyAt ?? default, Languages.Current);
                ModelState.AddModelError(nameof(RecoveryCode), texts["OfficerCodeVerdict.Wait", until]);
                break;
            case OfficerCodeVerdict.NotRight or OfficerCodeVerdict.TooMany:
                ModelState.AddModelError(nameof(RecoveryCode), texts[$"OfficerCodeVerdict.{outcome.Verdict}"]);
                break;
        }

        return Page();
    }
}
