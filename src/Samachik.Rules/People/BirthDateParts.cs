using System.Globalization;

namespace Samachik.Rules.People;

/// <summary>The three typed fields of a birth date as far as they can be read, and all that is wrong with them.</summary>
internal sealed class BirthDateParts
{
    private const string NotOnTheCard = "unknown";
    private const int EarliestChristianYear = 1850;

    private readonly List<BirthDateFlaw> flaws = [];

    private BirthDateParts()
    {
    }

    /// <summary>Null when not on the card or not readable.</summary>
    public int? Day { get; private set; }

    /// <summary>Null when not on the card or not readable.</summary>
    public int? Month { get; private set; }

    /// <summary>Buddhist Era; null when not readable.</summary>
    public int? Year { get; private set; }

    /// <summary>All flaws found, day first.</summary>
    public IReadOnlyList<BirthDateFlaw> Flaws => flaws;

    /// <summary>Reads every field and, as far as they go, checks them against each other and the limits.</summary>
    public static BirthDateParts Read(string? day, string? month, string? year, BirthDateLimits limits)
    {
        var parts = new BirthDateParts();
        parts.ReadDay(day);
        parts.ReadMonth(month);
        parts.ReadYear(year, limits.Today);
        parts.CheckCalendar();
        parts.CheckAge(limits);
        return parts;
    }

    /// <summary>The year as typed when it is one between 1850 and today's of the Christian Era.</summary>
    public static int? ChristianYear(string? year, DateOnly today) =>
        FourDigits(year) is { } read && read >= EarliestChristianYear && read <= today.Year ? read : null;

    /// <summary>1 to 12, or null.</summary>
    public static int? MonthNumber(string? month) => Number(Clean(month)) is >= 1 and <= 12 and var read ? read : null;

    /// <summary>A number of ASCII digits alone, the largest int if it exceeds that; null when it is none.</summary>
    public static int? Number(string digits)
    {
        // Parsing alone would let a NUL at the end pass.
        if (digits.Length == 0 || digits.AsSpan().ContainsAnyExceptInRange('0', '9')) return null;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
    }

    private static int? FourDigits(string? year) =>
        Clean(year) is { Length: 4 } clean && Number(clean) is > 0 and var read ? read : null;

    private static string Clean(string? typed) => ThaiDigits.ToAscii(typed ?? "").Trim();

    private static bool IsNotOnTheCard(string clean) => string.Equals(clean, NotOnTheCard, StringComparison.Ordinal);

    private void ReadDay(string? typed)
    {
        var clean = Clean(typed);
        if (clean.Length == 0) flaws.Add(BirthDateFlaw.DayMissing);
        else if (IsNotOnTheCard(clean)) return;
        else if (Number(clean) is not { } day) flaws.Add(BirthDateFlaw.DayNotANumber);
        else if (day is < 1 or > 31) flaws.Add(BirthDateFlaw.NoSuchDay);
        else Day = day;
    }

    private void ReadMonth(string? typed)
    {
        var clean = Clean(typed);
        if (clean.Length == 0) flaws.Add(BirthDateFlaw.MonthMissing);
        else if (IsNotOnTheCard(clean)) return;
        else if (MonthNumber(clean) is not { } month) flaws.Add(BirthDateFlaw.MonthNotANumber);
        else Month = month;
    }

    private void ReadYear(string? typed, DateOnly today)
    {
        if (Clean(typed).Length == 0) flaws.Add(BirthDateFlaw.YearMissing);
        else if (FourDigits(typed) is not { } year) flaws.Add(BirthDateFlaw.YearNotFourDigits);
        else if (ChristianYear(typed, today) is not null) flaws.Add(BirthDateFlaw.ChristianYear);
        else if (year < ThaiYear.First) flaws.Add(BirthDateFlaw.TooOld);
        else Year = year;
    }

    // A part that proves wrong counts as unknown from then on, so that the other parts are still checked.
    private void CheckCalendar()
    {
        if (Year is { } year && Month is { } month && ThaiYear.LacksMonth(year, month))
        {
            flaws.Add(BirthDateFlaw.NotInNineMonthYear);
            if (Day > ThaiYear.DaysInMonth(null, month)) flaws.Add(BirthDateFlaw.NoSuchDay);
            (Month, Day) = (null, null);
        }
        else if (Month is { } known && Day > ThaiYear.DaysInMonth(Year, known))
        {
            flaws.Add(BirthDateFlaw.NoSuchDay);
            Day = null;
        }
    }

    private void CheckAge(BirthDateLimits limits)
    {
        if (Year is not { } year || ThaiYear.PossibleDays(year, Month, Day) is not { } possible) return;
        if (possible.Earliest > limits.Today) flaws.Add(BirthDateFlaw.InTheFuture);
        else if (Age(possible.Earliest, limits.Today) < limits.MinimumAge) flaws.Add(BirthDateFlaw.TooYoung);
        else if (Age(possible.Latest, limits.Today) > limits.MaximumAge) flaws.Add(BirthDateFlaw.TooOld);
    }

    private static int Age(DateOnly born, DateOnly today) =>
        today.Year - born.Year - ((today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
}
