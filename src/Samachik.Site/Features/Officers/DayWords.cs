using System.Globalization;
using Microsoft.Extensions.Localization;
using Samachik.Rules.Figures;
using Samachik.Site.Texts;

namespace Samachik.Site.Features.Officers;

/// <summary>How the figures of a day are said.</summary>
public sealed class DayWords(IStringLocalizer<DayTexts> texts)
{
    /// <summary>Where there is nothing to tell, and nothing is missing.</summary>
    public const string Nothing = "–";

    /// <summary>A number; what is not known is said so, never as zero.</summary>
    public string Number(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? texts["NoData"].Value;

    /// <summary>By how much more than the week before.</summary>
    public string Change(ComparedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Change is { } change ? string.Create(CultureInfo.InvariantCulture, $"{change:+0;-0;0}%") : Nothing;
    }

    /// <summary>A share of a whole.</summary>
    public string Share(long? part, long? whole) => part is { } some && whole is > 0 and var all
        ? string.Create(CultureInfo.InvariantCulture, $"{some * 100.0 / all:0}%") : Nothing;

    /// <summary>The time that a share of messages was quicker than.</summary>
    public string Quicker(DeliveryTimes times, double share)
    {
        ArgumentNullException.ThrowIfNull(times);
        return times.Quantile(share) switch
        {
            null => texts["NoneArrived"].Value,
            DeliveryTimes.Beyond => texts["Beyond", DeliveryTimes.Steps[^1]].Value,
            { } step => texts["Under", step].Value,
        };
    }

    /// <summary>How long a message has waited, in seconds; minutes from two on.</summary>
    public string Age(long? seconds) => seconds is not { } known ? texts["NoData"].Value
        : known < 120 ? texts["Seconds", known].Value : texts["Minutes", known / 60].Value;

    /// <summary>An hour of the day.</summary>
    public static string Hour(int hour) => $"{hour:00}:00";
}
