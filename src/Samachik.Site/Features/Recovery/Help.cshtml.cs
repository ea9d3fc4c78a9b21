using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Recovery;
using Samachik.Site.Features.Shared;
using Samachik.Site.Settings;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Recovery;

/// <summary>What to do when the phone is lost too: the ways, and a request that an officer answers.</summary>
[AllowAnonymous]
public sealed class HelpModel(
    AskForHelp ask, FieldMessages messages, SiteSettings settings, IStringLocalizer<RecoveryTexts> texts) : PageModel
{
    /// <summary>The ID number as typed.</summary>
    [BindProperty]
    public string? NationalId { get; set; }

    /// <summary>The phone to call back, as typed.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>What the person writes.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Why no more can be asked for now; null when it can.</summary>
    public string? Limit { get; private set; }

    /// <summary>Takes the request, or tells all that is wrong with it at once.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!HelpDetails.TryParse(NationalId, Phone, Note, settings.SignUp.AcceptLeadingZero, out var details, out var flaws))
        {
            if (flaws.NationalId is { } id) ModelState.AddModelError(nameof(NationalId), messages.Of(id, NationalId));
            if (flaws.Phone is { } phone) ModelState.AddModelError(nameof(Phone), messages.Of(phone, Phone));
            if (flaws.Note is { } note) ModelState.AddModelError(nameof(Note), texts[$"HelpNoteFlaw.{note}", HelpNote.MaxLength]);
            return Page();
        }

        var verdict = await ask.AskAsync(HttpContext, details);
        return verdict switch
        {
            AskHelpVerdict.Asked => LocalRedirect("/recovery/help/sent"),
            AskHelpVerdict.TooManyForId or AskHelpVerdict.TooManyFromNetwork => NotNow(texts[$"AskHelpVerdict.{verdict}"]),
        };
    }

    private PageResult NotNow(string limit)
    {
        Limit = limit;
        return Page();
    }
}
