using CsCheck;
using Samachik.Rules.People;

namespace Samachik.Rules.Tests.People;

public sealed class ThaiDigitsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("๐๑๒๓๔๕๖๗๘๙", "0123456789")]
    [InlineData("0123456789", "0123456789")]
    [InlineData("๐8๑-๒3๔", "081-234")]
    [InlineData("ก๑ข", "ก1ข")]
    [InlineData(" ๕ ", " 5 ")]
    [InlineData("\u0E4F\u0E5A\u0E3F", "\u0E4F\u0E5A\u0E3F")]
    [InlineData("\uFF11\uFF19", "\uFF11\uFF19")]
    [InlineData("\u0660\u0669", "\u0660\u0669")]
    [InlineData("\u06F0\u0966\u0ED0\u17E0", "\u06F0\u0966\u0ED0\u17E0")]
    public void Only_Thai_digits_are_mapped(string typed, string ascii) => Assert.Equal(ascii, ThaiDigits.ToAscii(typed));

    [Fact]
    public void All_else_stays_in_its_place() => TypedText.Any.Sample(typed =>
    {
        var ascii = ThaiDigits.ToAscii(typed);
        return ascii.Length == typed.Length
            && typed.Zip(ascii).All(pair => pair.First is >= '๐' and <= '๙'
                ? TypedText.Thai(pair.Second) == pair.First
                : pair.First == pair.Second);
    });
}
