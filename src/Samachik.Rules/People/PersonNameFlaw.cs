namespace Samachik.Rules.People;

/// <summary>Why what was typed is not a name.</summary>
public enum PersonNameFlaw
{
    /// <summary>Nothing was typed, or only spaces.</summary>
    Missing,

    /// <summary>More than <see cref="PersonName.MaxLetters"/> letters.</summary>
    TooLong,

    /// <summary>A digit, a sign, a letter of another script, something invisible, or a mark with no letter to stand on.</summary>
    OtherCharacters,

    /// <summary>Thai and Latin letters inside one word.</summary>
    MixedScripts,

    /// <summary>Only hyphens, dots, apostrophes or vowels.</summary>
    NoLetters,

    /// <summary>More than <see cref="PersonName.MaxMarks"/> marks on one letter.</summary>
    TooManyMarks,
}
