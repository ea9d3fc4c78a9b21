namespace Samachik.Rules.Board.Words;

/// <summary>Finds words in which asterisks stand for one to three letters, as people write a word that they know to be coarse.</summary>
internal static class MaskedLetters
{
    private const int MostHidden = 3;

    // Who masks more in one post is seen by then.
    private const int MostPlaces = 50;

    /// <summary>The words whose other letters stand around asterisks in a normal form; as many of these as letters are hidden.</summary>
    public static IEnumerable<(string Word, int Start)> Find(string normal, IReadOnlyList<string> words)
    {
        var seen = 0;
        for (var star = normal.IndexOf('*', StringComparison.Ordinal); star >= 0 && seen < MostPlaces; seen++)
        {
            var end = star;
            while (end < normal.Length && normal[end] == '*') end++;
            if (end - star <= MostHidden)
            {
                foreach (var word in words)
                {
                    if (StartOf(normal, star, end, word) is { } start) yield return (word, start);
                }
            }
            star = normal.IndexOf('*', end);
        }
    }

    /// <summary>Where the word would begin; its first and its last letter have to be seen.</summary>
    private static int? StartOf(string normal, int star, int end, string word)
    {
        for (var before = 1; before + (end - star) < word.Length; before++)
        {
            var start = star - before;
            if (start < 0 || start + word.Length > normal.Length) continue;
            var isWord = normal.AsSpan(start, before).SequenceEqual(word.AsSpan(0, before))
                && normal.AsSpan(end, word.Length - before - (end - star)).SequenceEqual(word.AsSpan(before + end - star))
                && StandsApart(normal, start) && StandsApart(normal, start + word.Length);
            if (isWord) return start;
        }
        return null;
    }

    /// <summary>Thai words touch others; letters of other scripts do not.</summary>
    private static bool StandsApart(string normal, int at)
    {
        if (at == 0 || at == normal.Length) return true;
        if (ThaiCluster.IsThai(normal[at - 1]) || ThaiCluster.IsThai(normal[at])) return ThaiCluster.IsBoundary(normal, at);
        return !(char.IsLetter(normal[at - 1]) && char.IsLetter(normal[at]));
    }
}
