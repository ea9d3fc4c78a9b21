using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>The console's first page: one box that finds a person.</summary>
[Needs(Permission.UseConsole)]
public sealed class IndexModel(FindPeople find, LookAtPerson look, CurrentOfficer current, IStringLocalizer<OfficerTexts> texts) : PageModel
{
    /// <summary>What the person told; it never stands in an address.</summary>
    [BindProperty]
    public string? Query { get; set; }

    /// <summary>Why the officer looks.</summary>
    [BindProperty]
    public LookReason Reason { get; set; }

    /// <summary>What was found; null before a search.</summary>
    public FindOutcome? Outcome { get; private set; }

    /// <summary>A person's page was opened without, or too long after, saying why.</summary>
    public bool MustSayWhy => Request.Query.ContainsKey("why");

    /// <summary>Finds; who is the only one found is opened at once.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!current.May(Permission.SeePeople) || !Enum.IsDefined(Reason)) return Forbid(OfficerAuthentication.Scheme);
        var outcome = await find.FindAsync(Query);
        if (outcome.People is [var only]) return await OpenAsync(only.Id);
        if (outcome.Verdict is FindVerdict.NotUnderstood or FindVerdict.TooMany)
            ModelState.AddModelError(nameof(Query), texts[$"FindVerdict.{outcome.Verdict}"]);
        else Outcome = outcome;
        return Page();
    }

    /// <summary>Opens one of several.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid id) =>
        current.May(Permission.SeePeople) && Enum.IsDefined(Reason) ? await OpenAsync(id) : Forbid(OfficerAuthentication.Scheme);

    private async Task<IActionResult> OpenAsync(Guid id) =>
        await look.BeginAsync(id, Reason) is { } path ? LocalRedirect(path) : NotFound();
}
