namespace Samachik.Rules.People;

/// <summary>Thai numerals, as people type and paste them.</summary>
public static class ThaiDigits
{
    private const char Zero = '๐';
    private const char Nine = '๙';

    /// <summary>
    /// Writes ๐-๙ as 0-9 and leaves all else as it is. Full-width and Arabic-Indic digits stay too:
    /// no Thai keyboard gives them, so a reader refuses them later.
    /// </summary>
    public static string ToAscii(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.AsSpan().ContainsAnyInRange(Zero, Nine)
            ? string.Create(typed.Length, typed, static (ascii, thai) =>
            {
                for (var i = 0; i < thai.Length; i++)
                    ascii[i] = ToAscii(thai[i]);
            })
            : typed;
    }

    private static char ToAscii(char c) => c is >= Zero and <= Nine ? (char)(c - Zero + '0') : c;
}
