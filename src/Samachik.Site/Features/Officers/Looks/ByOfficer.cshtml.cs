using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Figures;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Looks;

/// <summary>How many people each of the staff looked at in some days.</summary>
[Needs(Permission.SeeLooks)]
public sealed class LooksModel(ReadLooks read, LooksTable table, IStringLocalizer<LooksTexts> texts, TimeProvider time) : PageModel
{
    /// <summary>The first day, as <c>2026-12-31</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? First { get; set; }

    /// <summary>The last day.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Last { get; set; }

    /// <summary>The first day as typed.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>The last day as typed.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>The looks; null where the days cannot be read.</summary>
    public LooksOfStaff? Shown { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (DaySpan.Read(First, Last, ReadLooks.MostDays, time.GetUtcNow()) is not { } days) return NotFound();
        (From, To, Shown) = (DaySpan.Spell(days.First), DaySpan.Spell(days.Last), await read.ReadAsync(days, stop));
        return Page();
    }

    /// <summary>Leads to other days, or tells what is wrong with them.</summary>
    public IActionResult OnPost()
    {
        var days = DaySpan.ReadTyped(From, To, ReadLooks.MostDays, time.GetUtcNow());
        if (days.First is { } first) ModelState.AddModelError(nameof(From), texts[$"DaySpanFlaw.{first}", ReadLooks.MostDays]);
        if (days.Last is { } last) ModelState.AddModelError(nameof(To), texts[$"DaySpanFlaw.{last}", ReadLooks.MostDays]);
        return days.Span is { } span ? LocalRedirect($"/officers/looks?first={span.First.Address}&last={span.Last.Address}") : Page();
    }

    /// <summary>Hands over the table.</summary>
    public async Task<IActionResult> OnPostTableAsync(CancellationToken stop) =>
        DaySpan.Read(First, Last, ReadLooks.MostDays, time.GetUtcNow()) is { } days
            ? File(await table.WriteAsync(days, stop), "text/csv; charset=utf-8", $"samachik-looks-{days.First.Address}-{days.Last.Address}.csv") : BadRequest();
}
