using System.Diagnostics.CodeAnalysis;

namespace Samachik.Rules.Board.Moderation;

/// <summary>
/// What somebody writes into a matter of the board: the facts of a decision, an appeal, why a text should go, a word to
/// a report. Prints nothing of it.
/// </summary>
public sealed record CaseText
{
    /// <summary>The fewest letters and digits, marks among them.</summary>
    public const int MinLetters = 10;

    /// <summary>The most characters, as a browser counts them.</summary>
    public const int MaxLength = 2_000;

    private CaseText(string text) => Text = text;

    /// <summary>The words, their lines divided by a line feed.</summary>
    public string Text { get; }

    /// <summary>Reads a text as typed or pasted.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out CaseText? text, [NotNullWhen(false)] out BoardTextFlaw? flaw)
    {
        text = BoardText.Read(typed, MinLetters, MaxLength, out flaw) is { } read ? new(read) : null;
        return text is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(CaseText);
}
