namespace Samachik.Rules.Board.Search;

/// <summary>The piece of a text that is shown with what was found in it.</summary>
/// <param name="Start">Where it begins in the text as typed.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Hits">What was found, places counted from the beginning of the piece.</param>
public sealed record SearchExcerpt(int Start, int Length, IReadOnlyList<TextPlace> Hits)
{
    /// <summary>Takes about so many UTF-16 units around the first hit, a third of them before it; no letter is cut from its marks.</summary>
    /// <param name="typed">The text as typed.</param>
    /// <param name="hits">As <see cref="SearchText.Find"/> gave them of that text.</param>
    /// <param name="width">UTF-16 units, more than 0.</param>
    public static SearchExcerpt Around(string typed, IReadOnlyList<TextPlace> hits, int width)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var wanted = hits.Count == 0 ? 0 : Math.Min(hits[0].Start - width / 3, typed.Length - width);
        var (start, end) = (0, 0);
        for (var at = 0; at < typed.Length && end - start < width;)
        {
            at = TextCluster.End(typed, at);
            if (at <= wanted) (start, end) = (at, at);
            else end = at;
        }
        var inside = hits.Where(hit => hit.Start < end && hit.End > start)
            .Select(hit => new TextPlace(Math.Max(hit.Start, start) - start, Math.Min(hit.End, end) - Math.Max(hit.Start, start)));
        return new(start, end - start, [.. inside]);
    }
}
