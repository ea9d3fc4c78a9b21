using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Agreements;
using Samachik.Site.Settings;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Language;

/// <summary>Changes the reader's language and goes back to where they were.</summary>
[AllowAnonymous]
public sealed class IndexModel(SiteSettings settings, ReturnUrl returnUrl) : PageModel
{
    /// <summary><c>th</c> or <c>en</c>.</summary>
    [BindProperty]
    public string? Culture { get; set; }

    /// <summary>The page to go back to; anything but a page of ours leads home.</summary>
    [BindProperty]
    public string? ReturnUrl { get; set; }

    /// <summary>There is nothing to see: home.</summary>
    public IActionResult OnGet() => LocalRedirect("/");

    /// <summary>Remembers the choice.</summary>
    public IActionResult OnPost()
    {
        Languages.Remember(Response, settings, LanguageTag.Read(Culture));
        return LocalRedirect(returnUrl.KnownWithNext(ReturnUrl, Url));
    }
}
