using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Agreements;
using Samachik.Rules.Officers;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Publishing;

/// <summary>One version: as members will see it, what changes, who did what, and what this officer may do with it.</summary>
[Needs(Permission.ApproveAgreements)]
public sealed class VersionModel(
    ReadVersions read, StaffNumbers numbers, DraftVersion draft, DecideVersion decide, VersionMessages messages, CurrentOfficer current) : PageModel
{
    /// <summary>Which version.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The digest of what the page showed.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Why it is dropped.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What was done a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public VersionAct? Done { get; set; }

    /// <summary>The version.</summary>
    public AgreementVersionRow Row { get; private set; } = null!; // set before the page is drawn

    /// <summary>Staff numbers of who did something with it.</summary>
    public IReadOnlyDictionary<Guid, string> Numbers { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await read.FindAsync(Id) is not { } row) return NotFound();
        (Row, Numbers) = (row, await numbers.OfAsync([row.DraftedBy, row.ApprovedBy, row.DroppedBy]));
        return Page();
    }

    /// <summary>Proposes it.</summary>
    public async Task<IActionResult> OnPostProposeAsync() => current.May(Permission.DraftAgreements)
        ? await AnswerAsync(await draft.ProposeAsync(Id, Seen), VersionAct.Proposed) : Forbid(OfficerAuthentication.Scheme);

    /// <summary>Publishes it as the second person.</summary>
    public async Task<IActionResult> OnPostApproveAsync() => await AnswerAsync(await decide.ApproveAsync(Id, Seen), VersionAct.Published);

    /// <summary>Drops it.</summary>
    public async Task<IActionResult> OnPostDropAsync() => messages.ReadWhy(Reason, nameof(Reason), ModelState) is { } why
        ? await AnswerAsync(await decide.DropAsync(Id, why), VersionAct.Dropped) : await OnGetAsync();

    private async Task<IActionResult> AnswerAsync(AgreementVerdict verdict, VersionAct done) =>
        messages.IsDone(verdict, ModelState, "Decision") ? LocalRedirect($"/officers/agreements/{Id:D}?done={done}") : await OnGetAsync();
}
