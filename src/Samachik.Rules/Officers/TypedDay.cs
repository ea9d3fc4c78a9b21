using System.Diagnostics.CodeAnalysis;
using Samachik.Rules.People;

namespace Samachik.Rules.Officers;

/// <summary>Why a day that staff typed was refused.</summary>
public enum TypedDayFlaw
{
    /// <summary>Day, month or year is not filled in.</summary>
    Missing,

    /// <summary>No calendar has such a day, or it is no number.</summary>
    NoSuchDay,

    /// <summary>The year is one of the Christian Era.</summary>
    ChristianYear,

    /// <summary>Before the first day that may be.</summary>
    TooEarly,

    /// <summary>After the last day that may be.</summary>
    TooLate,
}

/// <summary>A day typed in three fields: day and month as numbers, the year in the Buddhist Era. Thai digits are understood.</summary>
public static class TypedDay
{
    // B.E. 2400 is 1857: no day of the staff's lies before it, and no Christian year that anybody types after.
    private const int EarliestBuddhistYear = 2400;

    /// <summary>Reads a day between two others, both included.</summary>
    public static bool TryParse(
        string? day, string? month, string? year, DateOnly earliest, DateOnly latest, out DateOnly read, [NotNullWhen(false)] out TypedDayFlaw? flaw)
    {
        (read, flaw) = (default, null);
        var (typedDay, typedMonth, typedYear) = (Clean(day), Clean(month), Clean(year));
        if (typedDay.Length == 0 || typedMonth.Length == 0 || typedYear.Length == 0) flaw = TypedDayFlaw.Missing;
        else if (typedYear.Length != 4 || BirthDateParts.Number(typedYear) is not { } be) flaw = TypedDayFlaw.NoSuchDay;
        else if (be < EarliestBuddhistYear) flaw = TypedDayFlaw.ChristianYear;
        else if (BirthDateParts.Number(typedDay) is not { } number || BirthDateParts.MonthNumber(typedMonth) is not { } known
            || ThaiYear.ToGregorian(be, known, number) is not { } date) flaw = TypedDayFlaw.NoSuchDay;
        else if (date < earliest) flaw = TypedDayFlaw.TooEarly;
        else if (date > latest) flaw = TypedDayFlaw.TooLate;
        else read = date;
        return flaw is null;
    }

    private static string Clean(string? typed) => ThaiDigits.ToAscii(typed ?? "").Trim();
}
