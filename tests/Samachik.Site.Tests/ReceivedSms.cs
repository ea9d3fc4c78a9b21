namespace Samachik.Site.Tests;

/// <summary>An SMS as it reached a phone.</summary>
/// <param name="To">The number, E.164.</param>
/// <param name="Text">All of the text.</param>
/// <param name="Reference">The four letters; null in a message that carries no code.</param>
/// <param name="Code">The code; null in a message that carries none.</param>
/// <param name="At">When the gateway took it.</param>
public sealed record ReceivedSms(string To, string Text, string? Reference, string? Code, DateTimeOffset At);
