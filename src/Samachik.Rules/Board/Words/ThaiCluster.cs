using Samachik.Rules.People;

namespace Samachik.Rules.Board.Words;

/// <summary>
/// The letters of Thai that stand or fall together (Theeramunkong and others, "Character Cluster Based Thai Information
/// Retrieval", 2000), as far as needed: no word begins or ends inside.
/// </summary>
internal static class ThaiCluster
{
    private const char MaiHanAkat = '\u0E31';

    /// <summary>What Thai words are made of: letters, vowels and marks, no digits or signs.</summary>
    public static bool IsThai(char c) => c is (>= 'ก' and <= 'ฮ') or (>= 'ะ' and <= 'ฺ') or (>= 'เ' and <= 'ๅ') or (>= '\u0E47' and <= '\u0E4E');

    /// <summary>What stands above, below or after a letter, and never alone.</summary>
    public static bool IsAttached(char c) => PersonNameText.IsThaiMark(c) || c is 'ะ' or 'า' or 'ำ' or 'ๅ';

    /// <summary>Whether a word may begin or end between two characters; the text is in the form of <see cref="Search.SearchText.Normal"/>.</summary>
    public static bool IsBoundary(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || at == text.Length) return true;
        if (IsAttached(text[at]) || text[at - 1] is >= 'เ' and <= 'ไ') return false;
        var before = at - 1;
        while (before > 0 && PersonNameText.IsTone(text[before])) before--;
        return text[before] != MaiHanAkat || !IsThai(text[at]);
    }
}
