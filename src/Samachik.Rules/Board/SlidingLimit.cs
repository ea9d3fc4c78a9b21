namespace Samachik.Rules.Board;

/// <summary>A limit of so many acts within any stretch of so long.</summary>
internal static class SlidingLimit
{
    /// <summary>When the next act is free again; null: it is free now.</summary>
    public static DateTimeOffset? FreeAt(IEnumerable<DateTimeOffset> acts, int limit, TimeSpan window, DateTimeOffset now)
    {
        var within = acts.Where(at => now - at < window).OrderDescending().Take(limit).ToList();
        return within.Count < limit ? null : within[^1] + window;
    }
}
