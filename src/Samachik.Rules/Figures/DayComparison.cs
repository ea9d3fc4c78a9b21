namespace Samachik.Rules.Figures;

/// <summary>A day beside the same day of the week before: only hours that are whole on both stand against each other.</summary>
public sealed class DayComparison
{
    /// <summary>Sets two days beside each other.</summary>
    public DayComparison(DayFigures day, DayFigures weekBefore)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(weekBefore);
        (Day, WeekBefore) = (day, weekBefore);
        Hours = [.. Enumerable.Range(0, ThaiDay.Hours).Where(hour => day.States[hour] == HourState.Whole && weekBefore.States[hour] == HourState.Whole)];
    }

    /// <summary>The day.</summary>
    public DayFigures Day { get; }

    /// <summary>The same day of the week before.</summary>
    public DayFigures WeekBefore { get; }

    /// <summary>The hours that stand against each other.</summary>
    public IReadOnlyList<int> Hours { get; }

    /// <summary>A figure of the whole day as far as it is known, and of both days in the hours that stand against each other.</summary>
    public ComparedFigure Of(FigureKind kind, string label) => new(
        Day.Sum(kind, label, Day.Known), Day.Sum(kind, label, Hours), WeekBefore.Sum(kind, label, Hours));

    /// <summary>The labels of a kind that counted anything on either day, in order.</summary>
    public IReadOnlyList<string> LabelsOf(FigureKind kind) =>
        [.. Day.LabelsOf(kind).Union(WeekBefore.LabelsOf(kind)).Order(StringComparer.Ordinal)];
}

/// <summary>A figure of two days; null: not known.</summary>
/// <param name="SoFar">Of the day, in all hours that are known.</param>
/// <param name="Now">Of the day, in the hours that stand against each other.</param>
/// <param name="Then">Of the week before, in the same hours.</param>
public sealed record ComparedFigure(long? SoFar, long? Now, long? Then)
{
    /// <summary>By how many per cent it is more than the week before; null: not known, or there was nothing to compare with.</summary>
    public int? Change => Now is { } now && Then is { } then and > 0 ? (int)Math.Round((now - then) * 100.0 / then) : null;
}
