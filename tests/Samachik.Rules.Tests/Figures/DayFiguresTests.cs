using Samachik.Rules.Figures;

namespace Samachik.Rules.Tests.Figures;

/// <summary>A day's figures, and the day beside the week before: what is not known is never zero.</summary>
public sealed class DayFiguresTests
{
    private static readonly ThaiDay Day = new(new DateOnly(2026, 11, 26));

    [Fact]
    public void An_hour_that_was_not_counted_is_unknown_and_a_counted_one_without_figures_is_zero()
    {
        var figures = Of(Day, [(0, true), (2, false)], (0, "Agreed", 5), (1, "Agreed", 7));
        Assert.Equal([HourState.Whole, HourState.NoData, HourState.UnderWay, HourState.NoData], figures.States.Take(4));
        Assert.Equal([5, null, 0, null], figures.ByHour(FigureKind.SignUp, "Agreed").Take(4));
        Assert.Equal(5, figures.Sum(FigureKind.SignUp, "Agreed", figures.Known));
        Assert.Null(figures.Sum(FigureKind.SignUp, "Agreed", [0, 1]));
        Assert.Null(figures.Sum(FigureKind.SignUp, "Agreed", []));
    }

    [Fact]
    public void What_is_looked_at_and_not_counted_is_unknown_where_nobody_looked()
    {
        var figures = Of(Day, [(0, true), (1, true)], (1, "Agreed", 0));
        Assert.Equal([null, 0, null], figures.SeenByHour(FigureKind.SignUp, "Agreed").Take(3));
    }

    [Fact]
    public void Only_hours_that_are_whole_on_both_days_stand_against_each_other()
    {
        var day = Of(Day, [(0, true), (1, true), (2, false)], (0, "Agreed", 30), (1, "Agreed", 100), (2, "Agreed", 1));
        var before = Of(Day.WeekBefore, [(0, true), (2, true), (3, true)], (0, "Agreed", 20), (2, "Agreed", 500), (3, "Agreed", 500));
        var compared = new DayComparison(day, before);
        Assert.Equal([0], compared.Hours);
        Assert.Equal(new ComparedFigure(131, 30, 20), compared.Of(FigureKind.SignUp, "Agreed"));
        Assert.Equal(50, compared.Of(FigureKind.SignUp, "Agreed").Change);
    }

    [Fact]
    public void Without_a_week_before_there_is_no_change()
    {
        var compared = new DayComparison(Of(Day, [(0, true)], (0, "Agreed", 3)), Of(Day.WeekBefore, []));
        Assert.Equal(new ComparedFigure(3, null, null), compared.Of(FigureKind.SignUp, "Agreed"));
        Assert.Null(compared.Of(FigureKind.SignUp, "Agreed").Change);
        Assert.Null(new ComparedFigure(3, 3, 0).Change);
    }

    [Fact]
    public void Times_of_several_hours_add_up()
    {
        var at = Day.Begins;
        var figures = new DayFigures(Day, Counted(Day, [(0, true), (1, true)]),
        [
            new(at, FigureKind.ArrivedByGateway, "K", 2, 3), new(at.AddHours(1), FigureKind.ArrivedByGateway, "K", 2, 4),
            new(at.AddHours(1), FigureKind.ArrivedByGateway, "K", 60, 2), new(at, FigureKind.ArrivedByGateway, "T", 2, 9),
        ]);
        var times = figures.Times(FigureKind.ArrivedByGateway, "K", [0, 1]);
        Assert.Equal((9, 7, 2), (times.Total, times.Counts[2], times.Counts[60]));
        Assert.Equal(["K", "T"], figures.LabelsOf(FigureKind.ArrivedByGateway));
    }

    private static DayFigures Of(ThaiDay day, (int Hour, bool IsWhole)[] hours, params (int Hour, string Label, long Count)[] counts) => new(
        day, Counted(day, hours), counts.Select(figure => new HourFigure(day.Slot(figure.Hour), FigureKind.SignUp, figure.Label, 0, figure.Count)));

    private static Dictionary<DateTimeOffset, DateTimeOffset> Counted(ThaiDay day, (int Hour, bool IsWhole)[] hours) =>
        hours.ToDictionary(hour => day.Slot(hour.Hour), hour => day.Slot(hour.Hour).AddMinutes(hour.IsWhole ? 60 : 30));
}
