using Microsoft.AspNetCore.Mvc;
using Samachik.Rules.Officers;
using Samachik.Rules.People;
using Samachik.Site.Features.Shared;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>The right phone for an unfinished sign-up.</summary>
[Needs(Permission.CorrectPhones)]
public sealed class CorrectModel(FindPersonInHand find, ActMessages messages, FieldMessages fields, HelpPerson help) : ActPage(find, messages)
{
    /// <summary>The right number, as typed.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>Corrects it, or tells what is wrong.</summary>
    public Task<IActionResult> OnPostAsync() => DoAsync(HelpAct.Correct, person =>
    {
        if (ThaiMobileNumber.TryParse(Phone, out var phone, out var flaw)) return reason => help.CorrectAsync(person, phone, reason);
        ModelState.AddModelError(nameof(Phone), fields.Of(flaw.Value, Phone));
        return null;
    });
}
