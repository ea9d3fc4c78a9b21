using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Figures;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Trail;

/// <summary>Search of the trail. What is typed never stands in an address.</summary>
[Needs(Permission.SearchTrail)]
public sealed class SearchModel(SearchTrail search, TrailState state, IStringLocalizer<TrailTexts> texts, TimeProvider time) : PageModel
{
    /// <summary>The fields.</summary>
    [BindProperty(Name = "")]
    public TrailForm Asked { get; set; } = new();

    /// <summary>A search that goes on.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>What was found; null before a search.</summary>
    public TrailFound? Found { get; private set; }

    /// <summary>Shows the form with the last days in it.</summary>
    public void OnGet() => Asked = TrailForm.Of(DaySpan.UpTo(time.GetUtcNow()));

    /// <summary>Searches, or tells what is wrong.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!Asked.IsOffered) return BadRequest();
        if (Asked.Read(time.GetUtcNow(), texts, ModelState) is not { } asked) return Page();
        var outcome = await search.SearchAsync(asked, stop);
        Found = outcome.Found;
        if (outcome.Verdict != TrailVerdict.Searched)
            ModelState.AddModelError(
                outcome.Verdict == TrailVerdict.NoOfficer ? nameof(TrailForm.Number) : nameof(TrailForm.Subject), texts[$"TrailVerdict.{outcome.Verdict}"]);
        return Page();
    }

    /// <summary>Shows older entries of a search.</summary>
    public async Task<IActionResult> OnPostOlderAsync(CancellationToken stop)
    {
        if (state.Read(Kept) is not { } kept) return LocalRedirect("/officers/trail");
        Asked = TrailForm.Of(kept.Query.Days);
        (Asked.Number, Asked.Actor, Asked.Act) = (kept.Query.OfficerNumber, $"{kept.Query.Actor}", $"{kept.Query.Act}");
        Asked.Subject = $"{kept.Query.Member}";
        ModelState.Clear();
        Found = await search.ReadAsync(kept, stop);
        return Page();
    }
}
