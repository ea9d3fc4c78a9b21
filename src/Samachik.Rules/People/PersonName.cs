using System.Diagnostics.CodeAnalysis;

namespace Samachik.Rules.People;

/// <summary>A first or last name, in Thai or Latin letters: of one letter or many, of one word or several.</summary>
public sealed record PersonName
{
    /// <summary>
    /// The most letters a name has. Consonants, Latin letters and the vowels that take room of their own are counted;
    /// marks above and below are not, nor are spaces, hyphens, dots and apostrophes.
    /// </summary>
    public const int MaxLetters = 100;

    /// <summary>The most marks on one letter; three are enough for every language of Thailand.</summary>
    public const int MaxMarks = 3;

    /// <summary>The most spaces, hyphens, dots and apostrophes together.</summary>
    public const int MaxSeparators = 100;

    /// <summary>The most UTF-16 units that <see cref="Text"/> can have, for the width of a column.</summary>
    public const int MaxTextLength = MaxLetters * (1 + MaxMarks) + MaxSeparators;

    private PersonName(string text)
    {
        Text = text;
        MatchKey = MatchKeyOf(text);
    }

    /// <summary>
    /// The name as entered, repaired only where nothing is lost: NFC, order of marks, ํ and า to ำ, เเ to แ, invisible
    /// characters taken out, spaces trimmed and collapsed.
    /// </summary>
    public string Text { get; }

    /// <summary>For comparing names, never for showing: see <see cref="MatchKeyOf"/>.</summary>
    public string MatchKey { get; }

    /// <summary>Reads a name as typed or pasted.</summary>
    /// <param name="typed">The text as typed.</param>
    /// <param name="name">The name, when true.</param>
    /// <param name="flaw">What is wrong, when false.</param>
    public static bool TryParse(
        string? typed,
        [NotNullWhen(true)] out PersonName? name,
        [NotNullWhen(false)] out PersonNameFlaw? flaw)
    {
        name = null;
        flaw = PersonNameFlaw.Missing;
        if (typed is null) return false;
        flaw = PersonNameFlaw.TooLong;
        if (typed.Length > PersonNameText.LongestRead) return false;
        var text = PersonNameText.Repair(typed);
        flaw = PersonNameText.FlawOf(text);
        if (flaw is null) name = new PersonName(text);
        return name is not null;
    }

    /// <summary>
    /// What two spellings of one name have in common. Beside the repairs of <see cref="Text"/> it forgives slips of
    /// typing (the last of several tones wins, repeated vowels, a tone typed after the vowel, ๅ for า, a mark with no
    /// letter) and leaves out letter case, Latin diacritics, spaces, hyphens, dots and apostrophes.
    /// </summary>
    /// <param name="text">A name, or a part of one that is searched for.</param>
    public static string MatchKeyOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PersonNameMatchKey.Of(text);
    }

    /// <summary>The first letter at most: "ส…". Of a name of one letter, nothing.</summary>
    public override string ToString()
    {
        var letters = Text.Where(PersonNameText.IsBaseLetter).Take(2).ToList();
        return letters.Count > 1 ? $"{letters[0]}…" : "…";
    }
}
