using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Agreements;
using Samachik.Rules.SignUp;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.SignUp;

/// <summary>Step 1: the two documents, each with its own box.</summary>
[AllowAnonymous]
[AtStep(SignUpStep.Agreement)]
public sealed class AgreementModel(
    AcceptAgreement accept, CurrentSignUp current, AgreementTexts agreements, IStringLocalizer<SignUpTexts> texts,
    IStringLocalizer<SharedTexts> shared) : PageModel
{
    /// <summary>The privacy notice is acknowledged: <c>true</c> when ticked.</summary>
    [BindProperty]
    public string? AcceptPrivacy { get; set; }

    /// <summary>The conduct rules are accepted: <c>true</c> when ticked.</summary>
    [BindProperty]
    public string? AcceptConduct { get; set; }

    /// <summary>Digest of the privacy notice that the page showed.</summary>
    [BindProperty]
    public string? PrivacyShown { get; set; }

    /// <summary>Digest of the conduct rules that the page showed.</summary>
    [BindProperty]
    public string? ConductShown { get; set; }

    /// <summary>The browser was on a journey that is no more.</summary>
    public bool Expired => Request.Query.ContainsKey("expired");

    /// <summary>The documents as they are in force.</summary>
    public AgreementText Shown(AgreementDocument document) => agreements.Current(document, Languages.Current);

    /// <summary>Shows both; ticked only where they were accepted before.</summary>
    public async Task OnGetAsync() => AcceptPrivacy = AcceptConduct = await current.FindAsync() is { AgreedAt: not null } ? "true" : null;

    /// <summary>Accepts both, or tells what is missing.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (AcceptPrivacy != "true") ModelState.AddModelError(nameof(AcceptPrivacy), shared["AcceptPrivacy.Missing"]);
        if (AcceptConduct != "true") ModelState.AddModelError(nameof(AcceptConduct), shared["AcceptConduct.Missing"]);
        if (!ModelState.IsValid) return Page();
        var verdict = await accept.AcceptAsync(HttpContext, PrivacyShown, ConductShown);
        if (verdict is AcceptVerdict.Accepted or AcceptVerdict.ChangedMeanwhile) return LocalRedirect("/sign-up");
        ModelState.AddModelError(nameof(AcceptPrivacy), texts["AcceptVerdict.TextHasChanged"]);
        (AcceptPrivacy, AcceptConduct) = (null, null);
        return Page();
    }
}
