using System.Text;
using CsCheck;
using Samachik.Rules.Board.Search;

namespace Samachik.Rules.Tests.Board.Search;

public class SearchTextTests
{
    private const string Telling =
        "กขนฤฦเเแโไะาาำๅ\u0E31\u0E34\u0E38\u0E47\u0E48\u0E49\u0E4C\u0E4D\u0E4Dๆฯ๐๙ \u00A0\n\t.aZéÉK\u212AﬁＡ１½İıßŁ\u0301\u0323\u034F\u200B\u200D\u00AD\uFEFF\u202E\uFE0F\u3000가\u1100\u1161\u11A8ｶﾞ\uD83D\uDE00";

    private static readonly Gen<string> Texts = Gen.OneOf(Telling.ToCharArray()).Array[0, 24].Select(units => new string(units));

    /// <summary>Any UTF-16 units, lone surrogates among them, strewn with those that mean something here.</summary>
    private static readonly Gen<string> Anything =
        Gen.OneOf(Gen.OneOf(Telling.ToCharArray()), Gen.Int[0, 0xFFFF].Select(unit => (char)unit)).Array[0, 24].Select(units => new string(units));

    private static readonly Gen<string> Thai =
        Gen.OneOf("กขนเเแโไะาาำ\u0E31\u0E34\u0E38\u0E47\u0E48\u0E49\u0E4C\u0E4D ab".ToCharArray()).Array[0, 16].Select(units => "ก" + new string(units));

    [Theory]
    [InlineData("ขอรับเงินสงเคราะห์บุตร", "ขอรับเงินสงเคราะห์บุตร")]
    [InlineData("น\u0E4Dาน", "นำน")]
    [InlineData("น\u0E49\u0E4Dา", "น\u0E49ำ")]
    [InlineData("น\u0E4D\u0E49า", "น\u0E49ำ")]
    [InlineData("นำ", "นำ")]
    [InlineData("ำ", "ำ")]
    [InlineData("เเม่", "แม่")]
    [InlineData("เ\u200Bเม่", "แม่")]
    [InlineData("นๅคา", "นาคา")]
    [InlineData("ฤๅษี", "ฤๅษี")]
    [InlineData("ที\u0E48", "ที่")]
    [InlineData("ท\u0E48ี", "ที่")]
    [InlineData("ม.๓๙", "ม.39")]
    [InlineData("ABC ＡＢＣ １２", "abc abc 12")]
    [InlineData("บำ\u200Bนาญ", "บำนาญ")]
    [InlineData("\u202Eabc\u202C", "abc")]
    [InlineData("  ก \t\r\n\u00A0 ข  ", "ก ข")]
    [InlineData("Mu\u0308ller", "müller")]
    [InlineData("ﬁ", "fi")]
    [InlineData("가", "가")]
    [InlineData("\u1100\u1161\u11A8", "각")]
    [InlineData("", "")]
    [InlineData(" \u200B ", "")]
    public void It_has_one_normal_form(string typed, string normal) => Assert.Equal(normal, SearchText.Of(typed).Normal);

    [Fact]
    public void What_is_no_Unicode_text_has_one_too() => Assert.Equal("a\uFFFDb", SearchText.Of("a" + '\uD800' + "b").Normal);

    [Fact]
    public void The_normal_form_of_a_normal_form_is_itself() => Texts.Sample(
        typed => SearchText.Of(SearchText.Of(typed).Normal).Normal == SearchText.Of(typed).Normal, iter: 3_000);

    [Fact]
    public void However_it_is_composed_it_is_the_same() => Thai.Sample(
        typed => SearchText.Of(typed.Normalize(NormalizationForm.FormD)).Normal == SearchText.Of(typed).Normal
            && SearchText.Of(typed.Normalize(NormalizationForm.FormKC)).Normal == SearchText.Of(typed).Normal,
        iter: 3_000);

    [Fact]
    public void Every_part_finds_its_way_back() => Anything.Sample(
        typed =>
        {
            var text = SearchText.Of(typed);
            var last = 0;
            for (var i = 0; i < text.Normal.Length; i++)
            {
                var place = text.Original(i, 1);
                if (place.Length < 1 || place.End > typed.Length || place.Start < last) return false;
                if (text.Normal[i] is not (' ' or 'ๅ') && !SearchText.Of(typed[place.Start..place.End]).Normal.Contains(text.Normal[i], StringComparison.Ordinal)) return false;
                last = place.Start;
            }
            return true;
        },
        iter: 3_000);

    [Theory]
    [InlineData("ขอรับเงินสงเคราะห์บุตร", "บุตร", "บุตร")]
    [InlineData("ขอคืน น\u0E49\u0E4Dา ครับ", "น้ำ", "น\u0E49\u0E4Dา")]
    [InlineData("บำ\u200Bนาญชราภาพ", "บำนาญ", "บำ\u200Bนาญ")]
    [InlineData("มาตรา ๓๙", "39", "๓๙")]
    [InlineData("\uD83D\uDE00 สปส", "สปส", "สปส")]
    [InlineData("กี่วัน", "ก", "กี่")]
    [InlineData("ว่าง   งาน", "ว่าง งาน", "ว่าง|งาน")]
    [InlineData("บาทบาทา", "บาท", "บาทบาท")]
    [InlineData("บาท บาท", "บาท", "บาท|บาท")]
    [InlineData("บำนาญ", "นาญ ำนา", "บำนาญ")]
    [InlineData("ข่าว", "ขาว", "")]
    [InlineData("ข้าว", "ขาว", "")]
    public void What_is_found_is_marked_in_the_text_as_typed(string typed, string query, string marked)
    {
        var places = SearchText.Of(typed).Find(Read(query));
        Assert.Equal(marked, string.Join('|', places.Select(place => typed.Substring(place.Start, place.Length))));
    }

    [Theory]
    [InlineData('ก', '\u0E49')]
    [InlineData('a', '\u0301')]
    [InlineData('เ', 'เ')]
    [InlineData('\u0E4D', 'า')]
    [InlineData('\uD83D', '\uDE00')]
    [InlineData('\u0323', '\u0301')]
    public void The_longest_texts_are_read_at_once(char one, char other)
    {
        var typed = string.Concat(Enumerable.Repeat($"{one}{other}", 16_000));
        Assert.NotNull(SearchText.Of(typed).Normal);
    }

    internal static SearchQuery Read(string typed) => SearchQuery.Read(typed) ?? throw new InvalidOperationException("There is nothing to look for.");
}
