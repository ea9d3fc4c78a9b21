using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Samachik.Site.Storage.Keys;

/// <summary>
/// Encrypts one field of one row with AES-256-GCM. A value is: format (1 byte), key id (2), nonce (12), tag (16),
/// text. It is bound to its column and row, so that a value copied to another place does not open.
/// </summary>
public sealed class FieldCipher(KeyRing keys)
{
    private const byte Format = 1;
    private const int KeyIdAt = 1;
    private const int NonceAt = 3;
    private const int NonceLength = 12;
    private const int TagAt = NonceAt + NonceLength;
    private const int TagLength = 16;
    private const int TextAt = TagAt + TagLength;

    /// <summary>Encrypts a text for a column (<c>table.column</c>) of a row.</summary>
    public byte[] Seal(string text, string column, Guid row) => Seal(Encoding.UTF8.GetBytes(text), column, row);

    /// <summary>Encrypts bytes for a column (<c>table.column</c>) of a row.</summary>
    public byte[] Seal(ReadOnlySpan<byte> text, string column, Guid row)
    {
        var number = keys.CurrentField;
        var sealedValue = new byte[TextAt + text.Length];
        HeadOf(number).CopyTo(sealedValue, 0);
        RandomNumberGenerator.Fill(sealedValue.AsSpan(NonceAt, NonceLength));
        using var aes = new AesGcm(keys.Fields[number], TagLength);
        aes.Encrypt(
            sealedValue.AsSpan(NonceAt, NonceLength), text, sealedValue.AsSpan(TextAt),
            sealedValue.AsSpan(TagAt, TagLength), Place(column, row));
        return sealedValue;
    }

    /// <summary>Decrypts what <see cref="Seal(string, string, Guid)"/> made for the same column and row.</summary>
    /// <exception cref="CryptographicException">The value was altered, moved, or its key is not in the ring.</exception>
    public string Open(byte[] sealedValue, string column, Guid row) => Encoding.UTF8.GetString(OpenBytes(sealedValue, column, row));

    /// <summary>Decrypts to bytes.</summary>
    /// <exception cref="CryptographicException">The value was altered, moved, or its key is not in the ring.</exception>
    public byte[] OpenBytes(byte[] sealedValue, string column, Guid row)
    {
        ArgumentNullException.ThrowIfNull(sealedValue);
        if (sealedValue.Length < TextAt || sealedValue[0] != Format)
            throw new CryptographicException("An encrypted field has no known format.");
        var key = keys.FieldKey(BinaryPrimitives.ReadUInt16BigEndian(sealedValue.AsSpan(KeyIdAt)))
            ?? throw new CryptographicException("The key of an encrypted field is not in the key ring.");
        var text = new byte[sealedValue.Length - TextAt];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(
            sealedValue.AsSpan(NonceAt, NonceLength), sealedValue.AsSpan(TextAt),
            sealedValue.AsSpan(TagAt, TagLength), text, Place(column, row));
        return text;
    }

    /// <summary>Encrypts a value anew with the key in use; the same value when that or a newer one encrypted it.</summary>
    /// <exception cref="CryptographicException">The value was altered, moved, or its key is not in the ring.</exception>
    public byte[] Reseal(byte[] sealedValue, string column, Guid row)
    {
        ArgumentNullException.ThrowIfNull(sealedValue);
        var isNew = sealedValue.AsSpan().SequenceCompareTo(HeadOf(keys.CurrentField)) >= 0;
        return isNew ? sealedValue : Seal(OpenBytes(sealedValue, column, row), column, row);
    }

    /// <summary>How every value begins that a key encrypted: in the order of bytes, those of older keys come before it.</summary>
    public static byte[] HeadOf(ushort number)
    {
        var head = new byte[NonceAt];
        head[0] = Format;
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(KeyIdAt), number);
        return head;
    }

    private static byte[] Place(string column, Guid row) => Encoding.UTF8.GetBytes($"{column}|{row:D}");
}
