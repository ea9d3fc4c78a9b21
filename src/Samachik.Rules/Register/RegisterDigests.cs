using System.Security.Cryptography;

namespace Samachik.Rules.Register;

/// <summary>What the register keeps of a person's name and birth date: keyed hashes, good for one ID number only.</summary>
public sealed record RegisterDigests(ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> BirthDate)
{
    private static readonly RegisterDigests Nobody = new(new byte[SHA256.HashSizeInBytes], new byte[SHA256.HashSizeInBytes]);

    /// <summary>Compares what is kept of an ID number (null: nothing) with what was given; as much work in every case.</summary>
    public static RegisterVerdict Compare(RegisterDigests? kept, RegisterDigests given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var against = kept ?? Nobody;
        var sameName = CryptographicOperations.FixedTimeEquals(against.Name.Span, given.Name.Span);
        var sameBirthDate = CryptographicOperations.FixedTimeEquals(against.BirthDate.Span, given.BirthDate.Span);
        if (kept is null) return RegisterVerdict.NotThere;
        return sameName & sameBirthDate ? RegisterVerdict.Matches : RegisterVerdict.Differs;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(RegisterDigests);
}
