using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.DataRequests;

/// <summary>The requests that wait for an answer, the most urgent first.</summary>
[Needs(Permission.AnswerDataRequests)]
public sealed class IndexModel(ReadDataRequests read) : PageModel
{
    /// <summary>The requests.</summary>
    public IReadOnlyList<ListedRequest> Waiting { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => Waiting = await read.OpenOnesAsync();
}
