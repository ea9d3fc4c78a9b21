using Samachik.Rules.Officers;
using Samachik.Rules.PhoneCodes;

namespace Samachik.Rules.Tests.Officers;

public sealed class RecoveryCodeTests
{
    [Theory]
    [InlineData("12345678")]
    [InlineData("1234 5678")]
    [InlineData(" ๑๒๓๔-๕๖๗๘ ")]
    public void Reads_what_is_typed(string typed)
    {
        Assert.True(RecoveryCode.TryParse(typed, out var code, out _));
        Assert.Equal("1234 5678", code.Grouped);
    }

    [Theory]
    [InlineData(null, PhoneCodeFlaw.Missing)]
    [InlineData(" ", PhoneCodeFlaw.Missing)]
    [InlineData("1234567", PhoneCodeFlaw.WrongShape)]
    [InlineData("123456789", PhoneCodeFlaw.WrongShape)]
    [InlineData("1234567a", PhoneCodeFlaw.WrongShape)]
    public void Refuses_the_rest(string? typed, PhoneCodeFlaw flaw)
    {
        Assert.False(RecoveryCode.TryParse(typed, out _, out var found));
        Assert.Equal(flaw, found);
    }

    [Fact]
    public void Draws_every_digit_and_prints_none()
    {
        var next = 0;
        var code = RecoveryCode.Draw(below => next++ % below);
        Assert.Equal("01234567", code.Digits);
        Assert.Equal("••••••••", code.ToString());
    }
}
