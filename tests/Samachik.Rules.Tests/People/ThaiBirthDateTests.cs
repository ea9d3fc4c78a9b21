using System.Globalization;
using Samachik.Rules.People;
using static Samachik.Rules.People.BirthDateFlaw;

namespace Samachik.Rules.Tests.People;

public sealed class ThaiBirthDateTests
{
    // 15 August 2569.
    private static readonly DateOnly today = new(2026, 8, 15);
    private static readonly BirthDateLimits limits = new(today, 15, 130);

    [Theory]
    [InlineData("31", "12", "2482", "1939-12-31")]
    [InlineData("1", "1", "2482", "1940-01-01")]
    [InlineData("31", "3", "2482", "1940-03-31")]
    [InlineData("1", "4", "2482", "1939-04-01")]
    [InlineData("1", "4", "2483", "1940-04-01")]
    [InlineData("31", "12", "2483", "1940-12-31")]
    [InlineData("1", "1", "2484", "1941-01-01")]
    [InlineData("31", "3", "2484", "1941-03-31")]
    [InlineData("31", "3", "2481", "1939-03-31")]
    [InlineData("1", "4", "2481", "1938-04-01")]
    [InlineData("29", "2", "2482", "1940-02-29")]
    [InlineData("29", "2", "2478", "1936-02-29")]
    [InlineData("28", "2", "2479", "1937-02-28")]
    [InlineData("29", "2", "2487", "1944-02-29")]
    [InlineData("29", "2", "2543", "2000-02-29")]
    [InlineData("29", "2", "2547", "2004-02-29")]
    [InlineData("28", "2", "2530", "1987-02-28")]
    [InlineData("15", "8", "2554", "2011-08-15")]
    [InlineData("16", "8", "2438", "1895-08-16")]
    [InlineData("5", "6", "2530", "1987-06-05")]
    [InlineData("05", "06", "2530", "1987-06-05")]
    [InlineData("005", "006", "2530", "1987-06-05")]
    [InlineData("๐๕", "๖", "๒๕๓๐", "1987-06-05")]
    [InlineData(" 5\t", "\u00A06 ", "\n2530 ", "1987-06-05")]
    [InlineData("๒๙", "2", "25๓๕", "1992-02-29")]
    public void A_whole_date_is_a_Gregorian_day(string day, string month, string year, string gregorian)
    {
        var date = Taken(day, month, year);
        Assert.Equal(DateOnly.ParseExact(gregorian, "yyyy-MM-dd", CultureInfo.InvariantCulture), date.Gregorian);
        Assert.Equal(date, ThaiBirthDate.FromCanonical(date.Canonical));
    }

    [Theory]
    [InlineData("5", "6", "2530", "2530-06-05")]
    [InlineData("unknown", "2", "2530", "2530-02-00")]
    [InlineData("unknown", "unknown", "2530", "2530-00-00")]
    [InlineData("31", "unknown", "2530", "2530-00-31")]
    [InlineData(" unknown ", "unknown\n", "๒๕๓๐", "2530-00-00")]
    [InlineData("29", "unknown", "2530", "2530-00-29")]
    [InlineData("31", "unknown", "2483", "2483-00-31")]
    [InlineData("unknown", "4", "2483", "2483-04-00")]
    [InlineData("unknown", "1", "2482", "2482-01-00")]
    public void Parts_may_be_missing_on_the_card(string day, string month, string year, string canonical)
    {
        var date = Taken(day, month, year);
        Assert.Equal(canonical, date.Canonical);
        Assert.Equal(canonical.Contains("-00", StringComparison.Ordinal), date.Gregorian is null);
        Assert.Equal(date, ThaiBirthDate.FromCanonical(canonical));
    }

    [Theory]
    [InlineData(null, null, null, DayMissing, MonthMissing, YearMissing)]
    [InlineData("", " ", "\t", DayMissing, MonthMissing, YearMissing)]
    [InlineData("", "6", "", DayMissing, YearMissing)]
    [InlineData("5", "", "2530", MonthMissing)]
    [InlineData("unknown", "unknown", "", YearMissing)]
    [InlineData("unknown", "unknown", "unknown", YearNotFourDigits)]
    [InlineData("Unknown", "UNKNOWN", "2530", DayNotANumber, MonthNotANumber)]
    [InlineData("ไม่ทราบ", "-", "2530", DayNotANumber, MonthNotANumber)]
    [InlineData("x", "y", "z", DayNotANumber, MonthNotANumber, YearNotFourDigits)]
    [InlineData("-5", "+6", "2530", DayNotANumber, MonthNotANumber)]
    [InlineData("5.0", "6,", "2530", DayNotANumber, MonthNotANumber)]
    [InlineData("1 2", "1 2", "2530", DayNotANumber, MonthNotANumber)]
    [InlineData("5\0", "6\0", "253\0", DayNotANumber, MonthNotANumber, YearNotFourDigits)]
    [InlineData("５", "６", "２５３０", DayNotANumber, MonthNotANumber, YearNotFourDigits)]
    [InlineData("٥", "٦", "٢٥٣٠", DayNotANumber, MonthNotANumber, YearNotFourDigits)]
    [InlineData("5\u200B", "6", "2530", DayNotANumber)]
    [InlineData("5", "มิถุนายน", "2530", MonthNotANumber)]
    [InlineData("5", "0", "2530", MonthNotANumber)]
    [InlineData("5", "00", "2530", MonthNotANumber)]
    [InlineData("5", "13", "2530", MonthNotANumber)]
    [InlineData("5", "99999999999999999999", "2530", MonthNotANumber)]
    [InlineData("5", "6", "30", YearNotFourDigits)]
    [InlineData("5", "6", "253", YearNotFourDigits)]
    [InlineData("5", "6", "25300", YearNotFourDigits)]
    [InlineData("5", "6", "02530", YearNotFourDigits)]
    [InlineData("5", "6", "0000", YearNotFourDigits)]
    [InlineData("5", "6", "-253", YearNotFourDigits)]
    [InlineData("5", "6", "25 30", YearNotFourDigits)]
    [InlineData("0", "6", "2530", NoSuchDay)]
    [InlineData("00", "6", "2530", NoSuchDay)]
    [InlineData("32", "1", "2530", NoSuchDay)]
    [InlineData("32", "unknown", "2530", NoSuchDay)]
    [InlineData("99999999999999999999", "1", "2530", NoSuchDay)]
    [InlineData("31", "4", "2530", NoSuchDay)]
    [InlineData("31", "6", "2530", NoSuchDay)]
    [InlineData("31", "9", "2530", NoSuchDay)]
    [InlineData("31", "11", "2530", NoSuchDay)]
    [InlineData("30", "2", "2543", NoSuchDay)]
    [InlineData("29", "2", "2530", NoSuchDay)]
    [InlineData("29", "2", "2479", NoSuchDay)]
    [InlineData("29", "2", "2481", NoSuchDay)]
    [InlineData("29", "2", "2484", NoSuchDay)]
    [InlineData("31", "4", "", NoSuchDay, YearMissing)]
    [InlineData("30", "2", "1987", ChristianYear, NoSuchDay)]
    [InlineData("29", "2", "", YearMissing)]
    [InlineData("29", "2", "2483", NotInNineMonthYear)]
    [InlineData("30", "2", "2483", NotInNineMonthYear, NoSuchDay)]
    [InlineData("1", "1", "2483", NotInNineMonthYear)]
    [InlineData("31", "3", "2483", NotInNineMonthYear)]
    [InlineData("unknown", "2", "2483", NotInNineMonthYear)]
    [InlineData("5", "6", "1987", ChristianYear)]
    [InlineData("5", "6", "1850", ChristianYear)]
    [InlineData("5", "6", "2026", ChristianYear)]
    [InlineData("unknown", "unknown", "๑๙๘๗", ChristianYear)]
    [InlineData("", "6", "1987", DayMissing, ChristianYear)]
    public void All_that_is_wrong_is_named(string? day, string? month, string? year, params BirthDateFlaw[] expected) =>
        Assert.Equal(expected.Order(), Refused(day, month, year, limits).Order());

    [Theory]
    [InlineData("2530-06-05")]
    [InlineData("2530-00-00")]
    public void It_prints_masked(string canonical) => Assert.Equal("xx/xx/xxxx", $"{ThaiBirthDate.FromCanonical(canonical)}");

    [Theory]
    [InlineData("")]
    [InlineData("2530")]
    [InlineData("2530-06-5")]
    [InlineData("2530-6-05")]
    [InlineData("2530/06/05")]
    [InlineData("2530-06-05 ")]
    [InlineData(" 530-06-05")]
    [InlineData("-530-06-05")]
    [InlineData("2530-06-+5")]
    [InlineData("๒๕๓๐-๐๖-๐๕")]
    [InlineData("2530-06-05T")]
    [InlineData("2530-13-01")]
    [InlineData("2530-06-31")]
    [InlineData("2530-02-29")]
    [InlineData("2530-00-32")]
    [InlineData("2483-02-00")]
    [InlineData("2483-03-31")]
    [InlineData("0000-00-00")]
    [InlineData("0543-06-05")]
    [InlineData("2530-06-0\0")]
    public void A_damaged_store_is_an_exception_that_tells_nothing(string canonical)
    {
        var thrown = Assert.Throws<FormatException>(() => ThaiBirthDate.FromCanonical(canonical));
        Assert.DoesNotContain("530", thrown.ToString().Split('\n')[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1987", "6", 2530)]
    [InlineData("1987", "1", 2530)]
    [InlineData("๑๙๘๗", "6", 2530)]
    [InlineData(" 1987 ", " 06 ", 2530)]
    [InlineData("1987", null, 2530)]
    [InlineData("1987", "unknown", 2530)]
    [InlineData("1987", "13", 2530)]
    [InlineData("1941", "1", 2484)]
    [InlineData("1940", "12", 2483)]
    [InlineData("1940", "4", 2483)]
    [InlineData("1940", "3", 2482)]
    [InlineData("1940", "๑", 2482)]
    [InlineData("1940", "unknown", 2483)]
    [InlineData("1939", "2", 2481)]
    [InlineData("1939", "12", 2482)]
    [InlineData("1850", "6", 2393)]
    [InlineData("2026", "1", 2569)]
    [InlineData("1849", "6", null)]
    [InlineData("2027", "6", null)]
    [InlineData("2530", "6", null)]
    [InlineData("87", "6", null)]
    [InlineData("x", "6", null)]
    [InlineData("", "6", null)]
    [InlineData(null, null, null)]
    public void A_Christian_year_is_offered_as_a_Buddhist_one(string? year, string? month, int? expected) =>
        Assert.Equal(expected, ThaiBirthDate.SuggestBuddhistYear(year, month, today));

    private static ThaiBirthDate Taken(string day, string month, string year)
    {
        var isTaken = ThaiBirthDate.TryParse(day, month, year, limits with { MaximumAge = 131 }, out var date, out var flaws);
        Assert.Empty(flaws);
        Assert.True(isTaken);
        Assert.NotNull(date);
        return date;
    }

    private static IReadOnlyList<BirthDateFlaw> Refused(string? day, string? month, string? year, BirthDateLimits limits)
    {
        Assert.False(ThaiBirthDate.TryParse(day, month, year, limits, out var date, out var flaws));
        Assert.Null(date);
        return flaws;
    }
}
