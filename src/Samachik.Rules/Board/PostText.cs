using System.Diagnostics.CodeAnalysis;

namespace Samachik.Rules.Board;

/// <summary>What a member or the office writes in a question or an answer, as typed. Prints nothing of it.</summary>
public sealed record PostText
{
    /// <summary>The fewest letters and digits, marks among them; "ขอบคุณครับ" has ten.</summary>
    public const int MinLetters = 10;

    /// <summary>The most characters, as a browser counts them.</summary>
    public const int MaxLength = 5_000;

    private PostText(string text) => Text = text;

    /// <summary>The text, its lines divided by a line feed.</summary>
    public string Text { get; }

    /// <summary>Reads a text as typed or pasted.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out PostText? text, [NotNullWhen(false)] out BoardTextFlaw? flaw)
    {
        text = BoardText.Read(typed, MinLetters, MaxLength, out flaw) is { } read ? new(read) : null;
        return text is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(PostText);
}
