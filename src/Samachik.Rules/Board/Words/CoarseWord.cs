using System.Diagnostics.CodeAnalysis;
using Samachik.Rules.Board.Search;

namespace Samachik.Rules.Board.Words;

/// <summary>How sure it is that a listed word is coarse where it stands.</summary>
public enum WordTier
{
    /// <summary>It has no other meaning: the post is held.</summary>
    Certain,

    /// <summary>It is coarse in some places and not in others: the post is published and looked at.</summary>
    Suspect,

    /// <summary>It is an innocent word, listed for the coarse one inside it.</summary>
    Innocent,
}

/// <summary>Why a word cannot be listed.</summary>
public enum CoarseWordFlaw
{
    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>One letter alone: it would be found everywhere.</summary>
    TooShort,

    /// <summary>More than <see cref="CoarseWord.MaxLength"/> characters.</summary>
    TooLong,

    /// <summary>It is not one word of Thai letters, or of others: a space, a digit or a sign is in it, or both kinds of letters.</summary>
    NotOneWord,
}

/// <summary>A word of the list that the office keeps.</summary>
public sealed record CoarseWord
{
    /// <summary>UTF-16 units of the normal form.</summary>
    public const int MaxLength = 40;

    private CoarseWord(string word, WordTier tier) => (Word, Tier) = (word, tier);

    /// <summary>In the form of <see cref="SearchText.Normal"/>, as it is stored.</summary>
    public string Word { get; }

    /// <summary>How sure it is.</summary>
    public WordTier Tier { get; }

    /// <summary>Reads a word as an officer types it.</summary>
    public static bool TryParse(
        string? typed, WordTier tier, [NotNullWhen(true)] out CoarseWord? word, [NotNullWhen(false)] out CoarseWordFlaw? flaw)
    {
        var normal = typed is { Length: > MaxLength * 4 } ? typed : SearchText.Of(typed ?? "").Normal;
        flaw = FlawOf(normal);
        word = flaw is null ? new(normal, tier) : null;
        return word is not null;
    }

    private static CoarseWordFlaw? FlawOf(string normal)
    {
        if (normal.Length == 0) return CoarseWordFlaw.Missing;
        if (normal.Length > MaxLength) return CoarseWordFlaw.TooLong;
        if (!normal.All(ThaiCluster.IsThai) && !normal.All(c => char.IsLetter(c) && !ThaiCluster.IsThai(c))) return CoarseWordFlaw.NotOneWord;
        if (ThaiCluster.IsAttached(normal[0])) return CoarseWordFlaw.NotOneWord;
        return normal.Length == 1 ? CoarseWordFlaw.TooShort : null;
    }
}
