using Samachik.Rules.Board.Search;
using Samachik.Rules.Board.Words;

namespace Samachik.Rules.Tests.Board.Words;

public class SubjectTermsTests
{
    private static readonly SubjectTerms Terms = new(SubjectTerm.TryParse("มาตรา 112", 1, SubjectLane.Urgent, false, out var law)
        && SubjectTerm.TryParse("กษัตริย์", 1, SubjectLane.Urgent, true, out var king)
        && SubjectTerm.TryParse("วัด", 6, SubjectLane.NearCoarse, false, out var temple)
        && SubjectTerm.TryParse("royal family", 1, SubjectLane.Urgent, false, out var family) ? [law, king, temple, family] : []);

    [Theory]
    [InlineData("ผิดมาตรา ๑๑๒ ไหม", "มาตรา ๑๑๒")]
    [InlineData("มาตรา 1120", "")]
    [InlineData("พระมหากษัตริย์", "กษัตริย์")]
    [InlineData("the Royal  Family!", "Royal  Family")]
    [InlineData("loyalroyal family", "")]
    [InlineData("หยุดวันไหนบ้าง", "")]
    public void A_term_counts_wherever_it_stands(string typed, string marked) => Assert.Equal(marked, Marked(typed, []));

    [Theory]
    [InlineData("พระที่วัดนี้เลวมาก", "วัด")]
    [InlineData("วัดนี้สวยมาก", "")]
    [InlineData("เลวจริงๆ เมื่อวานไปวัดไข้มา ตัวชี้วัดต่ำ", "")]
    public void Another_only_near_a_coarse_word(string typed, string marked) =>
        Assert.Equal(marked, Marked(typed, new CoarseWords(CoarseWords.Shipped).Check(SearchText.Of(typed)).Marks));

    [Fact]
    public void Far_from_it_it_does_not_count()
    {
        var typed = "วัดนี้สวย" + new string('.', SubjectTerms.Near + 10) + "บริการเลว";
        Assert.Equal("", Marked(typed, new CoarseWords(CoarseWords.Shipped).Check(SearchText.Of(typed)).Marks));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ก")]
    [InlineData("\u0E49กก")]
    [InlineData("***")]
    public void What_is_no_term_is_not_listed(string? typed) => Assert.False(SubjectTerm.TryParse(typed, 1, SubjectLane.Urgent, true, out _));

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Nor_is_one_of_no_rule(int rule) => Assert.False(SubjectTerm.TryParse("กษัตริย์", rule, SubjectLane.Urgent, true, out _));

    [Fact]
    public void The_shipped_list_is_of_rules_1_and_6()
    {
        Assert.Equal([1, 6], ShippedRules());
        Assert.All(SubjectTerms.Shipped.Where(term => term.Rule == 1), term => Assert.Equal(SubjectLane.Urgent, term.Lane));
    }

    [Fact]
    public void A_text_of_nothing_else_is_read_in_time()
    {
        var text = SearchText.Of(string.Concat(Enumerable.Repeat("วัดเลว", 1_500)));
        Assert.NotEmpty(new SubjectTerms(SubjectTerms.Shipped).Find(text, new CoarseWords(CoarseWords.Shipped).Check(text).Marks));
    }

    private static IEnumerable<int> ShippedRules() => SubjectTerms.Shipped.Select(term => term.Rule).Distinct().Order();

    private static string Marked(string typed, IReadOnlyList<WordMark> coarse) =>
        string.Join('|', Terms.Find(SearchText.Of(typed), coarse).Select(mark => typed.Substring(mark.Place.Start, mark.Place.Length)));
}
