using System.Security.Cryptography;
using NSec.Cryptography;
using Samachik.Rules.Audit;

namespace Samachik.Site.Storage.Keys;

/// <summary>Signs the trail's seals (Ed25519), and tells what is ours in it from what is not.</summary>
public sealed class AuditKeys(KeyRing keys)
{
    // The newest first: almost every entry is by it.
    private readonly byte[][] macKeys =
        [.. keys.Audit.Keys.OrderDescending().Select(keys.AuditMacKey)];

    /// <summary>The number of the key that signs now.</summary>
    public long Current => keys.CurrentAudit;

    /// <summary>Whether an entry's keyed hash is by one of our keys, of just what stands there.</summary>
    public bool IsOurs(AuditRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var canonical = entry.Canonical();
        return macKeys.Any(key => CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, canonical), entry.Mac.Span));
    }

    /// <summary>Whether the key that a seal says it is signed with is here.</summary>
    public bool HasKeyOf(AuditSeal seal) => SeedOf(seal?.KeyId) is not null;

    /// <summary>Whether the key that a copy says it is signed with is here.</summary>
    public bool HasKeyOf(TrailCopy copy) => SeedOf(copy?.KeyId) is not null;

    /// <summary>Signs a seal with the key that it names.</summary>
    public byte[] Sign(AuditSeal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return Sign(seal.KeyId, seal.SignedBytes());
    }

    /// <summary>Signs a copy with the key that it names.</summary>
    public byte[] Sign(TrailCopy copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return Sign(copy.KeyId, copy.SignedBytes());
    }

    /// <summary>Whether a seal is just as one of our keys signed it.</summary>
    public bool IsSigned(AuditSeal seal, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return IsSigned(seal.KeyId, seal.SignedBytes(), signature);
    }

    /// <summary>Whether a copy is just as one of our keys signed it.</summary>
    public bool IsSigned(TrailCopy copy, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return IsSigned(copy.KeyId, copy.SignedBytes(), signature);
    }

    private byte[] Sign(long keyId, byte[] bytes)
    {
        using var key = Open(SeedOf(keyId) ?? throw new ArgumentException("There is no such key.", nameof(keyId)));
        return SignatureAlgorithm.Ed25519.Sign(key, bytes);
    }

    private bool IsSigned(long keyId, byte[] bytes, ReadOnlySpan<byte> signature)
    {
        if (SeedOf(keyId) is not { } seed) return false;
        using var key = Open(seed);
        return SignatureAlgorithm.Ed25519.Verify(key.PublicKey, bytes, signature);
    }

    private static Key Open(byte[] seed) => Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);

    private byte[]? SeedOf(long? keyId) => keyId is > 0 and <= ushort.MaxValue ? keys.Audit.GetValueOrDefault((ushort)keyId) : null;
}
