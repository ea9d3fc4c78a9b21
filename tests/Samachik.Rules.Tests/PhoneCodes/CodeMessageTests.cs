using Samachik.Rules.Agreements;
using Samachik.Rules.PhoneCodes;
using Samachik.Rules.SignUp;

namespace Samachik.Rules.Tests.PhoneCodes;

public sealed class CodeMessageTests
{
    private const string Thai = "สำนักงานประกันสังคม";
    private const string English = "Social Security Office";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    [Fact]
    public void The_Thai_message_fits_one_segment_with_its_warning()
    {
        var text = CodeMessage.Write(Thai, "123456", "BCDF", Life, ReadingLanguage.Thai, null);
        Assert.Equal("รหัส 123456 ใช้ได้ 5 นาที อย่าบอกใคร สำนักงานประกันสังคม\nอ้างอิง BCDF", text);
        Assert.True(text.Length <= 70, $"{text.Length}");
    }

    [Fact]
    public void The_English_message_fits_one_segment_with_the_line_for_the_browser()
    {
        var text = CodeMessage.Write(English, "123456", "BCDF", Life, ReadingLanguage.English, "member.example.go.th");
        Assert.EndsWith("\n@member.example.go.th #123456", text, StringComparison.Ordinal);
        Assert.Contains("\nReference BCDF.\n", text, StringComparison.Ordinal);
        Assert.True(text.Length <= 160, $"{text.Length}");
    }

    [Fact]
    public void The_line_for_the_browser_goes_where_it_does_not_fit() =>
        Assert.DoesNotContain("@", CodeMessage.Write(Thai, "123456", "BCDF", Life, ReadingLanguage.Thai, "member.example.go.th"), StringComparison.Ordinal);

    [Fact]
    public void With_a_short_office_the_Thai_message_has_the_line_too()
    {
        var text = CodeMessage.Write("สปส.", "123456", "BCDF", Life, ReadingLanguage.Thai, "sso.go.th");
        Assert.EndsWith("\n@sso.go.th #123456", text, StringComparison.Ordinal);
        Assert.True(text.Length <= 70, $"{text.Length}");
    }

    [Theory]
    [InlineData("https://member.example.go.th", "member.example.go.th")]
    [InlineData("https://member.example.go.th:8443/", "member.example.go.th")]
    [InlineData("http://localhost:5000", "localhost")]
    [InlineData("https://สมาชิก.ไทย", "xn--12cr2e9a3bn.xn--o3cw4h")]
    [InlineData("https://[2001:db8::1]/", null)]
    public void The_line_for_the_browser_names_a_host_that_browsers_read(string site, string? host) =>
        Assert.Equal(host, CodeMessage.WebOtpHost(new Uri(site)));

    [Fact]
    public void No_message_holds_a_link()
    {
        foreach (var language in Enum.GetValues<ReadingLanguage>())
        {
            Assert.DoesNotContain("http", CodeMessage.Write(Thai, "123456", "BCDF", Life, language, null), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("http", RegisteredMessage.Write(Thai, "1506", language), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(ReadingLanguage.Thai, Thai)]
    [InlineData(ReadingLanguage.English, English)]
    public void The_notice_to_the_phone_on_file_fits_one_segment(ReadingLanguage language, string office)
    {
        var text = RegisteredMessage.Write(office, "1506", language);
        Assert.True(CodeMessage.FitsOneSegment(text), $"{text.Length}");
        Assert.Contains("1506", text, StringComparison.Ordinal);
    }
}
