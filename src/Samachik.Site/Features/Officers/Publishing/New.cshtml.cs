using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Agreements;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Publishing;

/// <summary>Begins a version, from the words in force.</summary>
[Needs(Permission.DraftAgreements)]
public sealed class NewModel(DraftVersion draft, VersionMessages messages, AgreementTexts texts) : PageModel
{
    /// <summary>Which document.</summary>
    [BindProperty(SupportsGet = true)]
    public AgreementDocument Document { get; set; }

    /// <summary>The fields as typed.</summary>
    [BindProperty]
    public VersionForm Form { get; set; } = new();

    /// <summary>Shows the form.</summary>
    public IActionResult OnGet()
    {
        if (!Enum.IsDefined(Document)) return NotFound();
        Form = VersionForm.After(Document, texts);
        return Page();
    }

    /// <summary>Saves the draft, or tells all that is wrong with it; what was typed stays.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Enum.IsDefined(Document)) return BadRequest();
        if (messages.Read(Form, Document, ModelState) is not { } typed) return Page();
        var (verdict, id) = await draft.BeginAsync(typed);
        return messages.IsDone(verdict, ModelState) ? LocalRedirect($"/officers/agreements/{id:D}?done=Saved") : Page();
    }
}
