namespace Samachik.Rules.People;

/// <summary>
/// The Thai solar year and the Gregorian one. Until B.E. 2482 the year began on 1 April; B.E. 2483 had nine months,
/// April to December 1940; from B.E. 2484 (1941) it begins on 1 January (Thai Year Act, B.E. 2483).
/// </summary>
internal static class ThaiYear
{
    /// <summary>The first year taken; earlier ones reach below the range of <see cref="DateOnly"/>.</summary>
    public const int First = 544;

    private const int NineMonthYear = 2483;
    private const int Offset = 543;
    private const int FirstJanuaryYear = 1941;
    private const int LeapYear = 2000;

    /// <summary>Whether the month is one of those that B.E. 2483 went without.</summary>
    public static bool LacksMonth(int year, int month) => year == NineMonthYear && month <= 3;

    /// <summary>The Gregorian day; null when there is none such. The year is from 544 to 9999, the month 1 to 12.</summary>
    public static DateOnly? ToGregorian(int year, int month, int day)
    {
        if (LacksMonth(year, month)) return null;
        var christian = ChristianYear(year, month);
        return day >= 1 && day <= DateTime.DaysInMonth(christian, month) ? new DateOnly(christian, month, day) : null;
    }

    /// <summary>
    /// The first and last Gregorian day that a date can mean whose month or day is not known;
    /// null when no day fits.
    /// </summary>
    public static (DateOnly Earliest, DateOnly Latest)? PossibleDays(int year, int? month, int? day)
    {
        (DateOnly Earliest, DateOnly Latest)? possible = null;
        for (var i = 0; i < 12; i++)
        {
            var candidate = year < NineMonthYear ? (i + 3) % 12 + 1 : i + 1;
            if (month is not null && candidate != month) continue;
            var first = ToGregorian(year, candidate, day ?? 1);
            var last = ToGregorian(year, candidate, day ?? DaysInMonth(year, candidate));
            if (first is { } from && last is { } to) possible = (possible?.Earliest ?? from, to);
        }
        return possible;
    }

    /// <summary>The days that the month has; at most, where the year is not known.</summary>
    public static int DaysInMonth(int? year, int month) =>
        DateTime.DaysInMonth(year is { } known ? ChristianYear(known, month) : LeapYear, month);

    /// <summary>The year of the Buddhist Era in which a month of a Christian year lay.</summary>
    public static int FromChristian(int year, int? month) =>
        year < FirstJanuaryYear && month <= 3 ? year + Offset - 1 : year + Offset;

    private static int ChristianYear(int year, int month) =>
        year < NineMonthYear && month <= 3 ? year - Offset + 1 : year - Offset;
}
