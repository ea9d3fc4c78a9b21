using Samachik.Rules.Figures;

namespace Samachik.Rules.Tests.Figures;

/// <summary>Days as they are typed and as they stand in addresses.</summary>
public sealed class DaySpanTests
{
    // Half past midnight in Thailand, on the next day.
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 17, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Without_a_day_they_are_the_last_seven()
    {
        foreach (var span in new[] { DaySpan.UpTo(Now), DaySpan.ReadTyped(" ", null, null, Now).Span, DaySpan.Read(null, null, 31, Now) })
        {
            Assert.Equal("2026-11-21..2026-11-27", $"{span}");
            Assert.Equal(DaySpan.Usual, span?.Days);
        }
    }

    [Theory]
    [InlineData("1/11/2569", "26/11/2569", "2026-11-01..2026-11-26")]
    [InlineData("01/02/2567", " 29/02/2567 ", "2024-02-01..2024-02-29")]
    [InlineData("๑/๑๑/๒๕๖๙", "๒/๑๑/๒๕๖๙", "2026-11-01..2026-11-02")]
    [InlineData("", "10/11/2569", "2026-11-04..2026-11-10")]
    [InlineData("27/11/2569", "", "2026-11-27..2026-11-27")]
    public void Typed_days_are_read(string first, string last, string span)
    {
        var typed = DaySpan.ReadTyped(first, last, null, Now);
        Assert.Equal(span, $"{typed.Span}");
        Assert.Equal((null, null), (typed.First, typed.Last));
    }

    [Theory]
    [InlineData("31/2/2569", "", DaySpanFlaw.NotADay, null)]
    [InlineData("29/2/2569", "", DaySpanFlaw.NotADay, null)]
    [InlineData("2026-11-01", "", DaySpanFlaw.NotADay, null)]
    [InlineData("1/13/2569", "", DaySpanFlaw.NotADay, null)]
    [InlineData("0/1/2569", "", DaySpanFlaw.NotADay, null)]
    [InlineData("1/11/69", "", DaySpanFlaw.NotADay, null)]
    [InlineData("+1/11/2569", "", DaySpanFlaw.NotADay, null)]
    [InlineData("1/11/0000", "", DaySpanFlaw.NotADay, null)]
    [InlineData("เมื่อวาน", "", DaySpanFlaw.NotADay, null)]
    [InlineData("1/11/2026", "", DaySpanFlaw.ChristianYear, null)]
    [InlineData("28/11/2569", "", DaySpanFlaw.NotYet, null)]
    [InlineData("", "28/11/2569", null, DaySpanFlaw.NotYet)]
    [InlineData("x", "y", DaySpanFlaw.NotADay, DaySpanFlaw.NotADay)]
    [InlineData("3/11/2569", "2/11/2569", DaySpanFlaw.Backwards, null)]
    [InlineData("1/10/2569", "1/11/2569", DaySpanFlaw.TooMany, null)]
    public void What_is_wrong_is_told_at_its_day(string first, string last, DaySpanFlaw? ofFirst, DaySpanFlaw? ofLast) =>
        Assert.Equal(new TypedDays(null, ofFirst, ofLast), DaySpan.ReadTyped(first, last, 31, Now));

    [Fact]
    public void So_many_days_as_are_allowed_are_allowed()
    {
        Assert.Equal(31, DaySpan.ReadTyped("2/10/2569", "1/11/2569", 31, Now).Span?.Days);
        Assert.Equal(32, DaySpan.ReadTyped("1/10/2569", "1/11/2569", null, Now).Span?.Days);
    }

    [Fact]
    public void What_is_spelled_is_read_again() => Assert.Equal("27/11/2569", DaySpan.Spell(ThaiDay.Of(Now)));

    [Theory]
    [InlineData("2026-11-02", "2026-11-01")]
    [InlineData("2026-11-02", null)]
    [InlineData(null, "2026-11-02")]
    [InlineData("2026-10-01", "2026-11-01")]
    [InlineData("2026-11-27", "2026-11-28")]
    [InlineData("x", "y")]
    public void An_address_of_no_days_is_none(string? first, string? last) => Assert.Null(DaySpan.Read(first, last, 31, Now));

    [Fact]
    public void It_begins_and_ends_at_midnight_in_Thailand()
    {
        var span = DaySpan.Read("2026-11-26", "2026-11-27", 31, Now);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 17, 0, 0, TimeSpan.Zero), span?.Begins);
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 17, 0, 0, TimeSpan.Zero), span?.Ends);
    }
}
