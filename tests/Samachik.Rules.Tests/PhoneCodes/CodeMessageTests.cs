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

    [Fact]
    public void Every_length_of_office_and_host_gives_one_segment_or_is_refused_at_start()
    {
        foreach (var language in Enum.GetValues<ReadingLanguage>())
            for (var office = 1; office <= 90; office++)
                for (var host = 0; host <= 60; host += 5)
                {
                    var name = new string(language == ReadingLanguage.Thai ? 'ก' : 'a', office);
                    var least = CodeMessage.Write(name, "123456", "BCDF", Life, language, null);
                    var text = CodeMessage.Write(name, "123456", "BCDF", Life, language, host == 0 ? null : new string('h', host));
                    Assert.Equal(CodeMessage.FitsOneSegment(least), CodeMessage.FitsOneSegment(text));
                    Assert.Contains("123456", text, StringComparison.Ordinal);
                    Assert.Contains("BCDF", text, StringComparison.Ordinal);
                }
    }

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

    [Theory]
    [InlineData(70, 'ก', true)]
    [InlineData(71, 'ก', false)]
    [InlineData(160, 'a', true)]
    [InlineData(161, 'a', false)]
    public void Segments_are_counted_as_the_network_counts(int length, char letter, bool fits) =>
        Assert.Equal(fits, CodeMessage.FitsOneSegment(new string(letter, length)));

    [Theory]
    [InlineData(134, 'ก', true)]
    [InlineData(135, 'ก', false)]
    [InlineData(306, 'a', true)]
    [InlineData(307, 'a', false)]
    public void Two_segments_hold_less_than_twice_as_much(int length, char letter, bool fits) =>
        Assert.Equal(fits, CodeMessage.FitsTwoSegments(new string(letter, length)));
}
