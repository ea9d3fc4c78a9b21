using System.Text;
using Samachik.Rules.People;

namespace Samachik.Rules.Board.Words;

/// <summary>A normal form with a disguise taken off, which knows where each character was and where something was taken off.</summary>
internal sealed class FoldedLetters
{
    private const int Stretched = 3;
    private const string Separators = " .-_*·/|,+~'";

    private readonly StringBuilder text = new();
    private readonly List<(int Start, int End)> places = [];
    private readonly SortedSet<int> touched = [];

    private FoldedLetters()
    {
    }

    public bool IsFolded => touched.Count > 0;

    public string Text => text.ToString();

    /// <summary>
    /// Letters that are drawn out (three or more alike, or two at the end of a word) made one, or two where
    /// <paramref name="kept"/> says so; of two marks alike one.
    /// </summary>
    public static FoldedLetters Shortened(string normal, int kept)
    {
        var folded = new FoldedLetters();
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
        var folded = new FoldedLetters();
        var wasTaken = false;
        for (var at = 0; at < normal.Length;)
        {
            var end = at + 1;
            while (IsSeparator(normal[at]) && end < normal.Length && IsSeparator(normal[end])) end++;
            var isTaken = IsSeparator(normal[at]) && at > 0 && end < normal.Length
                && (StandsAlone(normal, at) || StandsAlone(normal, end) || ThaiCluster.IsAttached(normal[end]));
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
    public (int Start, int End) PlaceOf(int start, int end) => (places[start].Start, places[end - 1].End);

    private static int KeptOf(string normal, int start, int end, int kept)
    {
        var (length, c) = (end - start, normal[start]);
        if (PersonNameText.IsThaiMark(c)) return 1;
        if (!ThaiCluster.IsThai(c) && !char.IsLetter(c)) return length;
        var isLast = end == normal.Length || !(ThaiCluster.IsThai(normal[end]) || char.IsLetter(normal[end]));
        return length >= Stretched || (length > 1 && isLast) ? Math.Min(length, kept) : length;
    }

    private static bool IsSeparator(char c) => Separators.Contains(c, StringComparison.Ordinal);

    private static bool IsLetter(char c) => ThaiCluster.IsThai(c) || char.IsLetter(c);

    /// <summary>Whether one letter with its marks, and no more, stands on the given side of a separator between two others.</summary>
    private static bool StandsAlone(string normal, int edge)
    {
        var (start, end) = (edge, edge);
        if (edge < normal.Length && !IsSeparator(normal[edge])) while (end < normal.Length && IsLetter(normal[end])) end++;
        else while (start > 0 && IsLetter(normal[start - 1]) && end - start < 8) start--;
        if (start == end || start == 0 || end == normal.Length || !IsSeparator(normal[start - 1]) || !IsSeparator(normal[end])) return false;
        for (var i = start + 1; i < end; i++)
        {
            if (!ThaiCluster.IsAttached(normal[i])) return false;
        }
        return true;
    }

    private void Append(char c, int start, int end, bool isTouched)
    {
        if (isTouched) touched.Add(text.Length);
        text.Append(c);
        places.Add((start, end));
    }
}
