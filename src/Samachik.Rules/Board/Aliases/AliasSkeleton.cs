using System.Text;
using Samachik.Rules.People;

namespace Samachik.Rules.Board.Aliases;

/// <summary>
/// What texts that look alike have in common (after UTS 39, section 4, for the characters that aliases have), for comparing and
/// never for showing: no letter case, marks of tone, diacritics, spaces or signs; 0 as o, 1 and i as l, rn as m; ใ as ไ, ฎ as ฏ,
/// and the letters no longer in use as those they look like.
/// </summary>
public static class AliasSkeleton
{
    /// <summary>The skeleton of any text: an alias, a full name, a reserved word.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = PersonName.MatchKeyOf(ThaiDigits.ToAscii(text).Replace('_', ' '));
        var skeleton = new StringBuilder(key.Length);
        foreach (var c in key)
        {
            if (!IsSmallMark(c)) skeleton.Append(LookOf(c));
        }
        return skeleton.Replace("rn", "m").Replace("vv", "w").ToString();
    }

    /// <summary>
    /// A wider net for words that nobody may have, made of a skeleton: digits written for letters, letters of nearly one shape or
    /// one sound, short and long vowels, doubled letters.
    /// </summary>
    internal static string Loosened(string skeleton)
    {
        var loose = new StringBuilder(skeleton.Length);
        foreach (var c in skeleton)
        {
            var near = NearOf(c);
            if (loose.Length == 0 || loose[^1] != near) loose.Append(near);
        }
        return loose.ToString();
    }

    // Tones, the short-vowel sign, thanthakhat and the dots of other languages: small, and easily overlooked.
    private static bool IsSmallMark(char c) => c is (>= '\u0E47' and <= '\u0E4E') or 'ฺ';

    private static char LookOf(char c) => c switch
    {
        '0' => 'o',
        '1' or 'i' => 'l',
        'ฃ' => 'ข',
        'ฅ' => 'ค',
        'ฎ' => 'ฏ',
        'ฦ' => 'ฤ',
        'ใ' => 'ไ',
        'ๅ' => 'า',
        _ => c,
    };

    private static char NearOf(char c) => c switch
    {
        '2' => 'z',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '6' or '9' => 'g',
        '7' => 't',
        '8' => 'b',
        'ต' or 'ฏ' => 'ด',
        'ป' => 'บ',
        'ภ' => 'ถ',
        'ซ' => 'ช',
        'พ' => 'ผ',
        'ฟ' => 'ฝ',
        'ศ' or 'ษ' => 'ส',
        'ณ' => 'น',
        'ี' or 'ึ' or 'ื' => 'ิ',
        'ู' => 'ุ',
        _ => c,
    };
}
