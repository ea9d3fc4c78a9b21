using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>What waits for a second officer.</summary>
[Needs(Permission.ApproveRecovery)]
public sealed class IndexModel(ReadProposals read) : PageModel
{
    /// <summary>What this officer may decide, or has proposed.</summary>
    public IReadOnlyList<ShownProposal> Proposals { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => Proposals = await read.AllAsync();
}
