namespace Samachik.Site.Features.PhoneCodes;

/// <summary>The part of every code page that asks for the code and offers another.</summary>
/// <param name="State">What the page tells.</param>
/// <param name="Action">The path that the forms post to.</param>
/// <param name="Sent">Where a code is going, in the reader's language; the masked address follows it.</param>
public sealed record CodeForm(CodePageState State, string Action, string Sent)
{
    /// <summary>The label of "remember this browser"; null: not offered.</summary>
    public string? Remember { get; init; }

    /// <summary>Whether it is ticked: <c>true</c>.</summary>
    public string? RememberValue { get; init; }

    /// <summary>Where a wrong address is corrected; null: not offered.</summary>
    public string? CorrectPath { get; init; }

    /// <summary>The words of that link.</summary>
    public string? Correct { get; init; }

    /// <summary>Whether the advice on waiting for an SMS is shown: not for e-mail.</summary>
    public bool IsSms { get; init; } = true;
}
