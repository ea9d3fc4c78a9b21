using Samachik.Rules.PhoneCodes;

namespace Samachik.Rules.Tests.PhoneCodes;

public sealed class PhoneCodeTests
{
    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData("๑๒๓๔๕๖", "123456")]
    [InlineData("๑๒3๔5๖", "123456")]
    [InlineData("ๅ/-ภถุ", "123456")]
    [InlineData("จจจจจจ", "000000")]
    [InlineData("000000", "000000")]
    public void A_code_is_read_as_people_type_it(string typed, string digits)
    {
        Assert.True(PhoneCode.TryParse(typed, 6, out var code, out _));
        Assert.Equal(digits, code.Digits);
    }

    [Theory]
    [InlineData(null, PhoneCodeFlaw.Missing)]
    [InlineData("", PhoneCodeFlaw.Missing)]
    [InlineData("   ", PhoneCodeFlaw.Missing)]
    [InlineData("12345", PhoneCodeFlaw.WrongShape)]
    [InlineData("1234567", PhoneCodeFlaw.WrongShape)]
    [InlineData("12345a", PhoneCodeFlaw.WrongShape)]
    [InlineData("１２３４５６", PhoneCodeFlaw.WrongShape)]
    [InlineData("١٢٣٤٥٦", PhoneCodeFlaw.WrongShape)]
    [InlineData("123456\0", PhoneCodeFlaw.WrongShape)]
    [InlineData("123​456", PhoneCodeFlaw.WrongShape)]
    [InlineData("\ud800", PhoneCodeFlaw.WrongShape)]
    public void What_is_no_code_says_why(string? typed, PhoneCodeFlaw expected)
    {
        Assert.False(PhoneCode.TryParse(typed, 6, out _, out var flaw));
        Assert.Equal(expected, flaw);
    }

    [Fact]
    public void A_drawn_code_uses_every_roll_once_and_keeps_leading_zeros()
    {
        var rolls = new Queue<int>([0, 0, 7, 1, 9, 5]);
        Assert.Equal("007195", PhoneCode.Draw(6, below => below == 10 ? rolls.Dequeue() : -1).Digits);
        Assert.Empty(rolls);
    }

    [Fact]
    public void A_code_prints_itself_masked() =>
        Assert.DoesNotContain("1", PhoneCode.Draw(6, _ => 1).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_reference_is_four_consonants_that_no_digit_resembles()
    {
        var next = 0;
        var letters = string.Concat(Enumerable.Range(0, 10).Select(_ => CodeReference.Draw(below => next++ % below)));
        Assert.All(letters, letter => Assert.DoesNotContain(letter, "AEIOULS"));
        Assert.All(letters, letter => Assert.InRange(letter, 'A', 'Z'));
        Assert.Equal(4, CodeReference.Draw(_ => 0).Length);
    }
}
