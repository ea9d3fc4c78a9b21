using Samachik.Rules.People;

namespace Samachik.Rules.Tests.People;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("somchai@example.com", "somchai@example.com")]
    [InlineData("somchai+office@example.com", "somchai+office@example.com")]
    [InlineData("som.chai.j@mail.example.go.th", "som.chai.j@mail.example.go.th")]
    [InlineData("Som.Chai@EXAMPLE.Co.Th", "Som.Chai@example.co.th")]
    [InlineData("  somchai@example.com \t", "somchai@example.com")]
    [InlineData("somchai@example.com\r\n", "somchai@example.com")]
    [InlineData("somchai๒๕๑๐@example.com", "somchai2510@example.com")]
    [InlineData("๙@๙.co", "9@9.co")]
    [InlineData("x@y.z1", "x@y.z1")]
    [InlineData("o'neil_2-a@example.com", "o'neil_2-a@example.com")]
    [InlineData("somchai@xn--12co0c3b4eva.xn--o3cw4h", "somchai@xn--12co0c3b4eva.xn--o3cw4h")]
    public void An_address_is_read(string typed, string expected)
    {
        Assert.True(EmailAddress.TryParse(typed, out var address, out var flaw));
        Assert.Null(flaw);
        Assert.Equal(expected, address.Text);
    }

    [Theory]
    [InlineData(null, EmailAddressFlaw.Missing)]
    [InlineData("", EmailAddressFlaw.Missing)]
    [InlineData(" \t\r\n", EmailAddressFlaw.Missing)]
    [InlineData("somchai", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@", EmailAddressFlaw.NotAnAddress)]
    [InlineData("@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@example", EmailAddressFlaw.NotAnAddress)]
    [InlineData("som@chai@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData(".somchai@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai.@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("som..chai@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("som chai@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@exam ple.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@.example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@example..com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@example.com.", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@-example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@example-.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@exam_ple.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@192.0.2.1", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@[192.0.2.1]", EmailAddressFlaw.NotAnAddress)]
    [InlineData("\"som chai\"@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("Somchai <somchai@example.com>", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@example.com,other@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@example.com\r\nBcc: other@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai\n@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("som\0chai@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("som\u007Fchai@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("\u200Bsomchai@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@example.com\u202E", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai\uFF20example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("sömchai@example.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("somchai@exämple.com", EmailAddressFlaw.NotAnAddress)]
    [InlineData("sоmchai@example.com", EmailAddressFlaw.NotAnAddress)] // the first o is Cyrillic
    [InlineData("somchai@example.com\uD83D", EmailAddressFlaw.NotAnAddress)]
    [InlineData("สมชาย@example.com", EmailAddressFlaw.ThaiKeyboard)]
    [InlineData("somchai@ตัวอย่าง.ไทย", EmailAddressFlaw.ThaiKeyboard)]
    [InlineData("หนทแ้ฟร@ำปฟทยสำ.แนท", EmailAddressFlaw.ThaiKeyboard)]
    public void Anything_else_is_refused_by_its_flaw(string? typed, EmailAddressFlaw expected)
    {
        Assert.False(EmailAddress.TryParse(typed, out var address, out var flaw));
        Assert.Null(address);
        Assert.Equal(expected, flaw);
    }

    [Fact]
    public void It_is_as_long_as_the_standard_lets_it_be_and_no_longer()
    {
        var domain = $"{new string('a', 63)}.{new string('b', 63)}.{new string('c', 57)}.th";
        var longest = $"{new string('n', 64)}@{domain}";
        Assert.Equal(EmailAddress.MaxLength - 1, longest.Length);
        Assert.True(EmailAddress.TryParse(longest, out _, out _));
        Assert.False(EmailAddress.TryParse($"{new string('n', 65)}@example.com", out _, out var flaw));
        Assert.Equal(EmailAddressFlaw.NotAnAddress, flaw);
        Assert.False(EmailAddress.TryParse($"n@{new string('a', 64)}.com", out _, out flaw));
        Assert.Equal(EmailAddressFlaw.NotAnAddress, flaw);
        Assert.False(EmailAddress.TryParse($"xx{longest}", out _, out flaw));
        Assert.Equal(EmailAddressFlaw.TooLong, flaw);
    }

    [Theory]
    [InlineData('a', EmailAddressFlaw.TooLong)]
    [InlineData('@', EmailAddressFlaw.TooLong)]
    [InlineData('ก', EmailAddressFlaw.TooLong)]
    [InlineData(' ', EmailAddressFlaw.Missing)]
    public void Ten_thousand_characters_are_refused(char c, EmailAddressFlaw expected)
    {
        Assert.False(EmailAddress.TryParse(new string(c, 10_000), out _, out var flaw));
        Assert.Equal(expected, flaw);
    }

    [Fact]
    public void Two_spellings_of_one_mailbox_are_found_by_one_word()
    {
        Assert.True(EmailAddress.TryParse("Som.Chai@Example.COM", out var one, out _));
        Assert.True(EmailAddress.TryParse("som.chai@example.com", out var other, out _));
        Assert.NotEqual(one, other);
        Assert.Equal(one.Canonical, other.Canonical);
    }

    [Fact]
    public void It_shows_its_first_letter_only_where_it_is_shown_and_prints_nothing()
    {
        Assert.True(EmailAddress.TryParse("somchai@example.com", out var address, out _));
        Assert.Equal("s…@example.com", address.Masked);
        Assert.Equal("…@…", $"{address}");
    }
}
