using System.Globalization;
using System.Text;

namespace Samachik.Rules.People;

/// <summary>The repair of a typed name that loses nothing, and what makes a repaired one no name.</summary>
internal static class PersonNameText
{
    /// <summary>UTF-16 units beyond which nothing is read: room for every name, and much that is taken out of one.</summary>
    public const int LongestRead = 4_000;

    // The one code point that, though well-formed, Normalize throws on.
    private const int Noncharacter = 0xFFFE;

    private const char ThaiFirst = '\u0E01', ThaiLast = '\u0E4E';
    private const char SaraE = '\u0E40', SaraAe = '\u0E41';
    private const char SaraAa = '\u0E32', SaraAm = '\u0E33', Nikhahit = '\u0E4D';

    /// <summary>With U+FFFD, which no name has, for lone surrogates and whatever else is no Unicode text.</summary>
    public static string WellFormed(string typed)
    {
        var wellFormed = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
            wellFormed.Append(rune.Value == Noncharacter ? Rune.ReplacementChar : rune);
        return wellFormed.ToString();
    }

    /// <summary>See <see cref="PersonName.Text"/>.</summary>
    public static string Repair(string typed) =>
        JoinSaraAm(OrderMarks(Tidy(WellFormed(typed)).Normalize().Replace("เเ", "แ", StringComparison.Ordinal)));

    /// <summary>What is wrong with a text that <see cref="Repair"/> gave, or null.</summary>
    public static PersonNameFlaw? FlawOf(string text)
    {
        if (text.Length == 0) return PersonNameFlaw.Missing;
        if (HasOtherCharacters(text)) return PersonNameFlaw.OtherCharacters;
        if (!text.Any(IsBaseLetter)) return PersonNameFlaw.NoLetters;
        if (text.Split([' ', '-', '\u2010', '\u2011']).Any(word => word.Any(IsThai) && word.Any(IsLatin)))
            return PersonNameFlaw.MixedScripts;
        if (MostMarks(text) > PersonName.MaxMarks) return PersonNameFlaw.TooManyMarks;
        var tooLong = text.Count(c => IsBaseLetter(c) || IsSpacingVowel(c)) > PersonName.MaxLetters
            || text.Count(IsSeparator) > PersonName.MaxSeparators;
        return tooLong ? PersonNameFlaw.TooLong : null;
    }

    /// <summary>A Thai consonant (ฤ and ฦ among them) or a Latin letter: what a name must have.</summary>
    public static bool IsBaseLetter(char c) => c is >= ThaiFirst and <= '\u0E2E' || IsLatinLetter(c);

    /// <summary>A vowel or sign above or below a consonant.</summary>
    public static bool IsThaiMark(char c) => c is '\u0E31' or (>= '\u0E34' and <= '\u0E3A') or (>= '\u0E47' and <= ThaiLast);

    /// <summary>A mark that any letter can bear; U+034F, which is invisible, is none.</summary>
    public static bool IsLatinMark(char c) => c is >= '\u0300' and <= '\u036F' and not '\u034F';

    public static bool IsTone(char c) => c is >= '\u0E48' and <= '\u0E4B';

    public static bool IsSeparator(char c) => c is ' ' or '-' or '\u2010' or '\u2011' or '.' or '\'' or '\u2019';

    public static bool IsSpace(char c) =>
        c is '\t' or '\r' or '\n' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    public static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD';

    /// <summary>
    /// The place of a mark after its consonant: below, above, tone, thanthakhat. Chosen so that NFC leaves it alone:
    /// there phinthu comes before the vowels below, and these before the tones.
    /// </summary>
    public static int Place(char mark) => mark switch
    {
        '\u0E3A' => 0,
        '\u0E38' or '\u0E39' => 1,
        _ when IsTone(mark) => 3,
        '\u0E4C' => 4,
        _ => 2,
    };

    /// <summary>Sorts each run of Thai marks by place; of two in one place the first typed stays first.</summary>
    public static string OrderMarks(string text)
    {
        var ordered = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && IsThaiMark(text[i])) i++;
            if (i == start) ordered.Append(text[i++]);
            else ordered.AppendJoin("", text[start..i].OrderBy(Place));
        }
        return ordered.ToString();
    }

    private static string Tidy(string typed)
    {
        var tidy = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (IsInvisible(c)) continue;
            if (!IsSpace(c)) tidy.Append(c);
            else if (tidy.Length > 0 && tidy[^1] != ' ') tidy.Append(' ');
        }
        return tidy.ToString().TrimEnd(' ');
    }

    /// <summary>Makes ํ and า one ำ, also where a tone stands between; the marks are in order by now.</summary>
    public static string JoinSaraAm(string ordered)
    {
        var joined = new StringBuilder(ordered.Length);
        foreach (var c in ordered)
        {
            var last = joined.Length - 1;
            while (last >= 0 && IsTone(joined[last])) last--;
            if (c != SaraAa || last < 1 || joined[last] != Nikhahit) joined.Append(c);
            else joined.Remove(last, 1).Append(SaraAm);
        }
        return joined.ToString();
    }

    private static bool HasOtherCharacters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var previous = i == 0 ? '\0' : text[i - 1];
            var allowed =
                IsThaiMark(c) ? IsThaiOrLatin(previous) || (previous == ' ' && IsThaiOrLatin(text[i - 2]))
                : IsLatinMark(c) ? IsThaiOrLatin(previous)
                : IsBaseLetter(c) || IsSpacingVowel(c) || IsSeparator(c);
            if (!allowed) return true;
        }
        return false;
    }

    private static int MostMarks(string text)
    {
        var (most, marks) = (0, 0);
        foreach (var c in text)
        {
            marks = IsThaiMark(c) || IsLatinMark(c) ? marks + 1 : 0;
            most = Math.Max(most, marks);
        }
        return most;
    }

    private static bool IsSpacingVowel(char c) => c is '\u0E30' or SaraAa or SaraAm or (>= SaraE and <= '\u0E45');

    private static bool IsThaiOrLatin(char c) => IsThai(c) || IsLatin(c);

    private static bool IsThai(char c) => c is >= ThaiFirst and <= ThaiLast;

    private static bool IsLatin(char c) => IsLatinLetter(c) || IsLatinMark(c);

    private static bool IsLatinLetter(char c) =>
        char.IsAsciiLetter(c)
        || (c is >= '\u00C0' and <= '\u024F' and not '\u00D7' and not '\u00F7')
        || c is >= '\u1E00' and <= '\u1EFF';
}
