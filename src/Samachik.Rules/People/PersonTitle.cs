using System.Collections.Frozen;

namespace Samachik.Rules.People;

/// <summary>The titles that people put before a name, and that are no part of it.</summary>
internal static class PersonTitle
{
    private static readonly string[] Titles =
        ["นาย", "นาง", "นางสาว", "น.ส.", "นส.", "ด.ช.", "เด็กชาย", "ด.ญ.", "เด็กหญิง", "คุณ", "mr.", "mrs.", "ms.", "miss"];

    private static readonly FrozenSet<string> Spellings =
        Titles.Concat(Titles.Select(title => title.TrimEnd('.'))).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Keys = [.. Titles.Select(PersonName.MatchKeyOf).Distinct()];

    /// <summary>Whether a word is a title, with its dots or without the last.</summary>
    public static bool Is(string word) => Spellings.Contains(word);

    /// <summary>What may be left of a match key when a title before it is taken off; several where one title begins another.</summary>
    public static IEnumerable<string> Without(string key) =>
        Keys.Where(title => key.StartsWith(title, StringComparison.Ordinal)).Select(title => key[title.Length..]);
}
