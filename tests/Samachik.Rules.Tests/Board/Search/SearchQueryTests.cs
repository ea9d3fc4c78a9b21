using Samachik.Rules.Board.Search;

namespace Samachik.Rules.Tests.Board.Search;

public class SearchQueryTests
{
    [Theory]
    [InlineData("เงินสงเคราะห์ บุตร", "เงินสงเคราะห์|บุตร")]
    [InlineData(" ม.๓๙  เบิก ", "ม.39|เบิก")]
    [InlineData("บุตร บุตร Bank BANK", "บุตร|bank")]
    [InlineData("บุตร สงเคราะห์บุตร", "สงเคราะห์บุตร")]
    [InlineData("a b c d e f g h i j", "a|b|c|d|e|f|g|h")]
    public void A_query_is_cut_at_its_spaces(string typed, string terms) =>
        Assert.Equal(terms, string.Join('|', SearchTextTests.Read(typed).Terms.Select(term => term.Normal)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200B\t")]
    public void Nothing_to_look_for_is_no_query(string? typed) => Assert.Null(SearchQuery.Read(typed));

    [Theory]
    [InlineData("ขอ", true)]
    [InlineData("ก", true)]
    [InlineData("\uD83D\uDE00\uD83D\uDE00", true)]
    [InlineData("กี่", false)]
    [InlineData("บุตร", false)]
    public void One_or_two_characters_are_short(string typed, bool isShort) => Assert.Equal(isShort, SearchTextTests.Read(typed).Terms[0].IsShort);

    [Fact]
    public void A_query_with_one_long_term_can_use_the_index()
    {
        Assert.False(SearchTextTests.Read("ขอ บำนาญ").IsShort);
        Assert.True(SearchTextTests.Read("ขอ มา").IsShort);
    }

    [Fact]
    public void A_huge_query_is_read_in_part() =>
        Assert.Equal(SearchQuery.LongestRead, SearchTextTests.Read(new string('ก', 100_000)).Terms[0].Normal.Length);

    [Fact]
    public void It_prints_nothing_of_what_is_looked_for() =>
        Assert.DoesNotContain("สมชาย", $"{SearchTextTests.Read("สมชาย")} {SearchTextTests.Read("สมชาย").Terms[0]} {SearchText.Of("สมชาย")}", StringComparison.Ordinal);

    [Fact]
    public void What_has_more_of_the_terms_and_in_the_title_ranks_higher()
    {
        var query = SearchTextTests.Read("บำนาญ ชราภาพ");
        var both = SearchRank.Of(query, "บำนาญชราภาพ", "ถามเรื่องนี้");
        var inText = SearchRank.Of(query, "ถามหน่อย", "บำนาญชราภาพ");
        var one = SearchRank.Of(query, "บำนาญ", "ไม่รู้");
        var often = SearchRank.Of(query, "ถาม", string.Concat(Enumerable.Repeat("บำนาญ", 1_000)));
        Assert.Equal(new SearchRank(2, 0, 2), both);
        Assert.True(both.Weight > inText.Weight);
        Assert.True(inText.Weight > often.Weight);
        Assert.True(one.Weight > often.Weight);
        Assert.True(often.Weight > SearchRank.Of(query, "ถาม", "บำนาญ").Weight);
    }

    [Fact]
    public void An_excerpt_is_about_the_first_hit_and_cuts_no_letter()
    {
        var typed = string.Concat(Enumerable.Repeat("ก่อนนี้ ", 50)) + "ขอรับบำนาญชราภาพ" + string.Concat(Enumerable.Repeat(" ที่นี่", 50));
        var excerpt = SearchExcerpt.Around(typed, SearchText.Of(typed).Find(SearchTextTests.Read("บำนาญ")), 60);
        var piece = typed.Substring(excerpt.Start, excerpt.Length);
        Assert.InRange(piece.Length, 60, 65);
        Assert.Equal("บำนาญ", piece.Substring(excerpt.Hits[0].Start, excerpt.Hits[0].Length));
        Assert.DoesNotContain(piece[0], "\u0E48\u0E49\u0E35");
    }

    [Theory]
    [InlineData("", 10, 0)]
    [InlineData("สั้น", 10, 4)]
    [InlineData("กขคงจฉชซ", 3, 3)]
    public void Without_a_hit_it_is_the_beginning(string typed, int width, int length)
    {
        var excerpt = SearchExcerpt.Around(typed, [], width);
        Assert.Equal((0, length), (excerpt.Start, excerpt.Length));
        Assert.Empty(excerpt.Hits);
    }

    [Fact]
    public void A_hit_at_the_end_is_shown_with_what_is_before_it()
    {
        const string typed = "กขคงจฉชซฌญดตถทธนบุตร";
        var excerpt = SearchExcerpt.Around(typed, SearchText.Of(typed).Find(SearchTextTests.Read("บุตร")), 8);
        Assert.EndsWith("บุตร", typed.Substring(excerpt.Start, excerpt.Length), StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 6, 10);
    }
}
