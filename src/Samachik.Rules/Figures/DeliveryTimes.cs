namespace Samachik.Rules.Figures;

/// <summary>
/// How soon messages arrived, told in steps: every message counts to the first step that it was quicker than. So a
/// median is told as "under so many seconds", and times of many hours add up.
/// </summary>
/// <param name="Counts">How many arrived, by step.</param>
public sealed record DeliveryTimes(IReadOnlyDictionary<int, long> Counts)
{
    /// <summary>The step of those that took longer than all others.</summary>
    public const int Beyond = int.MaxValue;

    /// <summary>The steps, in seconds, without <see cref="Beyond"/>.</summary>
    public static IReadOnlyList<int> Steps { get; } = [2, 5, 10, 20, 30, 60, 120, 300];

    /// <summary>How many arrived.</summary>
    public long Total => Counts.Values.Sum();

    /// <summary>The step of one time.</summary>
    public static int StepOf(TimeSpan time)
    {
        foreach (var step in Steps)
            if (time < TimeSpan.FromSeconds(step)) return step;
        return Beyond;
    }

    /// <summary>The step that so large a share of all was quicker than; null: none arrived.</summary>
    /// <param name="share">Above 0, at most 1: a half for the median.</param>
    public int? Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var wanted = (long)Math.Ceiling(share * Total);
        var seen = 0L;
        foreach (var (step, count) in Counts.OrderBy(pair => pair.Key))
            if ((seen += count) >= wanted && seen > 0) return step;
        return null;
    }
}
