using System.Security.Cryptography;
using System.Text;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Tests.Storage;

public sealed class FieldCipherTests : IDisposable
{
    private const string Column = "members.national_id";
    private const int KeyIdAt = 1;
    private const int NonceAt = 3;
    private const int NonceLength = 12;
    private const int Overhead = 31;

    private readonly KeyFolder folder = new();
    private readonly FieldCipher cipher;
    private readonly Guid row = Guid.NewGuid();

    public FieldCipherTests() => cipher = new FieldCipher(folder.Open());

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1101700000133")]
    [InlineData("ณัฏฐ์ชญา ภู่ระหงษ์")]
    [InlineData("a\0b\r\n\u200B\U0001F600")]
    public void A_text_comes_back_from_its_place(string text)
    {
        var sealedValue = cipher.Seal(text, Column, row);
        Assert.Equal(text, cipher.Open(sealedValue, Column, row));
        Assert.Equal(Overhead + Encoding.UTF8.GetByteCount(text), sealedValue.Length);
    }

    [Fact]
    public void Bytes_come_back_too()
    {
        var bytes = RandomNumberGenerator.GetBytes(1000);
        Assert.Equal(bytes, cipher.OpenBytes(cipher.Seal(bytes, Column, row), Column, row));
    }

    [Theory]
    [InlineData("members.phone")]
    [InlineData("sign_up_journeys.national_id")]
    [InlineData("members.national_id ")]
    [InlineData("Members.national_id")]
    [InlineData("")]
    public void A_value_moved_to_another_column_does_not_open(string other)
    {
        var sealedValue = cipher.Seal("1101700000133", Column, row);
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(sealedValue, other, row));
    }

    [Fact]
    public void A_value_moved_to_another_row_does_not_open()
    {
        var sealedValue = cipher.Seal("1101700000133", Column, row);
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(sealedValue, Column, Guid.NewGuid()));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(sealedValue, Column, Guid.Empty));
    }

    [Fact]
    public void A_value_with_any_bit_flipped_does_not_open()
    {
        var sealedValue = cipher.Seal("1101700000133", Column, row);
        for (var at = 0; at < sealedValue.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var altered = (byte[])sealedValue.Clone();
                altered[at] ^= (byte)(1 << bit);
                Assert.ThrowsAny<CryptographicException>(() => cipher.Open(altered, Column, row));
            }
        }
    }

    [Fact]
    public void A_value_cut_short_or_made_longer_does_not_open()
    {
        var sealedValue = cipher.Seal("1101700000133", Column, row);
        for (var length = 0; length < sealedValue.Length; length++)
            Assert.ThrowsAny<CryptographicException>(() => cipher.Open(sealedValue[..length], Column, row));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open([.. sealedValue, 0], Column, row));
    }

    [Fact]
    public void Every_value_has_a_nonce_of_its_own()
    {
        var sealedValues = Enumerable.Range(0, 10_000).Select(_ => cipher.Seal("1101700000133", Column, row)).ToList();
        Assert.Equal(10_000, sealedValues.Select(value => Convert.ToHexString(value, NonceAt, NonceLength)).Distinct().Count());
        Assert.Equal(10_000, sealedValues.Select(value => Convert.ToHexString(value, NonceAt + NonceLength, 16 + 13)).Distinct().Count());
    }

    [Fact]
    public void Other_keys_do_not_open_it()
    {
        using var other = new KeyFolder();
        var sealedValue = cipher.Seal("1101700000133", Column, row);
        Assert.ThrowsAny<CryptographicException>(() => new FieldCipher(other.Open()).Open(sealedValue, Column, row));
    }

    [Fact]
    public void An_older_key_still_reads_and_a_newer_one_writes_once_it_is_in_use()
    {
        var old = cipher.Seal("1101700000133", Column, row);
        folder.Write("fields-0300.key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var ring = folder.Open();
        var rotated = new FieldCipher(ring);
        Assert.Equal([0, 1], rotated.Seal("1101700000133", Column, row)[KeyIdAt..NonceAt]);
        ring.WriteWith(300);
        var fresh = rotated.Seal("1101700000133", Column, row);
        Assert.Equal("1101700000133", rotated.Open(old, Column, row));
        Assert.Equal("1101700000133", rotated.Open(fresh, Column, row));
        Assert.Equal([0, 1], old[KeyIdAt..NonceAt]);
        Assert.Equal([1, 44], fresh[KeyIdAt..NonceAt]);
        Assert.Equal([1, 44], rotated.Reseal(old, Column, row)[KeyIdAt..NonceAt]);
        Assert.Same(fresh, rotated.Reseal(fresh, Column, row));
        Assert.Same(fresh, cipher.Reseal(fresh, Column, row));
        Assert.ThrowsAny<CryptographicException>(() => rotated.Reseal(old, Column, Guid.NewGuid()));

        // One that was there before the key came looks into the folder again.
        Assert.Equal("1101700000133", cipher.Open(fresh, Column, row));
    }

    [Fact]
    public void The_key_id_is_part_of_what_is_guarded()
    {
        var sealedValue = cipher.Seal("1101700000133", Column, row);
        File.Copy(folder.FileOf("fields-0001.key"), folder.FileOf("fields-0002.key"));
        var twice = new FieldCipher(folder.Open());
        Assert.Equal("1101700000133", twice.Open(sealedValue, Column, row));
        sealedValue[KeyIdAt + 1] = 9;
        Assert.ThrowsAny<CryptographicException>(() => twice.Open(sealedValue, Column, row));
    }
}
