using CsCheck;
using Samachik.Rules.People;

namespace Samachik.Rules.Tests.People;

public sealed class ThaiKeyboardTests
{
    [Theory]
    [InlineData("ๅ", "1")]
    [InlineData("ภ", "4")]
    [InlineData("ถ", "5")]
    [InlineData("\u0E38", "6")]
    [InlineData("\u0E36", "7")]
    [InlineData("ค", "8")]
    [InlineData("ต", "9")]
    [InlineData("จ", "0")]
    [InlineData("ๅ/-ภถ\u0E38\u0E36คตจ", "1234567890")]
    [InlineData("ๅ/-ภถ\u0E38", "123456")]
    [InlineData("จคๅ /-ภ ถ\u0E38\u0E36ค", "0812345678")]
    [InlineData("  จคๅ\u00A0/-ภ\u2009ถ\u0E38\u0E36ค \n", "0812345678")]
    [InlineData("/ๅ", "21")]
    [InlineData("-ๅ", "31")]
    public void Digit_keys_are_read_back(string typed, string expected)
    {
        Assert.True(ThaiKeyboard.TryReadDigits(typed, out var digits));
        Assert.Equal(expected, digits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData("/")]
    [InlineData("-/-")]
    [InlineData("1-2345")]
    [InlineData("1/2")]
    [InlineData("123456")]
    [InlineData("๑๒๓")]
    [InlineData("ๅ2")]
    [InlineData("ๅ๒")]
    [InlineData("1ภ")]
    [InlineData("ๅก")]
    [InlineData("สมชาย")]
    [InlineData("ๅ.ภ")]
    [InlineData("ๅ\tภ")]
    [InlineData("ๅ\nภ")]
    [InlineData("ๅ\u200Bภ")]
    [InlineData("ๅ\u2013ภ")]
    [InlineData("\u0E39ๅ")]
    [InlineData("\u0E35\u0E36")]
    [InlineData("abc")]
    public void Anything_else_is_no_slip(string typed)
    {
        Assert.False(ThaiKeyboard.TryReadDigits(typed, out var digits));
        Assert.Empty(digits);
    }

    [Theory]
    [InlineData("ก", true)]
    [InlineData("\u0E3A", true)]
    [InlineData("เ", true)]
    [InlineData("\u0E4E", true)]
    [InlineData("12\u0E38", true)]
    [InlineData("123 ฮ", true)]
    [InlineData("", false)]
    [InlineData("๐๙", false)]
    [InlineData("฿", false)]
    [InlineData("๏", false)]
    [InlineData("๚๛", false)]
    [InlineData("\u0E00", false)]
    [InlineData("\u0E3B", false)]
    [InlineData("\u0E81", false)]
    [InlineData("abc -/", false)]
    public void Thai_letters_and_marks_are_seen(string typed, bool expected) =>
        Assert.Equal(expected, ThaiKeyboard.HasThaiLetters(typed));

    [Fact]
    public void Every_slip_of_digits_comes_back() =>
        Gen.Char['0', '9'].Array[1, 20].Select(digits => new string(digits)).Sample(digits =>
        {
            var slip = TypedText.OnThaiKeyboard(digits);
            var isTelling = digits.AsSpan().ContainsAnyExcept('2', '3');
            return ThaiKeyboard.TryReadDigits(slip, out var read) == isTelling && read == (isTelling ? digits : "");
        });

    [Fact]
    public void What_is_read_is_digits_or_nothing() => TypedText.Any.Sample(typed =>
        ThaiKeyboard.TryReadDigits(typed, out var digits)
            ? digits.Length > 0 && digits.All(char.IsAsciiDigit) && ThaiKeyboard.HasThaiLetters(typed)
            : digits.Length == 0);
}
