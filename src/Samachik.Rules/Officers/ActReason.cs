using System.Diagnostics.CodeAnalysis;
using Samachik.Rules.Recovery;

namespace Samachik.Rules.Officers;

/// <summary>Why a reason was refused.</summary>
public enum ActReasonFlaw
{
    /// <summary>Nothing, or too little to be understood by the next officer.</summary>
    TooShort,

    /// <summary>Longer than anybody reads.</summary>
    TooLong,

    /// <summary>A character that is no text, or that turns the direction of it.</summary>
    OtherCharacters,
}

/// <summary>Why an officer does something, in their own words; it stands in the person's case file. Prints nothing of it.</summary>
public sealed record ActReason
{
    /// <summary>The fewest characters.</summary>
    public const int MinLength = 5;

    private ActReason(string text) => Text = text;

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Reads a reason.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out ActReason? reason, [NotNullWhen(false)] out ActReasonFlaw? flaw)
    {
        (reason, flaw) = (null, null);
        if (!HelpNote.TryParse(typed, out var note, out var bad)) flaw = bad == HelpNoteFlaw.TooLong ? ActReasonFlaw.TooLong : ActReasonFlaw.OtherCharacters;
        else if (note is null || note.Text.Length < MinLength) flaw = ActReasonFlaw.TooShort;
        else reason = new(note.Text);
        return reason is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(ActReason);
}
