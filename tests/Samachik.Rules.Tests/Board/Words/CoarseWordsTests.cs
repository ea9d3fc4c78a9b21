using Samachik.Rules.Board.Search;
using Samachik.Rules.Board.Words;

namespace Samachik.Rules.Tests.Board.Words;

public class CoarseWordsTests
{
    private static readonly CoarseWords Words = new(CoarseWords.Shipped);

    [Theory]
    [InlineData("คนเลวมาก", "เลว")]
    [InlineData("ที่เลวๆ", "เลว")]
    [InlineData("บริการเลว", "เลว")]
    [InlineData("เลว", "เลว")]
    [InlineData("เลวววววว", "เลวววววว")]
    [InlineData("บริการเลวววมาก", "เลววว")]
    [InlineData("เลวว นะ", "เลวว")]
    [InlineData("เ ล ว", "เ ล ว")]
    [InlineData("บริการ เ-ล-ว มาก", "เ-ล-ว")]
    [InlineData("เล\u200Bว", "เล\u200Bว")]
    [InlineData("เหี\u0E49\u0E49\u0E49ย", "เหี\u0E49\u0E49\u0E49ย")]
    [InlineData("ไอ้เหี้ยยยย", "ไอ้เหี้ยยยย")]
    [InlineData("ค ว ย", "ค ว ย")]
    [InlineData("ค.ว.ย", "ค.ว.ย")]
    [InlineData("ไอ้ค ว ยมาก", "ค ว ย")]
    [InlineData("คwยกับควย", "ควย")]
    [InlineData("f u c k you", "f u c k")]
    [InlineData("F*U*C*K", "F*U*C*K")]
    [InlineData("fuuuuck", "fuuuuck")]
    [InlineData("ＦＵＣＫ", "ＦＵＣＫ")]
    [InlineData("what the shit!", "shit")]
    [InlineData("บริการshitมาก", "shit")]
    [InlineData("เลวมาก เลวจริง", "เลว|เลว")]
    [InlineData("เข้าใจแล้ว\nควย", "ควย")]
    public void A_coarse_word_is_marked_where_it_stands(string typed, string marked) =>
        Assert.Equal(marked, string.Join('|', Check(typed).Marks.Select(mark => typed.Substring(mark.Place.Start, mark.Place.Length))));

    [Theory]
    [InlineData("อีกสองชั่วโมงจะไปสาขา")]
    [InlineData("ลูกจ้างชั่วคราวมีสิทธิไหม")]
    [InlineData("สัดส่วนเงินสมทบเท่าไร")]
    [InlineData("แกงกะหรี่อร่อย")]
    [InlineData("อยู่แถวสะพานควายครับ")]
    [InlineData("กู้เงินได้ไหมคะ")]
    [InlineData("หาในกูเกิลแล้วไม่เจอ")]
    [InlineData("คนเหี้ยมโหด")]
    [InlineData("หีบศพและค่าทำศพ")]
    [InlineData("กินโปรตีนมากๆ")]
    [InlineData("น้ำกระเจี๊ยบ")]
    [InlineData("Scunthorpe and cocktail, Dickens, classic shitake")]
    [InlineData("ข้อ ก ข ค และ ง ในมาตรา 39")]
    [InlineData("I am a boy")]
    [InlineData("เด็กตาแวววาว")]
    [InlineData("พ.ศ. ๒๕๖๙ ม.ค. ก.พ.")]
    [InlineData("เหนือ หีบ ใต้ หีบ")]
    [InlineData("หี่หวี่")]
    public void Innocent_words_pass(string typed) => Assert.Empty(Check(typed).Marks);

    [Theory]
    [InlineData("ขอสอบถามครับ", WordVerdict.Clean)]
    [InlineData("บริการเลว", WordVerdict.Flag)]
    [InlineData("ไอ้สัตว์", WordVerdict.Hold)]
    [InlineData("เลี้ยงสัตว์", WordVerdict.Clean)]
    [InlineData("ควายที่นา", WordVerdict.Flag)]
    [InlineData("ไอ้ควาย", WordVerdict.Hold)]
    [InlineData("เลวแล้วยัง fuck", WordVerdict.Hold)]
    public void The_tiers_decide(string typed, WordVerdict verdict) => Assert.Equal(verdict, Check(typed).Verdict);

    [Theory]
    [InlineData("ไอ้ค*ย", "ค*ย")]
    [InlineData("what the F**k!", "F**k")]
    [InlineData("เห*้ยจริงๆ", "เห*้ย")]
    [InlineData("*fun* and f***g", "")]
    [InlineData("ข้อ*สำคัญ* ราคา 5*3", "")]
    [InlineData("xf*ck", "")]
    [InlineData("f*", "")]
    public void Asterisks_in_a_certain_word_are_suspect(string typed, string marked)
    {
        var check = Check(typed);
        Assert.Equal(marked, string.Join('|', check.Marks.Select(mark => typed.Substring(mark.Place.Start, mark.Place.Length))));
        Assert.All(check.Marks, mark => Assert.Equal(WordTier.Suspect, mark.Tier));
    }

    [Fact]
    public void A_short_word_beside_unknown_letters_is_less_certain()
    {
        Assert.Equal(WordVerdict.Hold, Check("หน้าหี").Verdict);
        Assert.Equal(WordVerdict.Flag, Check("ฆฌหีฌฬ").Verdict);
        Assert.Equal(WordVerdict.Clean, Check("ฆฌเลวฌฬ").Verdict);
    }

    [Fact]
    public void The_office_changes_the_list()
    {
        var words = new CoarseWords([Listed("ห่วยแตก", WordTier.Suspect), Listed("noob", WordTier.Certain)]);
        Assert.Equal(WordVerdict.Flag, words.Check(SearchText.Of("เว็บห่วยแตกมาก")).Verdict);
        Assert.Equal(WordVerdict.Hold, words.Check(SearchText.Of("You NOOB")).Verdict);
        Assert.Equal(WordVerdict.Clean, words.Check(SearchText.Of("คนเลวมาก")).Verdict);
        var eased = new CoarseWords([Listed("เลว", WordTier.Suspect), Listed("กเลวเล็ก", WordTier.Innocent)]);
        Assert.Equal(WordVerdict.Clean, eased.Check(SearchText.Of("กเลวเล็ก")).Verdict);
    }

    [Fact]
    public void Of_two_readings_alike_the_innocent_one_is_taken()
    {
        // ยา กลม and ยาก ลม are of two words each.
        Assert.Equal(WordVerdict.Clean, new CoarseWords([Listed("ยาก", WordTier.Certain)]).Check(SearchText.Of("ยากลม")).Verdict);
        Assert.Equal(WordVerdict.Clean, new CoarseWords([Listed("กลม", WordTier.Certain)]).Check(SearchText.Of("ยากลม")).Verdict);
    }

    [Fact]
    public void A_text_that_takes_too_long_is_given_up()
    {
        var text = SearchText.Of(string.Concat(Enumerable.Repeat("คนเลวมาก", 100)));
        var check = Words.Check(text, steps: 500);
        Assert.Equal(WordVerdict.TookTooLong, check.Verdict);
        Assert.NotEqual(WordVerdict.TookTooLong, Words.Check(text).Verdict);
    }

    [Theory]
    [InlineData("คนเลวมาก")]
    [InlineData("ก")]
    [InlineData("ก ")]
    [InlineData("a ")]
    [InlineData("กา")]
    [InlineData("f*")]
    [InlineData("เ")]
    [InlineData("\u0E49")]
    [InlineData("พระบรมวงศานุวงศ์")]
    public void The_longest_posts_keep_to_the_usual_steps(string piece)
    {
        var text = SearchText.Of(string.Concat(Enumerable.Repeat(piece, 10_000))[..10_000]);
        Assert.NotEqual(WordVerdict.TookTooLong, Words.Check(text).Verdict);
    }

    [Theory]
    [InlineData(null, CoarseWordFlaw.Missing)]
    [InlineData(" ", CoarseWordFlaw.Missing)]
    [InlineData("ก", CoarseWordFlaw.TooShort)]
    [InlineData("f", CoarseWordFlaw.TooShort)]
    [InlineData("ไอ้ เลว", CoarseWordFlaw.NotOneWord)]
    [InlineData("f*ck", CoarseWordFlaw.NotOneWord)]
    [InlineData("1234", CoarseWordFlaw.NotOneWord)]
    [InlineData("คwย", CoarseWordFlaw.NotOneWord)]
    [InlineData("\u0E49ก", CoarseWordFlaw.NotOneWord)]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", CoarseWordFlaw.TooLong)]
    public void What_is_no_word_is_not_listed(string? typed, CoarseWordFlaw flaw)
    {
        Assert.False(CoarseWord.TryParse(typed, WordTier.Certain, out _, out var found));
        Assert.Equal(flaw, found);
    }

    [Fact]
    public void A_word_is_listed_in_its_normal_form() => Assert.Equal("น\u0E49ำเนำ", Listed(" น\u0E49\u0E4DาเนำX"[..^1], WordTier.Suspect).Word);

    internal static CoarseWord Listed(string typed, WordTier tier)
    {
        Assert.True(CoarseWord.TryParse(typed, tier, out var word, out var flaw), $"{typed}: {flaw}");
        return word;
    }

    private static WordCheck Check(string typed) => Words.Check(SearchText.Of(typed));
}
