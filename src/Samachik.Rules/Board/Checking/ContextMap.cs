namespace Samachik.Rules.Board.Checking;

/// <summary>A word that says what a number beside it is.</summary>
internal readonly record struct ContextHit(int Start, int End, ContextKind Kind);

/// <summary>Where in a text the words stand that say what a number is.</summary>
internal sealed class ContextMap
{
    private const int Before = 60;
    private const int After = 24;
    private const int BeforeReference = 30;
    private const int BeforeLandline = 60;

    private readonly FoldedText text;
    private readonly List<ContextHit> hits = [];
    private readonly List<int> institutions = [];

    public ContextMap(FoldedText text, WorkBudget work)
    {
        this.text = text;
        for (var at = 0; at < text.Length && work.TrySpend(); at++)
        {
            if (ContextWords.IsInstitution(text, at, work)) institutions.Add(at);
            if (hits.Count > 0 && at < hits[^1].End) continue;
            if (ContextWords.At(text, at, work) is { } word) hits.Add(new(at, at + word.Length, word.Kind));
        }
    }

    public IReadOnlyList<ContextHit> Hits => hits;

    /// <summary>Whether such a word ends just before the place.</summary>
    public bool EndsAt(int at)
    {
        var next = FirstFrom(at);
        return next > 0 && hits[next - 1].End == at;
    }

    /// <summary>What the nearest word before a number says of it, or, without one, the nearest after.</summary>
    public ContextKind? Of(int start, int end, WorkBudget work)
    {
        var next = FirstFrom(start);
        for (var i = next - 1; i >= 0 && start - hits[i].End <= Before && work.TrySpend(); i--)
        {
            if (hits[i].End <= start) return ReachesTo(hits[i], start, work) ? hits[i].Kind : null;
        }

        // What stands after is said of it only on its own line, and a receipt there is another number's.
        for (var i = next; i < hits.Count && hits[i].Start - end <= After && work.TrySpend(); i++)
        {
            if (hits[i].Start < end) continue;
            return hits[i].Kind == ContextKind.Reference || text.Chars[end..hits[i].Start].Contains('\n') ? null : hits[i].Kind;
        }

        return null;
    }

    /// <summary>Whether a place with a public telephone is named shortly before, on the same line.</summary>
    public bool IsOfInstitution(int start)
    {
        var found = institutions.BinarySearch(start);
        var last = (found < 0 ? ~found : found) - 1;
        return last >= 0 && start - institutions[last] <= BeforeLandline && !text.Chars[institutions[last]..start].Contains('\n');
    }

    /// <summary>The first that begins at or after the place.</summary>
    private int FirstFrom(int start)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>
    /// No word reaches over an empty line with text around it. A receipt has one number, the first after the word, and
    /// not one on a later line, which is another matter.
    /// </summary>
    private bool ReachesTo(ContextHit word, int start, WorkBudget work)
    {
        work.TrySpend(start - word.End);
        var between = text.Chars[word.End..start];
        if (between.Trim(" \n:.#-=").IsEmpty) return true;
        if (word.Kind != ContextKind.Reference) return !between.Contains("\n\n", StringComparison.Ordinal);
        return between.Length <= BeforeReference && !between.ContainsAnyInRange('0', '9') && !between.Contains('\n');
    }
}
