namespace Samachik.Site.Tests;

/// <summary>An e-mail as it reached its reader.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">All of the text.</param>
/// <param name="Code">The code; null in an e-mail that carries none.</param>
/// <param name="Reference">The four letters; null in an e-mail that carries no code.</param>
/// <param name="Links">The addresses of pages in it.</param>
/// <param name="At">When it was written.</param>
public sealed record ReceivedMail(
    string To, string Subject, string Text, string? Code, string? Reference, IReadOnlyList<string> Links, DateTimeOffset At);
