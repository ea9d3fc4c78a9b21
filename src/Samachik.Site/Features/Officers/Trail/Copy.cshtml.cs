using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Trail;

/// <summary>Hands over a copy of what a search found, or says why there is none.</summary>
[Needs(Permission.ExportTrail)]
public sealed class CopyModel(CopyTrail copy, TrailState state) : PageModel
{
    /// <summary>The search.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>In which form.</summary>
    [BindProperty]
    public CopyForm As { get; set; }

    /// <summary>Why there is no copy.</summary>
    public CopyVerdict Verdict { get; private set; }

    /// <summary>A link takes no copy.</summary>
    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    /// <summary>Records it, then writes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (state.Read(Kept) is not { } kept || !Enum.IsDefined(As)) return BadRequest();
        Verdict = await copy.RecordAsync(kept.Query, As, stop);
        if (Verdict != CopyVerdict.Ready) return Page();
        await copy.WriteAsync(kept.Query, As, Response);
        return new EmptyResult();
    }
}
