using System.Text.RegularExpressions;

namespace Samachik.Site.Tests;

/// <summary>An SMS as it reached a phone.</summary>
/// <param name="To">The number, E.164.</param>
/// <param name="Text">All of the text.</param>
/// <param name="Reference">The four letters; null in a message that carries no code.</param>
/// <param name="Code">The code; null in a message that carries none.</param>
/// <param name="At">When the gateway took it.</param>
public sealed partial record ReceivedSms(string To, string Text, string? Reference, string? Code, DateTimeOffset At)
{
    /// <summary>The digits of the code in a text; empty when it carries none.</summary>
    public static string CodeIn(string text) => CodeDigits().Match(text).Value;

    [GeneratedRegex("(?<![0-9])[0-9]{4,10}(?![0-9])")]
    private static partial Regex CodeDigits();
}
