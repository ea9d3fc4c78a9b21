using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Samachik.Rules.DataRequests;
using Samachik.Rules.Figures;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.DataRequests;

/// <summary>Takes a person's request about their data down.</summary>
[Needs(Permission.OpenDataRequests)]
public sealed class OpenModel(
    FindPersonInHand find, ActMessages messages, OpenDataRequest open, IStringLocalizer<DataRequestTexts> texts, TimeProvider time)
    : ActPage(find, messages)
{
    // What came earlier than that is a slip of the year.
    private const int FurthestBack = 366;

    /// <summary>What is asked.</summary>
    [BindProperty]
    public DataRequestKind Kind { get; set; }

    /// <summary>By which way it came.</summary>
    [BindProperty]
    public DataRequestWay Way { get; set; }

    /// <summary>The day of receipt.</summary>
    [BindProperty]
    public string? ReceivedDay { get; set; }

    /// <summary>Its month, 1 to 12.</summary>
    [BindProperty]
    public string? ReceivedMonth { get; set; }

    /// <summary>Its year, Buddhist Era.</summary>
    [BindProperty]
    public string? ReceivedYear { get; set; }

    /// <summary>Today in Thailand: most requests are taken down on the day they come.</summary>
    public DateOnly Today => ThaiDay.Of(time.GetUtcNow()).Date;

    /// <summary>Opens it, or tells what is wrong.</summary>
    public Task<IActionResult> OnPostAsync()
    {
        if (!TypedDay.TryParse(ReceivedDay, ReceivedMonth, ReceivedYear, Today.AddDays(-FurthestBack), Today, out var received, out var flaw))
            ModelState.AddModelError(nameof(ReceivedDay), texts[$"TypedDayFlaw.{flaw}"]);
        return DoAsync(
            HelpAct.DataRequest, (person, words) => open.OpenAsync(person, Kind, Way, new(received), words), Enum.IsDefined(Kind) && Enum.IsDefined(Way));
    }
}
