namespace Samachik.Rules.Tests.Board.Checking.Corpus;

/// <summary>Ways to write a number that a person reads and a pattern does not.</summary>
internal static class Disguises
{
    public const string Plain = "plain";

    private static readonly string[] thaiWords = ["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
    private static readonly string[] englishWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>Those of numbers.</summary>
    public static readonly string[] OfNumbers =
    [
        Plain, Plain, Plain, Plain, "full-width digits", "mixed digits", "keycap digits", "dots", "slashes", "line breaks", "zero-width", "every digit apart",
        "mixed separators", "Thai words", "English words", "words and digits", "letters for digits", "mathematical digits", "circled digits",
    ];

    /// <summary>The number, whose usual groups are parted by hyphens, in that disguise.</summary>
    public static string Hide(string grouped, string disguise, Draw draw)
    {
        var bare = grouped.Replace("-", "", StringComparison.Ordinal);
        return disguise switch
        {
            Plain => draw.Number(1, 6) switch
            {
                1 => grouped,
                2 => grouped.Replace('-', ' '),
                3 => Draw.InThai(grouped),
                4 => Draw.InThai(bare),
                5 => grouped.Replace('-', '\u2011'),
                _ => bare,
            },
            "full-width digits" => Each(draw.OneIn(2) ? grouped : bare, c => char.IsAsciiDigit(c) ? $"{(char)(c - '0' + '０')}" : c == '-' ? "－" : $"{c}"),
            "mixed digits" => Each(draw.OneIn(2) ? grouped : bare, c => draw.Number(1, 3) switch { 1 => Draw.InThai($"{c}"), 2 when char.IsAsciiDigit(c) => $"{(char)(c - '0' + '０')}", _ => $"{c}" }),
            "keycap digits" => Each(bare, c => char.IsAsciiDigit(c) ? $"{c}\uFE0F\u20E3" : $"{c}"),
            "dots" => grouped.Replace('-', '.'),
            "slashes" => grouped.Replace('-', '/'),
            "line breaks" => draw.OneIn(2) ? grouped.Replace('-', '\n') : bare.Insert(draw.Number(3, bare.Length - 3), draw.One(["\n", "\r\n"])),
            "zero-width" => Each(bare, c => c + draw.One(["", "\u200B", "\u200D", "\u2060", "\uFEFF", "\u00AD"])),
            "every digit apart" => string.Join(draw.One([" ", "-", ".", "_", "/"]), bare.ToCharArray()),
            "mixed separators" => grouped.Replace("-", draw.One([" - ", ". ", " / ", "--", " _ ", "  ", " – "]), StringComparison.Ordinal),
            "Thai words" => string.Join(draw.One(["", " ", "-", " - "]), Digits(bare).Select(c => thaiWords[c - '0'])),
            "English words" => string.Join(draw.One([" ", "-", "\n", ""]), Digits(bare).Select(c => englishWords[c - '0'])),
            "words and digits" => Each(bare, c => char.IsAsciiDigit(c) && draw.OneIn(3) ? thaiWords[c - '0'] : $"{c}"),
            "letters for digits" => Letters(draw.OneIn(2) ? grouped : bare, draw),
            "mathematical digits" => Each(bare, c => char.IsAsciiDigit(c) ? char.ConvertFromUtf32(0x1D7EC + (c - '0')) : $"{c}"),
            "circled digits" => Each(bare, c => c is >= '1' and <= '9' ? $"{(char)('①' + (c - '1'))}" : c == '0' ? "⓪" : $"{c}"),
            _ => throw new ArgumentException(disguise),
        };
    }

    private static string Each(string number, Func<char, string> write) => string.Concat(number.Select(write));

    // A country code is spoken without its plus.
    private static IEnumerable<char> Digits(string bare) => bare.Where(char.IsAsciiDigit);

    private static string Letters(string number, Draw draw) => Each(number, c => c switch
    {
        '0' => draw.One(["O", "o", "0"]),
        '1' => draw.One(["l", "I", "1"]),
        _ => $"{c}",
    });
}
