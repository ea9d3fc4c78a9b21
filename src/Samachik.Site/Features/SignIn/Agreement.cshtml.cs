using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Agreements;
using Samachik.Rules.Members;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.SignIn;

/// <summary>What came into force since the member last accepted it: asked before going on.</summary>
[AllowAnonymous]
[ForStrangers]
[AtSignInStep(SignInStep.Agreement)]
public sealed class AgreementModel(
    AcceptOwed accept, CurrentSignIn current, EndSignIn end, IStringLocalizer<SignInTexts> texts, IStringLocalizer<SharedTexts> shared) : PageModel
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

    /// <summary>The documents that are asked for.</summary>
    public IReadOnlyList<AgreementDocument> Owed { get; private set; } = [];

    /// <summary>Shows them, unticked.</summary>
    public async Task OnGetAsync() => Owed = (await current.RequireAsync()).Owed;

    /// <summary>Accepts all that is owed, or tells what is missing.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        foreach (var document in Owed.Where(document => Ticked(document) != "true"))
            ModelState.AddModelError($"Accept{document}", shared[$"Accept{document}.Missing"]);
        if (!ModelState.IsValid) return Page();
        if (await accept.AcceptAsync(document => document == AgreementDocument.Privacy ? PrivacyShown : ConductShown) == AcceptOwedVerdict.Accepted)
            return await end.LeadOnAsync(HttpContext);
        ModelState.AddModelError($"Accept{Owed[0]}", texts["AcceptOwedVerdict.TextHasChanged"]);
        (AcceptPrivacy, AcceptConduct) = (null, null);
        return Page();
    }

    /// <summary>Whether a document's box is ticked: <c>true</c>.</summary>
    public string? Ticked(AgreementDocument document) => document == AgreementDocument.Privacy ? AcceptPrivacy : AcceptConduct;
}
