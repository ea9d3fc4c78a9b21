using System.Security.Cryptography;
using System.Text;

namespace Samachik.Rules.Board.Moderation;

/// <summary>
/// A post as it was when something was decided about it: evidence, that no later change of the post or of these rules
/// alters. Prints nothing of it.
/// </summary>
public sealed record PostCopy
{
    private PostCopy(string? title, string text, int revision) => (Title, Text, Revision) = (title, text, revision);

    /// <summary>The title; null: an answer has none.</summary>
    public string? Title { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>How often the post had been changed.</summary>
    public int Revision { get; }

    /// <summary>SHA-256 of title and text in UTF-8, in lower-case hex. A title has one line, so the two cannot be told otherwise.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\n{Text}")));

    /// <summary>The copy of a post as it stands now.</summary>
    public static PostCopy Of(QuestionTitle? title, PostText text, int revision)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(revision);
        return new(title?.Text, text.Text, revision);
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(PostCopy);
}
