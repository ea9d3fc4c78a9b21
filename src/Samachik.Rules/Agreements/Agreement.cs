using System.Security.Cryptography;
using System.Text;

namespace Samachik.Rules.Agreements;

/// <summary>The documents a member meets before giving any data.</summary>
public enum AgreementDocument
{
    /// <summary>The privacy notice: acknowledged, for the office acts by law and asks no consent.</summary>
    Privacy,

    /// <summary>The conduct rules for members: accepted.</summary>
    Conduct,
}

/// <summary>One version of a document in one language, exactly as it is shown.</summary>
public sealed record Agreement(
    AgreementDocument Document, string Version, DateOnly Effective, ReadingLanguage Language, string Title, string Text)
{
    /// <summary>SHA-256 of the UTF-8 text that was shown, in lower-case hex: what an acceptance refers to.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}

/// <summary>That a person acknowledged or accepted a document: which text, in which language, and when.</summary>
/// <param name="Document">Which of the documents.</param>
/// <param name="Version">Its version.</param>
/// <param name="Digest">SHA-256 of the very text shown.</param>
/// <param name="Language">The language it was shown in.</param>
/// <param name="At">When.</param>
public sealed record Acceptance(
    AgreementDocument Document, string Version, string Digest, ReadingLanguage Language, DateTimeOffset At)
{
    /// <summary>The acceptance of a text at a time.</summary>
    public static Acceptance Of(Agreement agreement, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return new(agreement.Document, agreement.Version, agreement.Digest, agreement.Language, now);
    }
}
