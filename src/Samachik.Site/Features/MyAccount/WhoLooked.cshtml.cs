using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Which officers looked at the member's data, and when.</summary>
[Authorize]
public sealed class WhoLookedModel(ReadActivity activity) : PageModel
{
    /// <summary>Only looks before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>What is shown.</summary>
    public ActivityPage Shown { get; private set; } = new([], null);

    /// <summary>Shows a page.</summary>
    public async Task OnGetAsync() => Shown = await activity.PageAsync(Before, looksOnly: true);
}
