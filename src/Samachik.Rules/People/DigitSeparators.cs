using System.Globalization;

namespace Samachik.Rules.People;

/// <summary>What people put between the groups of a long number, and what is merely invisible and refused.</summary>
internal static class DigitSeparators
{
    /// <summary>
    /// A space of any width, no-break included. Not a tab or a new line, which mean that two things were pasted,
    /// and not the zero-width characters.
    /// </summary>
    public static bool IsSpace(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    /// <summary>The hyphen, or what word processors make of it: U+2010 to U+2015 and the minus sign.</summary>
    public static bool IsDash(char c) => c is '-' or (>= '\u2010' and <= '\u2015') or '\u2212';
}
