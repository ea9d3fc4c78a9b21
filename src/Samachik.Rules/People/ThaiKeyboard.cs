using System.Text;

namespace Samachik.Rules.People;

/// <summary>Finds the slip of typing a number with the Thai keyboard on (Kedmanee, TIS 820).</summary>
public static class ThaiKeyboard
{
    // What the keys 0 1 2 ... 9 give without Shift.
    private const string DigitKeys = "จๅ/-ภถ\u0E38\u0E36คต";

    /// <summary>
    /// Reads back the digits whose keys were pressed. True only when the text, spaces aside, is nothing but what
    /// the digit keys give, with at least one Thai letter or mark: "-" and "/" alone are also ordinary punctuation.
    /// </summary>
    /// <param name="typed">The text as typed.</param>
    /// <param name="digits">The digits 0-9; empty when false.</param>
    public static bool TryReadDigits(string typed, out string digits)
    {
        ArgumentNullException.ThrowIfNull(typed);
        digits = "";
        if (!HasThaiLetters(typed)) return false;
        var read = new StringBuilder();
        foreach (var c in typed.AsSpan().Trim())
        {
            if (DigitSeparators.IsSpace(c)) continue;
            var digit = DigitKeys.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0) return false;
            read.Append((char)('0' + digit));
        }
        digits = read.ToString();
        return true;
    }

    /// <summary>Whether any Thai letter, vowel or mark is in the text. Thai digits are none, nor is the baht sign.</summary>
    public static bool HasThaiLetters(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        foreach (var c in typed)
        {
            if (c is (>= '\u0E01' and <= '\u0E3A') or (>= '\u0E40' and <= '\u0E4E')) return true;
        }
        return false;
    }
}
