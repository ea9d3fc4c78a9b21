using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Proofs;

/// <summary>Raisings of level that were drawn for a second look.</summary>
[Needs(Permission.CheckProofs)]
public sealed class IndexModel(CheckProof check) : PageModel
{
    /// <summary>What waits for this officer.</summary>
    public IReadOnlyList<ShownProof> Proofs { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => Proofs = await check.AllAsync();
}
