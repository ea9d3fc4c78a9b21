using Samachik.Rules.Figures;

namespace Samachik.Rules.Tests.Figures;

/// <summary>A day in Thailand and its hours.</summary>
public sealed class ThaiDayTests
{
    private static readonly ThaiDay Day = new(new DateOnly(2026, 11, 26));

    [Fact]
    public void It_begins_at_midnight_in_Thailand_which_is_five_in_the_afternoon_of_the_day_before()
    {
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 17, 0, 0, TimeSpan.Zero), Day.Begins);
        Assert.Equal(Day.Begins.AddHours(24), Day.Ends);
        Assert.Equal(Day.Begins.AddHours(23), Day.Slot(23));
        Assert.Equal(TimeSpan.Zero, Day.Slot(3).Offset);
    }

    [Fact]
    public void The_day_of_an_instant_turns_at_midnight_in_Thailand()
    {
        Assert.Equal(Day, ThaiDay.Of(Day.Begins));
        Assert.Equal(Day, ThaiDay.Of(Day.Ends.AddTicks(-1)));
        Assert.Equal(Day.After, ThaiDay.Of(Day.Ends));
        Assert.Equal(Day.Before, ThaiDay.Of(Day.Begins.AddTicks(-1)));
    }

    [Fact]
    public void The_hour_of_an_instant_is_the_same_wherever_it_is_told()
    {
        var at = new DateTimeOffset(2026, 11, 26, 3, 59, 59, 999, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero), ThaiDay.HourOf(at));
        Assert.Equal(ThaiDay.HourOf(at), ThaiDay.HourOf(at.ToOffset(TimeSpan.FromHours(7))));
    }

    [Fact]
    public void The_week_before_is_the_same_day_of_the_week() =>
        Assert.Equal(Day.Date.DayOfWeek, Day.WeekBefore.Date.DayOfWeek);

    [Theory]
    [InlineData("2026-11-26", true)]
    [InlineData("2026-11-25", true)]
    [InlineData("2026-11-27", false)]
    [InlineData("2569-11-26", false)]
    [InlineData("1999-12-31", false)]
    [InlineData("2026-02-29", false)]
    [InlineData("26/11/2026", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_address_names_a_day_up_to_today(string? address, bool isRead)
    {
        var read = ThaiDay.Read(address, Day.Begins.AddHours(10));
        Assert.Equal(isRead, read is not null);
        if (isRead) Assert.Equal(address, read?.Address);
    }
}
