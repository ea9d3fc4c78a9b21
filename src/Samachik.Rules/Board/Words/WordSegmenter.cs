using Samachik.Rules.Board.Search;

namespace Samachik.Rules.Board.Words;

/// <summary>
/// Cuts a text into words: Thai by the dictionary, so that the fewest characters stay unknown and, of the ways to do so,
/// the fewest words come of it (maximal matching); letters of other scripts, and digits, by where they end.
/// </summary>
public sealed class WordSegmenter
{
    // One unknown character outweighs any number of words, and a word any number of listed ones: no text has a million.
    private const long Unknown = 1L << 40, Word = 1L << 20, Listed = 1;

    private readonly WordDictionary[] known;
    private readonly WordDictionary listed;

    private WordSegmenter(WordDictionary[] known, WordDictionary listed) => (this.known, this.listed) = (known, listed);

    /// <summary>With the Thai words that the product brings.</summary>
    public static WordSegmenter Thai { get; } = new([ThaiWords.Dictionary], new([]));

    /// <summary>
    /// With further words beside those of Thai. Of two ways to cut that are alike otherwise, the one with fewer listed words is taken,
    /// whether the dictionary has them too or not.
    /// </summary>
    internal static WordSegmenter With(IEnumerable<string> further, IEnumerable<string> listed) =>
        new([ThaiWords.Dictionary, new(further)], new(listed));

    /// <summary>Cuts a text; signs and spaces are left out. For a text that was read in full: it sets no limit to the work.</summary>
    public IReadOnlyList<WordPiece> Split(SearchText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Cut(text.Normal, new(int.MaxValue)).Select(piece => new WordPiece(text.Normal[piece.Start..piece.End], text.Original(piece.Start, piece.Length), piece.IsKnown))];
    }

    /// <summary>Cuts a text that is in the form of <see cref="SearchText.Normal"/>, as far as the budget goes.</summary>
    internal List<WordCut> Cut(string normal, WorkBudget budget)
    {
        var cuts = new List<WordCut>();
        for (var at = 0; at < normal.Length && !budget.IsSpent;)
        {
            var (start, kind) = (at, KindOf(normal[at]));
            while (at < normal.Length && (KindOf(normal[at]) == kind || (kind == Kind.Letters && IsMark(normal[at])))) at++;
            if (kind == Kind.Thai) CutThai(normal.AsSpan(start, at - start), start, cuts, budget);
            else if (kind != Kind.Other) cuts.Add(new(start, at, IsKnown: true));
        }
        return cuts;
    }

    private void CutThai(ReadOnlySpan<char> run, int offset, List<WordCut> cuts, WorkBudget budget)
    {
        var costs = new long[run.Length + 1];
        var steps = new (int From, bool IsKnown)[run.Length + 1];
        Array.Fill(costs, long.MaxValue, 1, run.Length);
        var (lengths, listedLengths) = (new List<int>(), new List<int>());
        for (var at = 0; at < run.Length; at++)
        {
            if (costs[at] == long.MaxValue) continue;
            if (budget.IsSpent) return;
            listedLengths.Clear();
            listed.AddLengths(run[at..], listedLengths, budget);
            foreach (var length in listedLengths) Take(run, at, at + length, costs[at] + Word + Listed, isKnown: true);
            lengths.Clear();
            foreach (var dictionary in known) dictionary.AddLengths(run[at..], lengths, budget);
            foreach (var length in lengths)
            {
                if (!listedLengths.Contains(length)) Take(run, at, at + length, costs[at] + Word, isKnown: true);
            }
            var next = at + 1;
            while (!ThaiCluster.IsBoundary(run, next)) next++;
            Take(run, at, next, costs[at] + Word + Unknown * (next - at), isKnown: false);
        }
        AddCuts(steps, offset, cuts);

        void Take(ReadOnlySpan<char> run, int from, int to, long cost, bool isKnown)
        {
            if (cost < costs[to] && ThaiCluster.IsBoundary(run, to)) (costs[to], steps[to]) = (cost, (from, isKnown));
        }
    }

    /// <summary>Walks back from the end; unknown pieces side by side become one.</summary>
    private static void AddCuts((int From, bool IsKnown)[] steps, int offset, List<WordCut> cuts)
    {
        var first = cuts.Count;
        for (var end = steps.Length - 1; end > 0; end = steps[end].From)
        {
            var (from, isKnown) = steps[end];
            if (!isKnown && cuts.Count > first && !cuts[^1].IsKnown) cuts[^1] = cuts[^1] with { Start = offset + from };
            else cuts.Add(new(offset + from, offset + end, isKnown));
        }
        cuts.Reverse(first, cuts.Count - first);
    }

    private static Kind KindOf(char c) =>
        ThaiCluster.IsThai(c) ? Kind.Thai
        : char.IsAsciiDigit(c) ? Kind.Digits
        : (char.IsLetter(c) && c is not ('ๆ' or 'ฯ')) || char.IsSurrogate(c) ? Kind.Letters
        : Kind.Other;

    private static bool IsMark(char c) => People.PersonNameText.IsLatinMark(c);

    private enum Kind
    {
        Other,
        Thai,
        Letters,
        Digits,
    }
}

/// <summary>A word of a text.</summary>
/// <param name="Normal">In the form of <see cref="SearchText.Normal"/>.</param>
/// <param name="Place">Where it stands in the text as typed.</param>
/// <param name="IsKnown">False for Thai letters of which the dictionary makes no word: a name, a slip, a word from abroad.</param>
public sealed record WordPiece(string Normal, TextPlace Place, bool IsKnown);

/// <summary>A word's place in a normal form.</summary>
internal readonly record struct WordCut(int Start, int End, bool IsKnown)
{
    public int Length => End - Start;
}
