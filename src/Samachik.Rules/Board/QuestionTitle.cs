using System.Diagnostics.CodeAnalysis;

namespace Samachik.Rules.Board;

/// <summary>
/// The one line that a question is listed by. There is no limit for a word: Thai is written without spaces, so a title is
/// most often one long one. Prints nothing of it, for a title that waits may hold what must not be seen.
/// </summary>
public sealed record QuestionTitle
{
    /// <summary>The fewest letters and digits, marks among them; "เบิกค่าทำฟัน" has twelve.</summary>
    public const int MinLetters = 10;

    /// <summary>The most characters, as a browser counts them: some 120 Thai letters with their marks.</summary>
    public const int MaxLength = 150;

    private QuestionTitle(string text) => Text = text;

    /// <summary>The title, its words divided by single spaces.</summary>
    public string Text { get; }

    /// <summary>Reads a title as typed or pasted.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out QuestionTitle? title, [NotNullWhen(false)] out BoardTextFlaw? flaw)
    {
        title = BoardText.ReadLine(typed, MinLetters, MaxLength, out flaw) is { } read ? new(read) : null;
        return title is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(QuestionTitle);
}
