using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Samachik.Rules.Audit;

/// <summary>A seal's number and head, written down outside the database: it shows that a trail was cut off.</summary>
/// <param name="Number">The seal's number.</param>
/// <param name="Head">Its last link.</param>
public sealed record AuditAnchor(long Number, ReadOnlyMemory<byte> Head)
{
    private const int HeadDigits = 64;

    /// <summary>The anchor of a seal.</summary>
    public static AuditAnchor Of(AuditSeal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return new(seal.Number, seal.Head);
    }

    /// <summary>Reads <c>NUMBER:HEAD</c>, the head in 64 hexadecimal digits.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AuditAnchor? anchor)
    {
        anchor = null;
        if (text?.Split(':') is not [var number, { Length: HeadDigits } head]
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read < 1
            || !head.All(char.IsAsciiHexDigit)) return false;
        anchor = new(read, Convert.FromHexString(head));
        return true;
    }

    /// <summary>Whether a seal is the one that was written down.</summary>
    public bool Fits(AuditSeal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return seal.Number == Number && seal.Head.Span.SequenceEqual(Head.Span);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Convert.ToHexStringLower(Head.Span)}");
}
