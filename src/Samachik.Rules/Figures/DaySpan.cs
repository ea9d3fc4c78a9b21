using System.Globalization;
using Samachik.Rules.People;

namespace Samachik.Rules.Figures;

/// <summary>What is wrong with a day that was typed.</summary>
public enum DaySpanFlaw
{
    /// <summary>It is no day of the calendar, or not written as day/month/year.</summary>
    NotADay,

    /// <summary>Its year is of the Christian Era.</summary>
    ChristianYear,

    /// <summary>It has not come yet.</summary>
    NotYet,

    /// <summary>The first day is after the last.</summary>
    Backwards,

    /// <summary>There are more days than are looked through at once.</summary>
    TooMany,
}

/// <summary>Days in Thailand that follow one another, the first and the last included.</summary>
public sealed record DaySpan(ThaiDay First, ThaiDay Last)
{
    /// <summary>How many days there are when none is named.</summary>
    public const int Usual = 7;

    private const int Era = 543;
    private const int LatestChristianYear = 2300;

    /// <summary>How many days.</summary>
    public int Days => Last.Date.DayNumber - First.Date.DayNumber + 1;

    /// <summary>The first instant.</summary>
    public DateTimeOffset Begins => First.Begins;

    /// <summary>The first instant after.</summary>
    public DateTimeOffset Ends => Last.Ends;

    /// <summary>The last days up to now.</summary>
    public static DaySpan UpTo(DateTimeOffset now) => EndingWith(ThaiDay.Of(now));

    /// <summary>Reads days from an address, first and last; without both the usual ones. Null when they are none.</summary>
    public static DaySpan? Read(string? first, string? last, int most, DateTimeOffset now)
    {
        if (first is null && last is null) return UpTo(now);
        return ThaiDay.Read(first, now) is { } from && ThaiDay.Read(last, now) is { } to && new DaySpan(from, to) is { Days: > 0 } span && span.Days <= most
            ? span : null;
    }

    /// <summary>Reads days as typed; a last day left out is today, a first one a week before the last.</summary>
    /// <param name="first">The first day, as <c>26/11/2569</c>.</param>
    /// <param name="last">The last day.</param>
    /// <param name="most">How many there may be; null: any.</param>
    /// <param name="now">When.</param>
    public static TypedDays ReadTyped(string? first, string? last, int? most, DateTimeOffset now)
    {
        var from = IsLeftOut(first) ? (null, null) : ReadTyped(first, now);
        var to = IsLeftOut(last) ? (ThaiDay.Of(now), null) : ReadTyped(last, now);
        if (to.Day is not { } end) return new(null, from.Flaw, to.Flaw);
        if (IsLeftOut(first)) return new(EndingWith(end), null, null);
        if (from.Day is not { } begin) return new(null, from.Flaw, null);
        var span = new DaySpan(begin, end);
        return span.Days < 1 ? new(null, DaySpanFlaw.Backwards, null) : span.Days > most ? new(null, DaySpanFlaw.TooMany, null) : new(span, null, null);
    }

    /// <summary>A day as it is typed: day/month/year of the Buddhist Era.</summary>
    public static string Spell(ThaiDay day) => string.Create(CultureInfo.InvariantCulture, $"{day.Date.Day}/{day.Date.Month}/{day.Date.Year + Era}");

    /// <inheritdoc/>
    public override string ToString() => $"{First.Address}..{Last.Address}";

    private static bool IsLeftOut(string? typed) => string.IsNullOrWhiteSpace(typed);

    private static DaySpan EndingWith(ThaiDay last) => new(new(last.Date.AddDays(1 - Usual)), last);

    private static (ThaiDay? Day, DaySpanFlaw? Flaw) ReadTyped(string? typed, DateTimeOffset now)
    {
        if (ThaiDigits.ToAscii(typed ?? "").Trim().Split('/') is not [{ Length: 1 or 2 } day, { Length: 1 or 2 } month, { Length: 4 } year]
            || !(day + month + year).All(char.IsAsciiDigit)) return (null, DaySpanFlaw.NotADay);
        var (d, m, y) = (Number(day), Number(month), Number(year));
        if (y is > 0 and < LatestChristianYear) return (null, DaySpanFlaw.ChristianYear);
        if (m is < 1 or > 12 || y <= Era || d < 1 || d > DateTime.DaysInMonth(y - Era, m)) return (null, DaySpanFlaw.NotADay);
        var date = new DateOnly(y - Era, m, d);
        return date > ThaiDay.Of(now).Date ? (null, DaySpanFlaw.NotYet) : (new ThaiDay(date), null);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>Days as they were typed: the span, or what is wrong with the first and the last.</summary>
public sealed record TypedDays(DaySpan? Span, DaySpanFlaw? First, DaySpanFlaw? Last);
