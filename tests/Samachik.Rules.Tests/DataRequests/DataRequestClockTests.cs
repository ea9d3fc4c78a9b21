using System.Globalization;
using Samachik.Rules.DataRequests;

namespace Samachik.Rules.Tests.DataRequests;

/// <summary>Thirty days in Thailand, the day of receipt not among them.</summary>
public sealed class DataRequestClockTests
{
    [Theory]
    [InlineData("2026-12-01", "2026-12-31")]
    [InlineData("2027-01-30", "2027-03-01")]
    [InlineData("2028-01-30", "2028-02-29")]
    [InlineData("2026-12-02", "2027-01-01")]
    public void The_last_day_is_the_thirtieth_after_receipt(string received, string due) => Assert.Equal(Day(due), new DataRequestClock(Day(received)).DueOn);

    [Theory]
    [InlineData("2026-12-01T10:00:00+07:00", 30)]
    [InlineData("2026-12-01T23:59:59+07:00", 30)]
    [InlineData("2026-12-02T00:00:00+07:00", 29)]
    [InlineData("2026-12-30T17:00:00+00:00", 0)]
    [InlineData("2026-12-31T23:59:59+07:00", 0)]
    [InlineData("2026-12-31T17:00:00+00:00", -1)]
    [InlineData("2027-01-02T00:00:00+07:00", -2)]
    public void Days_are_counted_at_midnight_in_Thailand_and_late_begins_there(string now, int left)
    {
        var (clock, at) = (new DataRequestClock(Day("2026-12-01")), DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        Assert.Equal((left, left < 0), (clock.DaysLeft(at), clock.IsLate(at)));
    }

    [Fact]
    public void The_instant_at_which_it_is_late_is_the_midnight_after_the_last_day() =>
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)), new DataRequestClock(Day("2026-12-01")).DueAt);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
