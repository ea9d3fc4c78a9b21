using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Everything that is held about the member: to read, and to take along.</summary>
[Authorize]
[FreshProof]
public sealed class DataModel(CopyMember copy, DownloadData download) : PageModel
{
    /// <summary>All of it; null before it is read.</summary>
    public MemberCopy? Copy { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => Copy = await copy.ReadAsync();

    /// <summary>Hands it over as a file.</summary>
    public async Task<IActionResult> OnPostDownloadAsync() =>
        File(await download.WriteAsync(), "application/json; charset=utf-8", DownloadData.FileName);
}
