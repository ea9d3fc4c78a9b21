using CsCheck;
using Samachik.Rules.People;

namespace Samachik.Rules.Tests.People;

public sealed class ThaiBirthDatePropertyTests
{
    private static readonly DateOnly today = new(2026, 8, 15);
    private static readonly BirthDateLimits wide = new(today, 0, 10_000);

    private static readonly Gen<DateOnly> days =
        Gen.Int[new DateOnly(1860, 1, 1).DayNumber, new DateOnly(2060, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<int?> day = Gen.OneOf(Gen.Const((int?)null), Gen.Int[1, 31].Select(known => (int?)known));
    private static readonly Gen<int?> month = Gen.OneOf(Gen.Const((int?)null), Gen.Int[1, 12].Select(known => (int?)known));

    private static readonly Gen<string> nearlyStored =
        Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 14], Gen.Int[0, 33]).Select((y, m, d) => $"{y:D4}-{m:D2}-{d:D2}");

    [Fact]
    public void Every_day_since_1870_has_its_Thai_date_and_comes_back()
    {
        for (var expected = new DateOnly(1870, 1, 1); expected <= today; expected = expected.AddDays(1))
        {
            var year = ThaiYearOf(expected);
            Assert.True(ThaiBirthDate.TryParse($"{expected.Day}", $"{expected.Month}", $"{year}", wide, out var date, out _));
            Assert.Equal(expected, date.Gregorian);
            Assert.Equal(year, ThaiBirthDate.SuggestBuddhistYear($"{expected.Year}", $"{expected.Month}", today));
        }
    }

    [Fact]
    public void What_is_stored_is_read_again() => Gen.Select(day, month, Gen.Int[544, 2942]).Sample((d, m, y) =>
    {
        var limits = new BirthDateLimits(DateOnly.MinValue, int.MinValue, int.MaxValue);
        _ = ThaiBirthDate.TryParse(Field(d), Field(m), $"{y:D4}", limits with { Today = new DateOnly(2399, 1, 1) }, out var date, out _);
        return date is null || ThaiBirthDate.FromCanonical(date.Canonical) is var again
            && again == date && (again.Year, again.Month, again.Day) == (y, m, d);
    });

    // Compared with a search through every Gregorian day that the date can mean.
    [Fact]
    public void Limits_agree_with_a_search_through_all_possible_days() =>
        Gen.Select(day, month, days, days, Gen.Int[0, 20], Gen.Int[60, 130]).Sample((d, m, near, now, minimum, maximum) =>
        {
            var year = ThaiYearOf(near);
            var possible = Enumerable.Range(0, 3 * 366).Select(new DateOnly(year - 544, 1, 1).AddDays)
                .Where(g => ThaiYearOf(g) == year && (d ?? g.Day) == g.Day && (m ?? g.Month) == g.Month).ToList();
            var taken = ThaiBirthDate.TryParse(Field(d), Field(m), $"{year}", new BirthDateLimits(now, minimum, maximum), out _, out var flaws);
            var calendar = flaws.Contains(BirthDateFlaw.NoSuchDay) || flaws.Contains(BirthDateFlaw.NotInNineMonthYear);
            if (possible.Count == 0) return !taken && calendar;
            BirthDateFlaw? expected =
                possible.TrueForAll(g => g > now) ? BirthDateFlaw.InTheFuture
                : possible.TrueForAll(g => g > now || Birthday(g, minimum) > now) ? BirthDateFlaw.TooYoung
                : possible.TrueForAll(g => Birthday(g, maximum + 1) <= now) ? BirthDateFlaw.TooOld
                : null;
            return taken == expected is null && (expected is null ? flaws.Count == 0 : flaws.Count == 1 && flaws[0] == expected);
        }, iter: 3_000);

    [Fact]
    public void Any_text_is_answered() => Gen.Select(Field(), Field(), Field()).Sample((d, m, y) =>
    {
        _ = ThaiBirthDate.SuggestBuddhistYear(y, m, today);
        return ThaiBirthDate.TryParse(d, m, y, wide, out var date, out var flaws) == (flaws.Count == 0)
            && date is null == flaws.Count > 0
            && flaws.Distinct().Count() == flaws.Count;
    });

    [Fact]
    public void Any_year_and_any_limits_are_answered() =>
        Gen.Select(day, month, Gen.Int[0, 9999], Gen.Int[0, DateOnly.MaxValue.DayNumber], Gen.Int, Gen.Int)
        .Sample((d, m, y, now, minimum, maximum) =>
        {
            var limits = new BirthDateLimits(DateOnly.FromDayNumber(now), minimum, maximum);
            var taken = ThaiBirthDate.TryParse(Field(d), Field(m), $"{y:D4}", limits, out var date, out var flaws);
            _ = ThaiBirthDate.SuggestBuddhistYear($"{y:D4}", Field(m), limits.Today);
            return taken == (flaws.Count == 0)
                && (date is null || date.Gregorian is null == (d is null || m is null));
        });

    [Fact]
    public void Any_stored_text_is_read_or_refused() => Gen.OneOf(TypedText.Any, nearlyStored).Sample(text =>
    {
        try
        {
            return ThaiBirthDate.FromCanonical(text).Canonical == text;
        }
        catch (FormatException)
        {
            return true;
        }
    });

    [Theory]
    [InlineData('1')]
    [InlineData('๑')]
    [InlineData('0')]
    [InlineData(' ')]
    [InlineData('\uD83D')]
    public void Ten_thousand_characters_are_refused(char c)
    {
        var text = new string(c, 10_000);
        Assert.False(ThaiBirthDate.TryParse(text, text, text, wide, out _, out var flaws));
        Assert.Equal(3, flaws.Count);
        Assert.Null(ThaiBirthDate.SuggestBuddhistYear(text, text, today));
    }

    private static int ThaiYearOf(DateOnly g) => g.Year + 543 - (g < new DateOnly(1941, 1, 1) && g.Month < 4 ? 1 : 0);

    private static DateOnly Birthday(DateOnly born, int age) =>
        born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(born.Year + age)
            ? new DateOnly(born.Year + age, 3, 1)
            : new DateOnly(born.Year + age, born.Month, born.Day);

    private static string Field(int? part) => part is { } known ? $"{known}" : "unknown";

    private static Gen<string> Field() => Gen.OneOf(
        TypedText.Any,
        Gen.OneOf("", " ", "unknown", "0", "1", "29", "31", "๑๒", "2483", "2530", "1940", "0000", "9999", "00012"),
        Gen.OneOf("0123456789๐๙ ".ToCharArray()).Array[0, 5].Select(units => new string(units)));
}
