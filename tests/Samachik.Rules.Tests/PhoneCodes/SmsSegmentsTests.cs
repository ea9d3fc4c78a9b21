using Samachik.Rules.PhoneCodes;

namespace Samachik.Rules.Tests.PhoneCodes;

/// <summary>An SMS is counted as the network counts it.</summary>
public sealed class SmsSegmentsTests
{
    [Theory]
    [InlineData("รหัส OTP ของคุณคือ 123456 (Ref: ABCD) หมดอายุใน 5 นาที", 54, 1)]
    [InlineData("รหัส OTP ของคุณคือ 123456 (Ref: ABCD) หมดอายุใน 5 นาที\n\n@www.sso.go.th #123456", 78, 2)]
    [InlineData("รหัส 123456 (อ้างอิง ABCD) ใช้ได้ 5 นาที\n\n@www.sso.go.th #123456", 64, 1)]
    [InlineData("Your OTP is 123456 (Ref: ABCD). It expires in 5 minutes.\n\n@www.sso.go.th #123456", 80, 1)]
    [InlineData("", 0, 1)]
    public void Messages_of_the_trade_have_their_known_lengths(string text, int length, int segments)
    {
        Assert.Equal(length, SmsSegments.Length(text));
        Assert.Equal(segments, SmsSegments.Count(text));
    }

    [Theory]
    [InlineData("ก", 70, 1)]
    [InlineData("ก", 71, 2)]
    [InlineData("ก", 134, 2)]
    [InlineData("ก", 135, 3)]
    [InlineData("a", 160, 1)]
    [InlineData("a", 161, 2)]
    [InlineData("a", 306, 2)]
    [InlineData("a", 307, 3)]
    [InlineData("é", 160, 1)]
    [InlineData("€", 80, 1)]
    [InlineData("€", 81, 2)]
    [InlineData("`", 70, 1)]
    [InlineData("`", 71, 2)]
    [InlineData("🙏", 35, 1)]
    [InlineData("🙏", 36, 2)]
    public void Segments_hold_so_much(string letter, int times, int segments) =>
        Assert.Equal(segments, SmsSegments.Count(string.Concat(Enumerable.Repeat(letter, times))));

    [Theory]
    [InlineData("^{}\\[~]|€\f", 20)]
    [InlineData("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà", 44)]
    public void The_extension_table_costs_two(string text, int septets)
    {
        Assert.True(SmsSegments.IsGsm(text));
        Assert.Equal(septets, SmsSegments.Length(text));
    }

    [Theory]
    [InlineData("`")]
    [InlineData("\t")]
    [InlineData("ç")]
    [InlineData("á")]
    [InlineData("—")]
    [InlineData("’")]
    [InlineData("₿")]
    public void What_is_not_in_the_alphabet_makes_all_of_it_UCS_2(string letter) => Assert.False(SmsSegments.IsGsm("abc" + letter));

    [Fact]
    public void No_character_is_cut_in_two()
    {
        // 67 units to a segment: 33 pairs leave one place empty, which a count of units alone would fill.
        Assert.Equal(2, SmsSegments.Count(string.Concat(Enumerable.Repeat("🙏", 66))));
        Assert.Equal(3, SmsSegments.Count(string.Concat(Enumerable.Repeat("🙏", 67))));
        Assert.Equal(2, SmsSegments.Count(string.Concat(Enumerable.Repeat("€", 152))));
        Assert.Equal(3, SmsSegments.Count(string.Concat(Enumerable.Repeat("€", 153))));
    }
}
