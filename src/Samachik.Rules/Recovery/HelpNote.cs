using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Samachik.Rules.Recovery;

/// <summary>Why a note was refused.</summary>
public enum HelpNoteFlaw
{
    /// <summary>Longer than an officer is asked to read.</summary>
    TooLong,

    /// <summary>A character that is no text, or that turns the direction of it.</summary>
    OtherCharacters,
}

/// <summary>What somebody writes to the officer who is to call back. Prints nothing of it.</summary>
public sealed record HelpNote
{
    /// <summary>The most characters, as a browser counts them.</summary>
    public const int MaxLength = 500;

    private HelpNote(string text) => Text = text;

    /// <summary>The text, its lines divided by a line feed.</summary>
    public string Text { get; }

    /// <summary>Reads a note; nothing written is a null note, and no flaw.</summary>
    public static bool TryParse(string? typed, out HelpNote? note, [NotNullWhen(false)] out HelpNoteFlaw? flaw)
    {
        (note, flaw) = (null, null);
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length > MaxLength) flaw = HelpNoteFlaw.TooLong;
        else if (!IsText(text)) flaw = HelpNoteFlaw.OtherCharacters;
        else if (text.Length > 0) note = new(text);
        return flaw is null;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(HelpNote);

    /// <summary>Whether all of it is text: no control characters, nothing that hides or turns what stands beside it.</summary>
    internal static bool IsText(string text) => text.All(IsText) && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD);

    // ZWJ and ZWNJ stand between letters of other scripts and within emoji; all else of their kind hides or turns text.
    private static bool IsText(char c) => c is '\n' or '\t' or '\u200C' or '\u200D'
        || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
