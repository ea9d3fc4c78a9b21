using System.Diagnostics.CodeAnalysis;
using Samachik.Rules.People;

namespace Samachik.Rules.Board.Aliases;

/// <summary>What is wrong with the form of a typed alias. Whether it may be had is another question: see <see cref="AliasVerdict"/>.</summary>
public enum AliasFlaw
{
    /// <summary>Nothing was typed, or only spaces.</summary>
    Missing,

    /// <summary>Fewer than <see cref="BoardAlias.MinLength"/> letters and digits.</summary>
    TooShort,

    /// <summary>More than <see cref="BoardAlias.MaxLength"/> characters.</summary>
    TooLong,

    /// <summary>
    /// Something other than Thai and Latin letters with a few marks, digits, and single spaces, dots, hyphens and low lines between them.
    /// </summary>
    OtherCharacters,

    /// <summary>Digits and signs only.</summary>
    NoLetters,

    /// <summary>A Thai letter among Latin ones, or the other way round, as if it were one of them.</summary>
    MixedScripts,
}

/// <summary>The name that a member goes by on the board. Everybody reads it; who bears it, nobody.</summary>
public sealed record BoardAlias
{
    /// <summary>Letters and digits.</summary>
    public const int MinLength = 2;

    /// <summary>All characters but the marks above and below.</summary>
    public const int MaxLength = 30;

    /// <summary>The most UTF-16 units that <see cref="Text"/> can have, for the width of a column.</summary>
    public const int MaxTextLength = MaxLength * (1 + PersonName.MaxMarks);

    private BoardAlias(string text, string skeleton) => (Text, Skeleton) = (text, skeleton);

    /// <summary>As chosen, repaired as names are (<see cref="PersonName.Text"/>).</summary>
    public string Text { get; }

    /// <summary>Unique among members; see <see cref="AliasSkeleton"/>.</summary>
    public string Skeleton { get; }

    /// <summary>Reads an alias as typed.</summary>
    /// <param name="typed">The text as typed.</param>
    /// <param name="alias">The alias, when true.</param>
    /// <param name="flaw">The first thing that is wrong, when false.</param>
    public static bool TryParse(
        string? typed, [NotNullWhen(true)] out BoardAlias? alias, [NotNullWhen(false)] out AliasFlaw? flaw)
    {
        (alias, flaw) = (null, AliasFlaw.TooLong);
        if (typed is { Length: > PersonNameText.LongestRead }) return false;
        var text = PersonNameText.Repair(typed ?? "");
        var skeleton = AliasSkeleton.Of(text);
        flaw = FlawOf(text, skeleton);
        if (flaw is null) alias = new(text, skeleton);
        return alias is not null;
    }

    /// <summary>The first letter: beside an account's number it would tell who writes what.</summary>
    public override string ToString() => $"{Text[..1]}…";

    private static AliasFlaw? FlawOf(string text, string skeleton)
    {
        if (text.Length == 0) return AliasFlaw.Missing;
        var shape = AliasShape.Of(text);
        if (shape.HasOtherCharacters || skeleton.Any(IsUnlikeAny)) return AliasFlaw.OtherCharacters;
        if (shape.Letters == 0) return AliasFlaw.NoLetters;
        if (shape.Letters + shape.Digits < MinLength) return AliasFlaw.TooShort;
        if (shape.Length > MaxLength) return AliasFlaw.TooLong;
        return shape.IsMixed ? AliasFlaw.MixedScripts : null;
    }

    // A Latin letter that, its marks taken off, is none of A to Z, such as a click or a wynn: nothing says what it looks like.
    private static bool IsUnlikeAny(char c) => c > '\u007F' && AliasScripts.Of(c) != AliasScript.Thai;
}
