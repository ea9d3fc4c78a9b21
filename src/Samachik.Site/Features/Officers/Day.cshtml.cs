using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samachik.Rules.Figures;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>The day's picture: what happened, beside the same day of the week before.</summary>
[Needs(Permission.SeeDay)]
public sealed class DayModel(ReadDay read, DaySections sections, TimeProvider time) : PageModel
{
    /// <summary>Which day, as <c>2026-12-31</c>; none: today.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Date { get; set; }

    /// <summary>Both days.</summary>
    public DayComparison Days { get; private set; } = null!; // set before the page is drawn

    /// <summary>The parts of the picture.</summary>
    public IReadOnlyList<DaySection> Sections { get; private set; } = [];

    /// <summary>Whether there is no day after it yet.</summary>
    public bool IsToday => Days.Day.Day == ThaiDay.Of(time.GetUtcNow());

    /// <summary>Hours that have begun and of which nothing is known.</summary>
    public IReadOnlyList<int> Unknown =>
        [.. Enumerable.Range(0, ThaiDay.Hours).Where(hour => Days.Day.States[hour] == HourState.NoData && Days.Day.Day.Slot(hour) <= time.GetUtcNow())];

    /// <summary>Shows the day.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var now = time.GetUtcNow();
        if ((Date is null ? ThaiDay.Of(now) : ThaiDay.Read(Date, now)) is not { } day) return NotFound();
        Days = await read.ReadAsync(day);
        Sections = sections.Of(Days);
        return Page();
    }
}
