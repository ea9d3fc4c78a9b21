using System.Diagnostics.CodeAnalysis;
using System.Text;
using Samachik.Rules.People;

namespace Samachik.Rules.Recovery;

/// <summary>
/// The number of a request for help, made for reading aloud: two letters, nine digits, such as <c>HK-482-193-657</c>.
/// The letters sound and look unlike one another and no digit; the last digit tells a slip of the ear. One in 3.6
/// thousand million, so nobody hits upon another's; and it opens nothing by itself.
/// </summary>
public sealed record CaseNumber
{
    private const string Letters = "HKRWXY";
    private const int LetterCount = 2, DigitCount = 9;

    // Damm's quasigroup of order 10: it finds every single wrong digit and every swap of two neighbours.
    private static readonly string[] Damm =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978", "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    private CaseNumber(string text) => Text = text;

    /// <summary>The number as it is shown and kept.</summary>
    public string Text { get; }

    /// <summary>Draws a number; <paramref name="roll"/> gives an even random number below its argument.</summary>
    public static CaseNumber Draw(Func<int, int> roll)
    {
        ArgumentNullException.ThrowIfNull(roll);
        var signs = new StringBuilder(LetterCount + DigitCount);
        for (var i = 0; i < LetterCount; i++) signs.Append(Letters[roll(Letters.Length)]);
        for (var i = 1; i < DigitCount; i++) signs.Append((char)('0' + roll(10)));
        return new(Grouped($"{signs}{Check(signs.ToString())}"));
    }

    /// <summary>Reads a number as somebody types it who hears it: small letters, Thai digits, spaces and hyphens are understood.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out CaseNumber? number)
    {
        number = null;
        var signs = new string([.. ThaiDigits.ToAscii(typed ?? "").ToUpperInvariant().Where(c => c is not (' ' or '-'))]);
        if (signs.Length != LetterCount + DigitCount
            || !signs[..LetterCount].All(c => Letters.Contains(c, StringComparison.Ordinal))
            || !signs[LetterCount..].All(char.IsAsciiDigit)
            || Check(signs) != 0) return false;
        number = new(Grouped(signs));
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static int Check(string signs) => signs.Aggregate(
        0, (row, sign) => Damm[row][char.IsAsciiDigit(sign) ? sign - '0' : Letters.IndexOf(sign, StringComparison.Ordinal)] - '0');

    private static string Grouped(string signs) => $"{signs[..2]}-{signs[2..5]}-{signs[5..8]}-{signs[8..]}";
}
