using System.Globalization;
using System.Text;

namespace Samachik.Rules.Board;

/// <summary>Why a text of the board was refused.</summary>
public enum BoardTextFlaw
{
    /// <summary>Nothing was written, or nothing that can be seen.</summary>
    Missing,

    /// <summary>Too few letters and digits to be understood.</summary>
    TooShort,

    /// <summary>More characters than there is room for.</summary>
    TooLong,

    /// <summary>A character that is no text: one that steers, hides, turns the direction or shows nothing.</summary>
    OtherCharacters,

    /// <summary>So many marks on one letter that they cover the lines around it.</summary>
    TooManyMarks,

    /// <summary>Signs, digits or pictures, and not one letter.</summary>
    NoLetters,
}

/// <summary>How texts of the board are read: kept as typed but for what shows nothing, lengths as a browser counts them.</summary>
internal static class BoardText
{
    /// <summary>
    /// The most marks in a row. Thai has three on a letter at most, Burmese five with what stands beside, an emoji a few
    /// selectors and joiners.
    /// </summary>
    public const int MaxMarks = 8;

    private const char ZeroWidthNonJoiner = '\u200C', ZeroWidthJoiner = '\u200D';

    // So much more is read than there is room for, as many invisible characters come with pasted text.
    private const int Surplus = 4;

    /// <summary>Reads a text of several lines; they are divided by a line feed.</summary>
    public static string? Read(string? typed, int fewestLetters, int mostUnits, out BoardTextFlaw? flaw) =>
        Read(typed, fewestLetters, mostUnits, Tidy, out flaw);

    /// <summary>Reads a text of one line; what divides lines or words becomes one space.</summary>
    public static string? ReadLine(string? typed, int fewestLetters, int mostUnits, out BoardTextFlaw? flaw) =>
        Read(typed, fewestLetters, mostUnits, TidyLine, out flaw);

    private static string? Read(string? typed, int fewestLetters, int mostUnits, Func<string, string> tidy, out BoardTextFlaw? flaw)
    {
        flaw = null;
        if (typed?.Length > Surplus * mostUnits) flaw = BoardTextFlaw.TooLong;
        var text = flaw is null ? tidy(typed ?? "") : "";
        flaw ??= FlawOf(text, fewestLetters, mostUnits);
        return flaw is null ? text : null;
    }

    private static BoardTextFlaw? FlawOf(string text, int fewestLetters, int mostUnits)
    {
        if (text.Length == 0) return BoardTextFlaw.Missing;
        if (text.Length > mostUnits) return BoardTextFlaw.TooLong;
        var (letters, counted, marks, mostMarks) = (0, 0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsText(rune)) return BoardTextFlaw.OtherCharacters;
            if (Rune.IsLetter(rune)) letters++;
            if (Rune.IsLetterOrDigit(rune) || IsMark(rune)) counted++;
            marks = IsMark(rune) || rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner ? marks + 1 : 0;
            mostMarks = Math.Max(mostMarks, marks);
        }

        return mostMarks > MaxMarks ? BoardTextFlaw.TooManyMarks
            : letters == 0 ? BoardTextFlaw.NoLetters
            : counted < fewestLetters ? BoardTextFlaw.TooShort : null;
    }

    private static string Tidy(string typed) =>
        string.Concat(typed.Where(c => !IsInvisible(c))).ReplaceLineEndings("\n").Trim();

    private static string TidyLine(string typed)
    {
        var line = new StringBuilder(typed.Length);
        foreach (var c in typed.Where(c => !IsInvisible(c)))
        {
            if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString().TrimEnd(' ');
    }

    // Editors, messengers and address books leave these behind; nothing is lost with them.
    private static bool IsInvisible(char c) => c is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F' or '\u034F';

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsText(Rune rune) => rune.Value is '\n' or '\t' or ZeroWidthJoiner or ZeroWidthNonJoiner
        || (!IsBlank(rune.Value) && !IsNoncharacter(rune.Value) && rune != Rune.ReplacementChar
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse));

    // Letters and signs of Korean and Braille that show nothing at all.
    private static bool IsBlank(int value) => value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
