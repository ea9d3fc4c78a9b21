using Samachik.Rules.Board.Search;
using Samachik.Rules.People;

namespace Samachik.Rules.Board.Words;

/// <summary>A normal form with a disguise taken off, which knows where each character was and where something was taken off.</summary>
internal sealed class FoldedLetters
{
    private const int Stretched = 3;
    private const int LongestUnit = 8;
    private const string Separators = " .-_*·/|,+~'";

    private readonly MappedText text;
    private readonly SortedSet<int> touched = [];

    private FoldedLetters(string normal) => text = new(normal.Length);

    public bool IsFolded => touched.Count > 0;

    public string Text => text.ToString();

    /// <summary>
    /// Letters that are drawn out (three or more alike, or two at the end of a word) made one, or two where
    /// <paramref name="kept"/> says so; of two marks alike one.
    /// </summary>
    public static FoldedLetters Shortened(string normal, int kept)
    {
        var folded = new FoldedLetters(normal);
        for (var start = 0; start < normal.Length;)
        {
            var end = start + 1;
            while (end < normal.Length && normal[end] == normal[start]) end++;
            var keep = KeptOf(normal, start, end, kept);
            for (var i = 0; i < keep; i++)
                folded.Append(normal[start], start + i, i + 1 == keep ? end : start + i + 1, isTouched: i + 1 == keep && start + keep < end);
            start = end;
        }
        return folded;
    }

    /// <summary>Letters written one by one with something between them, pushed together; and no space before a Thai mark.</summary>
    public static FoldedLetters Joined(string normal)
    {
        var folded = new FoldedLetters(normal);
        var wasTaken = false;
        for (var at = 0; at < normal.Length;)
        {
            var end = at + 1;
            while (IsSeparator(normal[at]) && end < normal.Length && IsSeparator(normal[end])) end++;
            var isTaken = IsSeparator(normal[at]) && at > 0 && end < normal.Length && IsDisguise(normal, at, end);
            if (!isTaken)
            {
                for (var i = at; i < end; i++) folded.Append(normal[i], i, i + 1, isTouched: wasTaken && i == at);
            }
            (wasTaken, at) = (isTaken, end);
        }
        return folded;
    }

    /// <summary>Whether something was taken off inside a part, or for a drawn-out letter at its end.</summary>
    public bool IsTouched(int start, int end, bool withStart) => touched.GetViewBetween(withStart ? start : start + 1, end - 1).Count > 0;

    /// <summary>Where a part was in the normal form.</summary>
    public (int Start, int End) PlaceOf(int start, int end)
    {
        var (from, length) = text.Original(start, end - start);
        return (from, from + length);
    }

    private static int KeptOf(string normal, int start, int end, int kept)
    {
        var (length, c) = (end - start, normal[start]);
        if (PersonNameText.IsThaiMark(c)) return 1;
        if (!IsLetter(c)) return length;
        var isLast = end == normal.Length || !IsLetter(normal[end]);
        return length >= Stretched || (length > 1 && isLast) ? Math.Min(length, kept) : length;
    }

    private static bool IsSeparator(char c) => Separators.Contains(c, StringComparison.Ordinal);

    private static bool IsLetter(char c) => ThaiCluster.IsThai(c) || char.IsLetter(c);

    /// <summary>
    /// Whether what stands between two letters is there to part a word. Thai words touch, so that there one letter alone tells; of
    /// others both have to stand alone.
    /// </summary>
    private static bool IsDisguise(string normal, int start, int end)
    {
        if (ThaiCluster.IsAttached(normal[end])) return true;
        var (before, after) = (IsAlone(normal, WordStart(normal, start), start), IsAlone(normal, end, WordEnd(normal, end)));
        return (before && after) || ((before || after) && ThaiCluster.IsThai(normal[start - 1]) && ThaiCluster.IsThai(normal[end]));
    }

    private static int WordStart(string normal, int end)
    {
        var start = end;
        while (start > 0 && IsLetter(normal[start - 1]) && end - start < LongestUnit) start--;
        return start;
    }

    private static int WordEnd(string normal, int start)
    {
        var end = start;
        while (end < normal.Length && IsLetter(normal[end]) && end - start < LongestUnit) end++;
        return end;
    }

    /// <summary>Whether a part is one letter with its marks, and no more.</summary>
    private static bool IsAlone(string normal, int start, int end)
    {
        if (start == end || (start > 0 && !IsSeparator(normal[start - 1])) || (end < normal.Length && !IsSeparator(normal[end]))) return false;
        for (var i = start + 1; i < end; i++)
        {
            if (!ThaiCluster.IsAttached(normal[i])) return false;
        }
        return true;
    }

    private void Append(char c, int start, int end, bool isTouched)
    {
        if (isTouched) touched.Add(text.Length);
        text.Append(c, start, end);
    }
}
