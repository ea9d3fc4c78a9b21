using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Public;

/// <summary>Contact and accessibility: texts without versions.</summary>
[AllowAnonymous]
public sealed class TextModel(PublicTexts texts) : PageModel
{
    /// <summary>The text shown.</summary>
    public PublicText Shown => texts.Find(Request.Path.Value?.Trim('/').ToLowerInvariant() ?? "", Languages.Current);
}
