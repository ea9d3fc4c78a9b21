namespace Samachik.Rules.Board.Words;

/// <summary>Words in the form of <see cref="Search.SearchText.Normal"/>, to be found at the beginning of a text.</summary>
internal sealed class WordDictionary
{
    private readonly string[] words;

    public WordDictionary(IEnumerable<string> words) => this.words = [.. words.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>All of them, in ordinal order.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Adds the length of every word with which the text begins, the shortest first.</summary>
    public void AddLengths(ReadOnlySpan<char> text, List<int> lengths, WorkBudget budget)
    {
        var (from, to) = (0, words.Length);
        for (var depth = 0; depth < text.Length && from < to; depth++)
        {
            if (!budget.TrySpend()) return;
            (from, to) = (FirstAt(from, to, depth, text[depth]), FirstAt(from, to, depth, (char)(text[depth] + 1)));
            // In ordinal order the word that is the whole beginning stands before those that go on.
            if (from < to && words[from].Length == depth + 1) lengths.Add(depth + 1);
        }
    }

    /// <summary>Of words that are alike up to there, the first whose character at that depth is the given one or a later.</summary>
    private int FirstAt(int from, int to, int depth, char c)
    {
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (words[middle].Length > depth && words[middle][depth] >= c) to = middle;
            else from = middle + 1;
        }
        return from;
    }
}
