using Samachik.Rules.Board.Words;
using Samachik.Rules.People;

namespace Samachik.Rules.Board.Aliases;

/// <summary>
/// The match keys under which an alias may be somebody's full name: as it stands and in the other order, with a title before it or
/// without, with digits left out or read as the letters they look like. The names themselves are known to nobody here: the site keeps
/// a keyed hash of each member's key and asks for all of these.
/// </summary>
public static class FullNameKeys
{
    // A name of one letter is looked for only where a space or hyphen sets it apart.
    private const int LeastOfName = 2;

    /// <summary>Distinct, at least one. How many they are tells of the alias alone.</summary>
    public static IReadOnlyList<string> Of(BoardAlias alias)
    {
        ArgumentNullException.ThrowIfNull(alias);
        var ascii = ThaiDigits.ToAscii(alias.Text).Replace('_', ' ');
        var isLatin = ascii.Any(char.IsAsciiLetter);
        string[] readings = isLatin ? [WithoutDigits(ascii), AsLetters(ascii, one: 'i'), AsLetters(ascii, one: 'l')] : [WithoutDigits(ascii)];
        return [.. readings.Distinct().SelectMany(KeysOf).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The same as skeletons, for a site that also keeps a keyed hash of <see cref="AliasSkeleton.Of"/> of each full name: then a tone
    /// left out or a letter that looks like another hides no name.
    /// </summary>
    public static IReadOnlyList<string> SkeletonsOf(BoardAlias alias) => [.. Of(alias).Select(AliasSkeleton.Of).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether an alias is, by any of its keys, this full name: the member's own, which they may take by choice.</summary>
    public static bool IsNameOf(BoardAlias alias, PersonName first, PersonName? last)
    {
        ArgumentNullException.ThrowIfNull(first);
        return Of(alias).Contains(PersonName.MatchKeyOf($"{first.Text} {last?.Text}"));
    }

    private static IEnumerable<string> KeysOf(string reading)
    {
        var words = reading.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(PersonName.MatchKeyOf).Where(word => word.Length > 0).ToList();
        if (words.Count == 0) return [];
        var without = PersonTitle.Without(words[0]).Select(rest => rest.Length == 0 ? words[1..] : [rest, .. words[1..]]);
        return without.Prepend(words).Where(names => names.Count > 0).SelectMany(Turned);
    }

    /// <summary>The names run together, beginning at each of them in turn, and wherever else a name of two letters or more might begin.</summary>
    private static IEnumerable<string> Turned(List<string> names)
    {
        var whole = names.Count == 1 ? names[0] : PersonName.MatchKeyOf(string.Concat(names));
        for (var i = 1; i < names.Count; i++) yield return string.Concat(names[i..].Concat(names[..i]));
        for (var i = LeastOfName; i <= whole.Length - LeastOfName; i++)
        {
            if (ThaiCluster.IsBoundary(whole, i)) yield return whole[i..] + whole[..i];
        }
        yield return whole;
    }

    private static string WithoutDigits(string text) => string.Concat(text.Where(c => !char.IsAsciiDigit(c)));

    private static string AsLetters(string text, char one) => string.Concat(text.Select(c => c switch
    {
        '0' => 'o',
        '1' => one,
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        '8' => 'b',
        _ => c,
    }));
}
