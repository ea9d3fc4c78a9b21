using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Staffing;

/// <summary>Who is on the staff.</summary>
[Needs(Permission.ManageStaff)]
public sealed class StaffModel(ReadStaff read) : PageModel
{
    /// <summary>Whether those who are ended are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    /// <summary>Whose account was ended a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The number of that account; null when there is none.</summary>
    public OfficerNumber? DoneWith => OfficerNumber.TryParse(Done, out var number) ? number : null;

    /// <summary>The staff.</summary>
    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken stop) => Staff = await read.ReadAsync(Ended, stop);
}
