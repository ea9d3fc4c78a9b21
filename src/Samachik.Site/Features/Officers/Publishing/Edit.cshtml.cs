using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Agreements;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Publishing;

/// <summary>Changes a draft of one's own.</summary>
[Needs(Permission.DraftAgreements)]
public sealed class EditModel(ReadVersions read, DraftVersion draft, VersionMessages messages, CurrentOfficer current) : PageModel
{
    /// <summary>Which version.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The fields as typed.</summary>
    [BindProperty]
    public VersionForm Form { get; set; } = new();

    /// <summary>Shows the form to who drafts it, as long as it is not settled.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await read.FindAsync(Id) is not { } row) return NotFound();
        Form = VersionForm.Of(row.Draft());
        return row.Facts().Edit(current.Id, Form.Seen) == AgreementVerdict.Done ? Page() : LocalRedirect($"/officers/agreements/{Id:D}");
    }

    /// <summary>Saves it, or tells all that is wrong; what was typed stays.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await read.FindAsync(Id) is not { } row) return NotFound();
        if (messages.Read(Form, row.Document, ModelState) is not { } typed) return Page();
        var verdict = await draft.ChangeAsync(Id, typed, Form.Seen);
        if (messages.IsDone(verdict, ModelState)) return LocalRedirect($"/officers/agreements/{Id:D}?done=Saved");

        // Whoever was told of the other change may put these words in its place.
        if (verdict == AgreementVerdict.ChangedMeanwhile) Form = Form with { Seen = (await read.FindAsync(Id))?.Draft().Digest };
        return Page();
    }
}
