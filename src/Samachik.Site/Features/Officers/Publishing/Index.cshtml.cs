using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Agreements;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Publishing;

/// <summary>All versions of the documents, those that are being written too. Whoever drafts may read what others draft.</summary>
[Needs(Permission.ApproveAgreements)]
public sealed class IndexModel(ReadVersions read, TimeProvider time) : PageModel
{
    /// <summary>The versions by document.</summary>
    public Dictionary<AgreementDocument, IReadOnlyList<ListedVersion>> Versions { get; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        foreach (var document in Enum.GetValues<AgreementDocument>()) Versions[document] = await read.ListAsync(document, Languages.Current);
    }

    /// <summary>Whether a published version is still to come.</summary>
    public bool IsComing(ListedVersion version) => version?.Effective > BangkokTime.Today(time);
}
