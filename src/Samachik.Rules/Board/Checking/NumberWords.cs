namespace Samachik.Rules.Board.Checking;

/// <summary>Digits that are spelled out, in Thai and English, folded as texts are.</summary>
internal static class NumberWords
{
    private static readonly (string Word, char Digit)[] thai =
    [
        .. new[]
        {
            ("ศูนย์", '0'), ("ศูน", '0'), ("สูญ", '0'), ("สูน", '0'), ("หนึ่ง", '1'), ("นึง", '1'), ("สอง", '2'), ("โท", '2'), ("สาม", '3'), ("สี่", '4'),
            ("ห้า", '5'), ("หก", '6'), ("เจ็ด", '7'), ("แปด", '8'), ("เก้า", '9'),
        }.Select(word => (FoldedText.Fold(word.Item1), word.Item2)),
    ];

    private static readonly (string Word, char Digit)[] english =
    [
        ("zero", '0'), ("oh", '0'), ("one", '1'), ("two", '2'), ("three", '3'), ("four", '4'), ("five", '5'), ("six", '6'), ("seven", '7'), ("eight", '8'), ("nine", '9'),
    ];

    /// <summary>The Thai digit word that begins there.</summary>
    public static (int Length, char Digit)? ThaiAt(FoldedText text, int at)
    {
        if (text[at] is not ('ศ' or 'ส' or 'ห' or 'น' or 'โ' or 'เ' or 'แ')) return null;
        var rest = text.Chars[at..];
        foreach (var (word, digit) in thai)
        {
            // โท is two over the telephone, and the beginning of the telephone.
            if (rest.StartsWith(word, StringComparison.Ordinal) && !(word == "โท" && text.At(at + 2) == 'ร')) return (word.Length, digit);
        }

        return null;
    }

    /// <summary>The English digit word that begins there; what comes before and after is the caller's to look at.</summary>
    public static (int Length, char Digit)? EnglishAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !"zotfsen".Contains(text[0], StringComparison.Ordinal)) return null;
        foreach (var (word, digit) in english)
            if (text.StartsWith(word, StringComparison.Ordinal)) return (word.Length, digit);
        return null;
    }
}
