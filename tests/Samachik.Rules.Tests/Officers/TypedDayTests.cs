using Samachik.Rules.Officers;

namespace Samachik.Rules.Tests.Officers;

/// <summary>A day in three fields, its year in the Buddhist Era.</summary>
public sealed class TypedDayTests
{
    private static readonly DateOnly First = new(2026, 12, 2), Last = new(2028, 3, 1);

    [Theory]
    [InlineData("2", "12", "2569", 2026, 12, 2)]
    [InlineData(" ๑ ", "๓", "๒๕๗๑", 2028, 3, 1)]
    [InlineData("29", "2", "2571", 2028, 2, 29)]
    [InlineData("01", "01", "2570", 2027, 1, 1)]
    public void A_day_between_both_is_read(string day, string month, string year, int y, int m, int d)
    {
        Assert.True(TypedDay.TryParse(day, month, year, First, Last, out var read, out var flaw));
        Assert.Equal((new DateOnly(y, m, d), null), (read, flaw));
    }

    [Theory]
    [InlineData("", "12", "2569", TypedDayFlaw.Missing)]
    [InlineData("2", null, "2569", TypedDayFlaw.Missing)]
    [InlineData("2", "12", " ", TypedDayFlaw.Missing)]
    [InlineData("30", "2", "2570", TypedDayFlaw.NoSuchDay)]
    [InlineData("29", "2", "2570", TypedDayFlaw.NoSuchDay)]
    [InlineData("0", "12", "2569", TypedDayFlaw.NoSuchDay)]
    [InlineData("1", "13", "2569", TypedDayFlaw.NoSuchDay)]
    [InlineData("x", "12", "2569", TypedDayFlaw.NoSuchDay)]
    [InlineData("2", "12", "69", TypedDayFlaw.NoSuchDay)]
    [InlineData("2", "12", "25699", TypedDayFlaw.NoSuchDay)]
    [InlineData("2", "12", "2026", TypedDayFlaw.ChristianYear)]
    [InlineData("1", "12", "2569", TypedDayFlaw.TooEarly)]
    [InlineData("2", "3", "2571", TypedDayFlaw.TooLate)]
    public void Whatever_is_wrong_is_told(string? day, string? month, string? year, TypedDayFlaw expected)
    {
        Assert.False(TypedDay.TryParse(day, month, year, First, Last, out _, out var flaw));
        Assert.Equal(expected, flaw);
    }
}
