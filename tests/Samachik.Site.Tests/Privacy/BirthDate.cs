using System.Globalization;

namespace Samachik.Site.Tests.Privacy;

/// <summary>The ways to write a date: three orders, two eras, several gaps, months by number and by name.</summary>
public static class BirthDate
{
    private const int BuddhistEra = 543;

    private static readonly string[] Gaps = ["-", "/", ".", " ", ", "];
    private static readonly string[] Cultures = ["th-TH", "en-GB"];

    /// <summary>A whole date whose year is of the Buddhist Era.</summary>
    public static Typed Of(int day, int month, int buddhistYear)
    {
        var date = new DateOnly(buddhistYear - BuddhistEra, month, day);
        var start = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var inBangkok = start.AddHours(-7);
        int[] years = [date.Year, buddhistYear];
        return Typed.Of(
            "birth date",
            years.SelectMany(year => Texts(day, month, year)),
            [
                .. years.SelectMany(year => (long[])[year * 10_000L + month * 100 + day, day * 1_000_000L + month * 10_000 + year]),
                .. ((DateTimeOffset[])[start, inBangkok]).SelectMany(time => (long[])
                    [time.ToUnixTimeSeconds(), time.ToUnixTimeMilliseconds(), time.Ticks, time.ToUnixTimeSeconds() / 86_400]),
                date.DayNumber,
            ]);
    }

    // Without gaps only whole eight digits tell a date from any number.
    private static IEnumerable<string> Texts(int day, int month, int year)
    {
        string[] days = [Number(day), Number(day, 2)];
        string[] months = [Number(month), Number(month, 2), .. Cultures.SelectMany(culture => NamesOf(month, culture))];
        var (dd, mm, yyyy) = (days[1], months[1], Number(year));
        foreach (var text in (string[])[dd + mm + yyyy, mm + dd + yyyy, yyyy + mm + dd, yyyy + dd + mm]) yield return text;
        foreach (var gap in Gaps)
        {
            foreach (var d in days)
            {
                foreach (var m in months)
                {
                    yield return string.Join(gap, d, m, yyyy);
                    yield return string.Join(gap, m, d, yyyy);
                    yield return string.Join(gap, yyyy, m, d);
                    yield return string.Join(gap, yyyy, d, m);
                }
            }
        }

        foreach (var m in months) yield return $"{m} {day}, {yyyy}";
    }

    private static IEnumerable<string> NamesOf(int month, string culture)
    {
        var names = CultureInfo.GetCultureInfo(culture).DateTimeFormat;
        return [names.GetMonthName(month), names.GetAbbreviatedMonthName(month)];
    }

    private static string Number(int number, int digits = 1) => number.ToString($"D{digits}", CultureInfo.InvariantCulture);
}
