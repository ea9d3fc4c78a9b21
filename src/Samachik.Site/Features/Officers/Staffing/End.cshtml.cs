using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Staffing;

/// <summary>Asks once more before a staff account is ended.</summary>
[Needs(Permission.ManageStaff)]
public sealed class EndModel(ReadStaff read, EndOfficer end, CurrentOfficer current) : PageModel
{
    /// <summary>Which account.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Whose account.</summary>
    public StaffMember Of { get; private set; } = null!; // set before the page is drawn

    /// <summary>Why it was not ended; null before it was tried.</summary>
    public EndVerdict? Verdict { get; private set; }

    /// <summary>Shows whose it is.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await read.FindAsync(Id) is not { } found) return NotFound();
        (Of, Verdict) = (found, Id == current.Id ? EndVerdict.OwnAccount : null);
        return Page();
    }

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await OnGetAsync() is not PageResult form || Of.Number is not { } number) return NotFound();
        var verdict = await end.EndAsync(number, StaffActor.Of(current));
        if (verdict == EndVerdict.Ended) return LocalRedirect($"/officers/staff?done={number.Digits}");
        Verdict = verdict;
        return form;
    }
}
