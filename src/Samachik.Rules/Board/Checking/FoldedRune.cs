using System.Globalization;
using System.Text;

namespace Samachik.Rules.Board.Checking;

/// <summary>What one code point is read as.</summary>
internal static class FoldedRune
{
    /// <summary>Steps that <see cref="OfMany"/> is reckoned at.</summary>
    public const int CostOfMany = 8;

    private const int MostOfOne = 4;

    /// <summary>Read as what no detector knows.</summary>
    private const char Other = '\uFFFD';

    // Letters of other scripts that look like Latin ones, each beside it.
    private const string LookAlikes = "аaеeоoрpсcуyхxіiјjѕsοoνvαaιiһhԁdոnօo";

    /// <summary>Invisible, or a mark on the letter before that can be left out: tones, accents, keycaps.</summary>
    public static bool IsDropped(Rune rune)
    {
        if (IsThaiLetter(rune.Value)) return rune.Value is >= 0x0E47 and <= 0x0E4E;
        if (rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0) return true;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => true,
            UnicodeCategory.Control => !IsBreak(rune.Value) && rune.Value != '\t',
            _ => false,
        };
    }

    /// <summary>What is read as one character; null where only <see cref="OfMany"/> can tell.</summary>
    public static char? OfOne(Rune rune)
    {
        if (rune.Value == 0x0E33) return '\u0E32';
        if (IsThaiLetter(rune.Value)) return (char)rune.Value;
        if (IsBreak(rune.Value)) return '\n';
        if (rune.Value is '\t' or 0x2800) return ' ';
        if (DigitOf(rune) is { } digit) return digit;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.DashPunctuation => '-',
            _ => rune.Value switch
            {
                0x2212 => '-',
                0x00B7 or 0x2022 or 0x2024 or 0x2027 or 0x2219 or 0x22C5 or 0x3002 or 0x30FB => '.',
                0x2044 or 0x2215 => '/',
                _ => null,
            },
        };
    }

    /// <summary>The Latin letters and signs that it is another form of, or a sign for what nobody knows.</summary>
    public static string OfMany(Rune rune)
    {
        var small = Rune.ToLowerInvariant(rune);
        if (small.IsBmp)
        {
            var alike = LookAlikes.IndexOf((char)small.Value, StringComparison.Ordinal);
            if (alike >= 0 && small.Value > 0x7F) return LookAlikes[alike + 1].ToString();
        }

        // U+FFFE is the one that Normalize throws on.
        if (rune.Value == 0xFFFE) return Other.ToString();
        var plain = string.Concat(rune.ToString().Normalize(NormalizationForm.FormKD).Where(char.IsAscii)).ToLowerInvariant();
        if (plain.Length is > 0 and <= MostOfOne) return plain;
        return (small.IsBmp ? (char)small.Value : Other).ToString();
    }

    private static bool IsThaiLetter(int value) => value is (>= 0x0E01 and <= 0x0E3A) or (>= 0x0E40 and <= 0x0E4E);

    private static bool IsBreak(int value) => value is '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029;

    private static char? DigitOf(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber)) return null;
        var value = Rune.GetNumericValue(rune);
        return value is >= 0 and <= 9 && value == Math.Floor(value) ? (char)('0' + (int)value) : null;
    }
}
