using CsCheck;
using Samachik.Rules.Board.Search;
using Samachik.Rules.Board.Words;

namespace Samachik.Rules.Tests.Board.Words;

public class WordSegmenterTests
{
    [Theory]
    [InlineData("ผู้ประกันตนขอรับเงินสงเคราะห์บุตร", "ผู้ประกันตน|ขอรับ|เงินสงเคราะห์บุตร")]
    [InlineData("คนเลวมาก", "คน|เลว|มาก")]
    [InlineData("อีกสองชั่วโมง", "อีก|สอง|ชั่วโมง")]
    [InlineData("เบิกค่าทำฟัน900บาท", "เบิกค่า|ทำฟัน|900|บาท")]
    [InlineData("งอนิจกรรม", "งอ|นิจ|กรรม")]
    [InlineData("โทร๐๘๑ครับ", "โทร|081|ครับ")]
    [InlineData("ใช้ Line กับ iPhone14 ได้ไหม", "ใช้|line|กับ|iphone|14|ได้|ไหม")]
    [InlineData("Müller's café", "müller|s|café")]
    [InlineData("", "")]
    [InlineData(" . ! ", "")]
    public void A_text_is_cut_into_words(string typed, string words) => Assert.Equal(words, string.Join('|', Split(typed).Select(piece => piece.Normal)));

    [Theory]
    [InlineData("ฆฌฌฬ")]
    [InlineData("\u0E49")]
    [InlineData("เ")]
    [InlineData("เเเ")]
    [InlineData("ะะะ")]
    [InlineData("กั")]
    public void What_is_no_word_stays_one_unknown_piece(string typed) => Assert.False(Assert.Single(Split(typed)).IsKnown);

    [Fact]
    public void Pieces_follow_each_other_and_leave_out_nothing_but_signs() =>
        Gen.OneOf("กงชดตนบมรลวสหอคจเแโไใะาำ\u0E31\u0E34\u0E35\u0E38\u0E39\u0E48\u0E49\u0E4C ๆ.ab1é\u200B".ToCharArray()).Array[0, 30].Select(units => new string(units)).Sample(
            typed =>
            {
                var text = SearchText.Of(typed);
                var pieces = WordSegmenter.Thai.Split(text);
                return string.Concat(pieces.Select(piece => piece.Normal)) == string.Concat(text.Normal.Where(c => c is not (' ' or '.' or 'ๆ')))
                    && pieces.Zip(pieces.Skip(1)).All(pair => pair.First.Place.Start <= pair.Second.Place.Start);
            },
            iter: 2_000);

    [Fact]
    public void Every_word_of_the_dictionary_is_known_to_it()
    {
        Assert.True(ThaiWords.All.Count > 26_000, $"{ThaiWords.All.Count}");
        Assert.All(ThaiWords.All.Where((_, i) => i % 20 == 0), word => Assert.DoesNotContain(Split(word), piece => !piece.IsKnown));
    }

    [Fact]
    public void The_dictionary_is_in_normal_form()
    {
        Assert.DoesNotContain(ThaiWords.All, word => word != SearchText.Of(word).Normal);
        Assert.DoesNotContain(ThaiWords.All, word => word.Length < 2);
    }

    [Fact]
    public void A_piece_tells_where_it_was_typed()
    {
        const string typed = "ดี  น\u0E49\u0E4Dา";
        var place = Split(typed)[1].Place;
        Assert.Equal("น\u0E49\u0E4Dา", typed.Substring(place.Start, place.Length));
    }

    private static IReadOnlyList<WordPiece> Split(string typed) => WordSegmenter.Thai.Split(SearchText.Of(typed));
}
