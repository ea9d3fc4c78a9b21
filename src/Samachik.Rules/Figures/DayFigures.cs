namespace Samachik.Rules.Figures;

/// <summary>One figure of one hour.</summary>
/// <param name="Slot">The beginning of the hour.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Label">Which of that kind.</param>
/// <param name="Step">Of times, their step; else 0.</param>
/// <param name="Count">How many.</param>
public sealed record HourFigure(DateTimeOffset Slot, FigureKind Kind, string Label, int Step, long Count);

/// <summary>What is known of an hour.</summary>
public enum HourState
{
    /// <summary>It was not counted: nothing is known of it, and nothing is not zero.</summary>
    NoData,

    /// <summary>It was counted before it was over.</summary>
    UnderWay,

    /// <summary>It was counted after it was over.</summary>
    Whole,
}

/// <summary>The figures of one day in Thailand. What was not counted is null, never zero.</summary>
public sealed class DayFigures
{
    private readonly HourState[] states = new HourState[ThaiDay.Hours];
    private readonly ILookup<(FigureKind Kind, string Label), (int Hour, int Step, long Count)> figures;
    private readonly ILookup<FigureKind, string> labels;

    /// <summary>Puts a day together.</summary>
    /// <param name="day">The day.</param>
    /// <param name="countedAt">The hours that were counted, and when they last were.</param>
    /// <param name="counted">The figures; those of other days are passed over.</param>
    public DayFigures(ThaiDay day, IReadOnlyDictionary<DateTimeOffset, DateTimeOffset> countedAt, IEnumerable<HourFigure> counted)
    {
        ArgumentNullException.ThrowIfNull(countedAt);
        Day = day;
        for (var hour = 0; hour < ThaiDay.Hours; hour++)
            states[hour] = !countedAt.TryGetValue(day.Slot(hour), out var at) ? HourState.NoData
                : at < day.Slot(hour + 1) ? HourState.UnderWay : HourState.Whole;
        var own = counted.Where(figure => figure.Slot >= day.Begins && figure.Slot < day.Ends)
            .Select(figure => (figure, Hour: (int)(figure.Slot - day.Begins).TotalHours))
            .Where(pair => states[pair.Hour] != HourState.NoData).ToList();
        figures = own.ToLookup(pair => (pair.figure.Kind, pair.figure.Label), pair => (pair.Hour, pair.figure.Step, pair.figure.Count));
        labels = own.Where(pair => pair.figure.Count > 0).ToLookup(pair => pair.figure.Kind, pair => pair.figure.Label);
    }

    /// <summary>The day.</summary>
    public ThaiDay Day { get; }

    /// <summary>What is known of each hour.</summary>
    public IReadOnlyList<HourState> States => states;

    /// <summary>The hours of which something is known.</summary>
    public IReadOnlyList<int> Known => [.. Enumerable.Range(0, ThaiDay.Hours).Where(hour => states[hour] != HourState.NoData)];

    /// <summary>The labels of a kind that counted anything, in order.</summary>
    public IReadOnlyList<string> LabelsOf(FigureKind kind) => [.. labels[kind].Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The sum over some hours; null when nothing is known of one of them, or there are none.</summary>
    public long? Sum(FigureKind kind, string label, IReadOnlyCollection<int> hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return hours.Count == 0 || hours.Any(hour => states[hour] == HourState.NoData) ? null
            : figures[(kind, label)].Where(figure => hours.Contains(figure.Hour)).Sum(figure => figure.Count);
    }

    /// <summary>Hour by hour; null where nothing is known.</summary>
    public IReadOnlyList<long?> ByHour(FigureKind kind, string label) =>
        [.. Enumerable.Range(0, ThaiDay.Hours).Select(hour => Sum(kind, label, [hour]))];

    /// <summary>Hour by hour of what is looked at and not counted: null also where nobody looked.</summary>
    public IReadOnlyList<long?> SeenByHour(FigureKind kind, string label) =>
    [
        .. Enumerable.Range(0, ThaiDay.Hours)
            .Select(hour => figures[(kind, label)].Where(figure => figure.Hour == hour).Select(figure => (long?)figure.Count).Max()),
    ];

    /// <summary>How soon messages of a label arrived in some hours.</summary>
    public DeliveryTimes Times(FigureKind kind, string label, IReadOnlyCollection<int> hours) => new(
        figures[(kind, label)].Where(figure => hours.Contains(figure.Hour))
            .GroupBy(figure => figure.Step).ToDictionary(step => step.Key, step => step.Sum(figure => figure.Count)));
}
