using System.Text;
using CsCheck;
using Samachik.Rules.Board.Checking;
using Samachik.Rules.Tests.Board.Checking.Corpus;

namespace Samachik.Rules.Tests.Board.Checking;

/// <summary>The marked place is right in the text as typed, and what does not change a text's meaning does not change the verdict.</summary>
public sealed class MarkedPlaceTests
{
    [Theory]
    [InlineData("😀😀 โทร 0812345678", "0812345678")]
    [InlineData("โทร 𝟘𝟠𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠 😀", "𝟘𝟠𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠")]
    [InlineData("ก็ตั้งใจพิมพ์ที่ผู้ใหญ่ให้ โทร 0812345678", "0812345678")]
    [InlineData("โทร 0\u03368\u03361\u03362\u03363\u03364\u03365\u03366\u03367\u03368\u0336 ครับ", "0\u03368\u03361\u03362\u03363\u03364\u03365\u03366\u03367\u03368\u0336")]
    [InlineData("\uFEFF\u200Bโทร \u200B0\u200B81234567\u00AD8ๆ", "0\u200B81234567\u00AD8")]
    [InlineData("\uD83D โทร 0812345678 \uDE00", "0812345678")]
    [InlineData("ﷺﷺ ㎏ ½ โทร 0812345678", "0812345678")]
    [InlineData("โทร\r\n\r\n0812\r\n345678", "0812\r\n345678")]
    [InlineData("นำทำจำ เเปด โทร ศูนย์เเปดหนึ่งสองสามสี่ห้าหกเจ็ดแปด๚", "ศูนย์เเปดหนึ่งสองสามสี่ห้าหกเจ็ดแปด")]
    [InlineData("mail e\u0301a@example.org", "e\u0301a@example.org")]
    [InlineData("mail ⓝⓞ@example.org", "ⓝⓞ@example.org")]
    public void It_is_counted_in_units_as_typed(string text, string place) => Assert.Equal(place, Detecting.Marked(text));

    [Fact]
    public void It_covers_the_whole_of_a_planted_datum_and_no_more()
    {
        var draw = new Draw(11);
        for (var i = 0; i < 1_000; i++)
        {
            var post = PlantedPosts.Next(PlantedPosts.Kinds[i % PlantedPosts.Kinds.Length], draw, frozen: false);
            if (post.Surroundings == "within a post") continue;
            var (start, end) = Detecting.Marks(post.Text).Where(mark => mark.Verdict >= CheckVerdict.Hold)
                .Aggregate((Start: int.MaxValue, End: 0), (all, mark) => (Math.Min(all.Start, mark.Start), Math.Max(all.End, mark.End)));
            Assert.Equal(post.Text.Substring(post.Start, post.Length).Trim(' ', '\n', '@'), post.Text[Math.Min(start, end)..end].Trim(' ', '@'));
        }
    }

    [Fact]
    public void A_masked_place_is_marked_no_more()
    {
        var draw = new Draw(5);
        for (var i = 0; i < 1_000; i++)
        {
            var post = PlantedPosts.Next(PlantedPosts.Kinds[i % PlantedPosts.Kinds.Length], draw, frozen: false).Text;
            var masked = TextCheck.Of(Detecting.Marks(post)).Mask(post);
            Assert.True(Detecting.Verdict(masked) < CheckVerdict.Hold, masked);
        }
    }

    public static TheoryData<string> Texts =>
    [
        "โทร 0812345678", "0812345678", "เลขบัตร 1-1017-00000-13-3", "1101700000133", "โทรบ้าน 021234567", "เลขบัญชี 1234567890", "อีเมล nobody9@example.org",
        "ไลน์ไอดี nobody99", "ศูนย์แปดหนึ่งสองสามสี่ห้าหกเจ็ดแปด", "โทร 1506 ได้ 1,500 บาท วันที่ 12/05/2567", "ใบเสร็จ 1234567890", "ทะเบียนรถ 9กข 1234", "ติดต่อ 02-956-2400",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Thai_letters_around_it_change_nothing(string text)
    {
        foreach (var (before, after) in (ReadOnlySpan<(string, string)>)[("ทดสอบ", "นะครับ"), ("ค่ะ ", "จ้า"), ("ที่", "ๆ"), ("น้ำ", "ก็"), ("(", ")")])
            Assert.Equal(Detecting.Verdict(text), Detecting.Verdict(before + text + after));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Another_scripts_digits_change_nothing(string text)
    {
        foreach (var zero in (ReadOnlySpan<string>)["๐", "０", "٠", "𝟬", "໐", "०"])
        {
            var swapped = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? char.ConvertFromUtf32(char.ConvertToUtf32(zero, 0) + (c - '0')) : $"{c}"));
            Assert.Equal(Detecting.Verdict(text), Detecting.Verdict(swapped));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_normal_form_changes_nothing(string text)
    {
        foreach (var form in Enum.GetValues<NormalizationForm>())
            Assert.Equal(Detecting.Verdict(text), Detecting.Verdict(text.Normalize(form)));
    }

    [Theory]
    [InlineData("โทร 0812345678")]
    [InlineData("0812345678")]
    [InlineData("เลขบัตร 1101700000133")]
    [InlineData("1101700000133")]
    [InlineData("โทร 021234567")]
    [InlineData("เลขบัญชี 1234567890")]
    public void A_line_break_between_any_two_digits_changes_nothing(string text)
    {
        var first = text.IndexOfAny([.. "0123456789"]);
        for (var at = first + 1; at < text.Length; at++)
        {
            Assert.Equal(Detecting.Verdict(text), Detecting.Verdict(text.Insert(at, "\n")));
            Assert.Equal(Detecting.Verdict(text), Detecting.Verdict(text.Insert(at, " \r\n ")));
        }
    }

    [Fact]
    public void Any_text_is_answered_and_its_marks_lie_within_it() => Gen.OneOf(
            Gen.Int[0, 0xFFFF].Select(unit => $"{(char)unit}"),
            Gen.OneOf("0", "8", "๑", "0812345678", "@", " at ", ".", "com", "gmail", "ไลน์", "โทร", "เลขบัตร", "id", "-", "\n", "\uD83D", "ศูนย์", "line", "http://", "a.com/", "+66", "ทะเบียนรถ", "กข"))
        .Array[0, 30].Select(string.Concat).Sample(
            text =>
            {
                var marks = Detecting.Marks(text);
                return marks.All(mark => mark.Start >= 0 && mark.Length > 0 && mark.End <= text.Length)
                    && marks.Zip(marks.Skip(1)).All(pair => pair.First.End <= pair.Second.Start)
                    && TextLinks.Find(text).All(link => link.Start >= 0 && link.Length > 0 && link.Start + link.Length <= text.Length);
            },
            iter: 2_000);
}
