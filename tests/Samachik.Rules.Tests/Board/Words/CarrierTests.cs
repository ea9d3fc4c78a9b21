using Samachik.Rules.Board.Search;
using Samachik.Rules.Board.Words;

namespace Samachik.Rules.Tests.Board.Words;

/// <summary>board.md, E.0, point 4: the innocent words that a search for mere letters would hit.</summary>
public class CarrierTests
{
    private static readonly CoarseWords Words = new(CoarseWords.Shipped);

    private static readonly string[] Sentences = ["{0}", "เขาพูดถึง{0}เมื่อวานนี้", "เรื่อง{0}ของลูกจ้าง", "ขอถามเรื่อง {0} ครับ", "สอบถาม{0}"];

    private static readonly List<string> Carriers = FindCarriers();

    [Fact]
    public void There_are_many_of_them() => Assert.True(Carriers.Count > 150, $"{Carriers.Count} of {ThaiWords.All.Count}");

    [Fact]
    public void Each_passes_alone_and_in_a_sentence() => Assert.Empty(
        from carrier in Carriers
        from sentence in Sentences
        let typed = sentence.Replace("{0}", carrier, StringComparison.Ordinal)
        let check = Words.Check(SearchText.Of(typed))
        where check.Marks.Count > 0
        select $"{typed}: {check.Marks[0].Word}");

    [Fact]
    public void Each_listed_word_is_found_alone_and_in_a_sentence() => Assert.Empty(
        from word in CoarseWords.Shipped
        from sentence in Sentences
        let typed = sentence.Replace("{0}", word.Word, StringComparison.Ordinal)
        where !Words.Check(SearchText.Of(typed)).Marks.Any(mark => mark.Word == word.Word && mark.Tier == word.Tier)
        select typed);

    [Fact]
    public void Who_lists_a_word_is_shown_what_it_is_inside_of()
    {
        Assert.Contains("ชั่วโมง", ThaiWords.Around("ชั่ว"));
        Assert.DoesNotContain("ชั่ว", ThaiWords.Around("ชั่ว"));
    }

    private static List<string> FindCarriers()
    {
        var listed = CoarseWords.Shipped.Select(word => word.Word).ToHashSet();
        return [.. ThaiWords.All.Where(word => !listed.Contains(word) && listed.Any(inner => word.Contains(inner, StringComparison.Ordinal)))];
    }
}
