using Samachik.Rules.People;
using static Samachik.Rules.People.BirthDateFlaw;

namespace Samachik.Rules.Tests.People;

public sealed class ThaiBirthDateAgeTests
{
    // 15 August 2569, in the Christian Era; each row is read with a minimum of 15 and a maximum of 130 years.
    [Theory]
    [InlineData("15", "8", "2554", null)]
    [InlineData("16", "8", "2554", TooYoung)]
    [InlineData("15", "9", "2554", TooYoung)]
    [InlineData("1", "1", "2555", TooYoung)]
    [InlineData("15", "8", "2569", TooYoung)]
    [InlineData("16", "8", "2569", InTheFuture)]
    [InlineData("1", "1", "2570", InTheFuture)]
    [InlineData("1", "1", "9999", InTheFuture)]
    [InlineData("16", "8", "2438", null)]
    [InlineData("15", "8", "2438", TooOld)]
    [InlineData("16", "8", "2439", null)]
    [InlineData("31", "3", "2437", TooOld)]
    [InlineData("1", "1", "0544", TooOld)]
    [InlineData("1", "1", "0543", TooOld)]
    [InlineData("29", "2", "0001", TooOld)]
    [InlineData("unknown", "unknown", "0001", TooOld)]
    [InlineData("1", "1", "1849", TooOld)]
    [InlineData("1", "1", "2027", TooOld)]
    [InlineData("unknown", "8", "2554", null)]
    [InlineData("unknown", "9", "2554", TooYoung)]
    [InlineData("unknown", "unknown", "2554", null)]
    [InlineData("16", "unknown", "2554", null)]
    [InlineData("unknown", "unknown", "2555", TooYoung)]
    [InlineData("unknown", "8", "2569", TooYoung)]
    [InlineData("unknown", "9", "2569", InTheFuture)]
    [InlineData("unknown", "unknown", "2569", TooYoung)]
    [InlineData("31", "unknown", "2569", TooYoung)]
    [InlineData("unknown", "unknown", "2570", InTheFuture)]
    [InlineData("unknown", "8", "2438", null)]
    [InlineData("unknown", "7", "2438", TooOld)]
    [InlineData("unknown", "3", "2438", null)]
    [InlineData("unknown", "unknown", "2438", null)]
    [InlineData("15", "unknown", "2438", null)]
    [InlineData("unknown", "unknown", "2437", TooOld)]
    public void What_is_not_known_has_the_benefit_of_the_doubt(string day, string month, string year, BirthDateFlaw? expected) =>
        Assert.Equal(expected, FlawAt(new DateOnly(2026, 8, 15), day, month, year));

    [Theory]
    [InlineData(2026, 2, 27, "28", "2", "2554", TooYoung)]
    [InlineData(2026, 2, 28, "28", "2", "2554", null)]
    [InlineData(2027, 2, 28, "29", "2", "2555", TooYoung)]
    [InlineData(2027, 3, 1, "29", "2", "2555", null)]
    [InlineData(2028, 2, 28, "1", "3", "2556", TooYoung)]
    [InlineData(2028, 2, 29, "1", "3", "2556", TooYoung)]
    [InlineData(2028, 3, 1, "1", "3", "2556", null)]
    [InlineData(2071, 2, 28, "29", "2", "2482", null)]
    [InlineData(2071, 3, 1, "29", "2", "2482", TooOld)]
    [InlineData(2026, 12, 31, "31", "12", "2554", null)]
    [InlineData(2026, 12, 30, "31", "12", "2554", TooYoung)]
    [InlineData(2026, 1, 3, "15", "unknown", "2569", InTheFuture)]
    [InlineData(2026, 1, 3, "3", "unknown", "2569", TooYoung)]
    public void Birthdays_turn_the_age(int y, int m, int d, string day, string month, string year, BirthDateFlaw? expected) =>
        Assert.Equal(expected, FlawAt(new DateOnly(y, m, d), day, month, year));

    [Fact]
    public void A_part_that_is_wrong_does_not_hide_what_the_others_say()
    {
        var limits = new BirthDateLimits(new DateOnly(2026, 8, 15), 15, 130);
        Assert.False(ThaiBirthDate.TryParse("", "x", "2570", limits, out _, out var flaws));
        Assert.Equal([DayMissing, MonthNotANumber, InTheFuture], flaws);
        Assert.False(ThaiBirthDate.TryParse("31", "9", "2554", limits, out _, out flaws));
        Assert.Equal([NoSuchDay, TooYoung], flaws);
    }

    private static BirthDateFlaw? FlawAt(DateOnly today, string day, string month, string year)
    {
        var isTaken = ThaiBirthDate.TryParse(day, month, year, new BirthDateLimits(today, 15, 130), out _, out var flaws);
        Assert.Equal(isTaken, flaws.Count == 0);
        return flaws.Count == 0 ? null : Assert.Single(flaws);
    }
}
