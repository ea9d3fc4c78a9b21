using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>An account or an unfinished sign-up as an officer sees it, who said why.</summary>
[Needs(Permission.SeePeople)]
public sealed class PersonModel(ReadPerson read, LookAtPerson look, CurrentOfficer current) : PageModel
{
    /// <summary>Which account or sign-up.</summary>
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The person.</summary>
    public PersonView Person { get; private set; } = null!; // set before the page is drawn

    /// <summary>What was done a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public HelpAct? Done { get; set; }

    /// <summary>Shows the person.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await look.FindAsync(Id) is null) return LocalRedirect("/officers?why");
        if (await read.FindAsync(Id) is not { } person) return NotFound();
        Person = person;
        return Page();
    }

    /// <summary>Shows one field in clear.</summary>
    public async Task<IActionResult> OnPostUnmaskAsync(PersonField field, LookReason reason)
    {
        if (!current.May(Permission.UnmaskData) || !Enum.IsDefined(field) || !Enum.IsDefined(reason)) return Forbid(OfficerAuthentication.Scheme);
        if (await look.FindAsync(Id) is null) return LocalRedirect("/officers?why");
        await look.UnmaskAsync(Id, field, reason);
        return LocalRedirect($"/officers/people/{Id:D}");
    }
}
