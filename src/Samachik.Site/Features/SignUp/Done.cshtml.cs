using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.SignUp;
using Samachik.Site.Settings;

namespace Samachik.Site.Features.SignUp;

/// <summary>The finished page: the account's level, what it allows, how to climb.</summary>
[AllowAnonymous]
[AtStep(SignUpStep.Done)]
public sealed class DoneModel(SiteSettings settings) : PageModel
{
    /// <summary>Whom to call.</summary>
    public string Hotline => settings.Office.Hotline;
}
