using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Agreements;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Public;

/// <summary>The privacy notice and the conduct rules: in full, printable, in every version that ever held.</summary>
[AllowAnonymous]
public sealed class DocumentModel(AgreementTexts agreements) : PageModel
{
    /// <summary>The version shown.</summary>
    public AgreementText? Shown { get; private set; }

    /// <summary>All versions in force and past, newest first.</summary>
    public IReadOnlyList<AgreementText> Versions { get; private set; } = [];

    /// <summary>Shows the version asked for, or the one in force.</summary>
    public IActionResult OnGet(AgreementDocument document, string? version)
    {
        Versions = agreements.Versions(document, Languages.Current);
        Shown = string.IsNullOrEmpty(version) ? Versions[0] : agreements.Find(document, version, Languages.Current);
        return Shown is null ? NotFound() : Page();
    }
}
