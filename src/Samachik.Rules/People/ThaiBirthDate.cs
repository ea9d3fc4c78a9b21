using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Samachik.Rules.People;

/// <summary>Which birth dates an office takes.</summary>
/// <param name="Today">The date in Thailand.</param>
/// <param name="MinimumAge">Full years that a person must have.</param>
/// <param name="MaximumAge">Full years beyond which a date is held to be a mistake.</param>
public sealed record BirthDateLimits(DateOnly Today, int MinimumAge, int MaximumAge);

/// <summary>
/// A birth date as the ID card states it: in the Buddhist Era, with day or month missing where the card has none.
/// Dates are compared as stated; the Gregorian day is derived.
/// </summary>
public sealed record ThaiBirthDate
{
    private ThaiBirthDate(int year, int? month, int? day)
    {
        Year = year;
        Month = month;
        Day = day;
    }

    /// <summary>Year of the Buddhist Era, as the card counts it.</summary>
    public int Year { get; }

    /// <summary>1 to 12; null when not on the card.</summary>
    public int? Month { get; }

    /// <summary>1 to 31; null when not on the card.</summary>
    public int? Day { get; }

    /// <summary>The day in the Gregorian calendar; null when day or month is not on the card.</summary>
    public DateOnly? Gregorian => Month is { } month && Day is { } day ? ThaiYear.ToGregorian(Year, month, day) : null;

    /// <summary>For storage and match keys: 2530-02-00, with 00 for a part that is not on the card.</summary>
    public string Canonical => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month ?? 0:D2}-{Day ?? 0:D2}");

    /// <summary>Tells nothing: xx/xx/xxxx.</summary>
    public override string ToString() => "xx/xx/xxxx";

    /// <summary>Reads what <see cref="Canonical"/> wrote.</summary>
    /// <exception cref="FormatException">Not such a text; the text itself is not repeated.</exception>
    public static ThaiBirthDate FromCanonical(string canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        if (canonical is not [_, _, _, _, '-', _, _, '-', _, _]
            || BirthDateParts.Number(canonical[..4]) is not { } year
            || BirthDateParts.Number(canonical[5..7]) is not { } month
            || BirthDateParts.Number(canonical[8..]) is not { } day)
            throw new FormatException("Not a stored birth date.");
        int? knownMonth = month == 0 ? null : month;
        int? knownDay = day == 0 ? null : day;
        if (year < ThaiYear.First || ThaiYear.PossibleDays(year, knownMonth, knownDay) is null)
            throw new FormatException("A stored birth date that no calendar has.");
        return new ThaiBirthDate(year, knownMonth, knownDay);
    }

    /// <summary>
    /// Reads three typed fields. Day and month may be the word "unknown": not on the card. What is not known has the
    /// benefit of the doubt in the age limits. A birthday on 29 February falls on 1 March in common years.
    /// </summary>
    /// <param name="day">Day of the month, or "unknown".</param>
    /// <param name="month">1 to 12, or "unknown".</param>
    /// <param name="year">Four digits, Buddhist Era.</param>
    /// <param name="limits">Today and the ages taken.</param>
    /// <param name="date">The date, when true.</param>
    /// <param name="flaws">All that is wrong, day first; empty when true.</param>
    public static bool TryParse(
        string? day,
        string? month,
        string? year,
        BirthDateLimits limits,
        [NotNullWhen(true)] out ThaiBirthDate? date,
        out IReadOnlyList<BirthDateFlaw> flaws)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var parts = BirthDateParts.Read(day, month, year, limits);
        flaws = parts.Flaws;
        date = parts is { Flaws.Count: 0, Year: { } readYear } ? new ThaiBirthDate(readYear, parts.Month, parts.Day) : null;
        return date is not null;
    }

    /// <summary>
    /// The year of the Buddhist Era to offer to a person who typed a Christian year: "did you mean พ.ศ. ...?";
    /// null when the year is not one between 1850 and today's.
    /// </summary>
    /// <param name="year">The year as typed.</param>
    /// <param name="month">The month as typed: January to March before 1941 belong to the year before.</param>
    /// <param name="today">The date in Thailand.</param>
    public static int? SuggestBuddhistYear(string? year, string? month, DateOnly today) =>
        BirthDateParts.ChristianYear(year, today) is { } christian
            ? ThaiYear.FromChristian(christian, BirthDateParts.MonthNumber(month))
            : null;
}
