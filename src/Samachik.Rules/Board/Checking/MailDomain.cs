using System.Collections.Frozen;

namespace Samachik.Rules.Board.Checking;

/// <summary>A host name after an at sign, with its dots as they are or spelled out.</summary>
/// <param name="Name">With real dots.</param>
/// <param name="FirstLabel">Up to the first dot.</param>
/// <param name="Labels">How many parts.</param>
/// <param name="IsSpelled">Whether a dot was spelled out.</param>
/// <param name="End">The character of the folded text after it.</param>
internal sealed record MailDomain(string Name, string FirstLabel, int Labels, bool IsSpelled, int End)
{
    private const int MostLabels = 6, LongestLabel = 63, WidestGap = 3;

    private static readonly FrozenSet<string> topLevels = new[]
    {
        "com", "net", "org", "th", "co", "go", "ac", "in", "or", "mi", "io", "info", "me", "edu", "gov", "biz", "asia", "app", "dev", "uk", "jp", "sg", "mm", "la", "kh",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whose addresses are people's, so that one needs no word beside it.</summary>
    public static FrozenSet<string> Providers { get; } =
        new[] { "gmail", "hotmail", "yahoo", "outlook", "icloud", "live", "protonmail", "proton", "ymail", "googlemail", "msn" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] spelled = ["(dot)", "[dot]", "{dot}", "<dot>", "(.)", "[.]", "(จุด)"];
    private static readonly string[] glued = ["ดอท", "ดอต", "ดอด", "จุด"];

    /// <summary>Reads one; null when not even one label is there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the at sign ended.</param>
    /// <param name="isLoose">Whether spaces or spelled signs came before, so that only well-known endings are believed.</param>
    /// <param name="work">The budget.</param>
    public static MailDomain? Read(FoldedText text, int at, bool isLoose, WorkBudget work)
    {
        var start = SkipGap(text, at, alsoLines: true);
        isLoose |= start > at;
        var labels = new List<string>();
        var (isSpelled, end) = (false, start);
        while (labels.Count < MostLabels && work.TrySpend())
        {
            var next = EndOfLabel(text, start, work);
            if (next == start) break;
            var label = text.Chars[start..next].ToString();
            if (labels.Count > 0 && !IsEnding(label, isLoose)) break;
            labels.Add(label);
            end = next;
            if (DotAt(text, start, next) is not var (afterDot, isWord, hasGap)) break;
            isSpelled |= isWord;
            isLoose |= isWord || hasGap;
            start = afterDot;
        }

        if (labels.Count == 0) return null;
        var hasEnding = labels.Count > 1 && labels[^1].Length > 1 && labels[^1].All(char.IsAsciiLetter);
        return new(string.Join('.', labels), labels[0], hasEnding ? labels.Count : 1, isSpelled && labels.Count > 1, end);
    }

    /// <summary>Tells nothing: it is somebody's.</summary>
    public override string ToString() => "…";

    /// <summary>A space or a line break.</summary>
    public static bool IsGap(char c) => c is ' ' or '\n';

    // A second part of three, as in mail.example.com, is no ending; after spaces nothing else is believed.
    private static bool IsEnding(string label, bool isLoose) => !isLoose || topLevels.Contains(label);

    private static int EndOfLabel(FoldedText text, int start, WorkBudget work)
    {
        var end = start;
        while (end < text.Length && end - start < LongestLabel && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-') && !IsGluedDot(text, start, end)) end++;
        work.TrySpend(end - start);
        return end;
    }

    /// <summary>DOT in capitals between small letters, or any after the name of a provider: gmaildotcom.</summary>
    private static bool IsGluedDot(FoldedText text, int label, int at)
    {
        if (text[at] != 'd' || text.At(at + 1) != 'o' || text.At(at + 2) != 't' || at == label) return false;
        if (Providers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.Chars[label..at])) return true;
        return text.IsCapital(at) && text.IsCapital(at + 1) && text.IsCapital(at + 2) && !text.IsCapital(at - 1) && !text.IsCapital(at + 3);
    }

    private static (int After, bool IsWord, bool HasGap)? DotAt(FoldedText text, int label, int at)
    {
        if (at >= text.Length) return null;
        if (IsGluedDot(text, label, at)) return (at + 3, true, false);
        var dot = SkipGap(text, at, alsoLines: true);
        if (dot >= text.Length) return null;
        if (text[dot] == '.')
        {
            var after = SkipGap(text, dot + 1, alsoLines: true);
            return (after, false, dot > at || after > dot + 1);
        }

        var rest = text.Chars[dot..];
        foreach (var word in spelled) if (rest.StartsWith(word, StringComparison.Ordinal)) return (SkipGap(text, dot + word.Length, alsoLines: false), true, true);
        foreach (var word in glued) if (rest.StartsWith(word, StringComparison.Ordinal)) return (SkipGap(text, dot + word.Length, alsoLines: false), true, true);
        var isParted = text[dot] is '_' or '-' || dot > at;
        if (text[dot] is '_' or '-') rest = rest[1..];
        if (!isParted || !rest.StartsWith("dot", StringComparison.Ordinal) || char.IsAsciiLetterOrDigit(text.At(text.Length - rest.Length + 3))) return null;
        var end = text.Length - rest.Length + 3;
        return (text.At(end) is '_' or '-' ? end + 1 : SkipGap(text, end, alsoLines: false), true, true);
    }

    private static int SkipGap(FoldedText text, int at, bool alsoLines)
    {
        var end = at;
        while (end < text.Length && end - at < WidestGap && (text[end] == ' ' || (alsoLines && text[end] == '\n'))) end++;
        return end;
    }
}
