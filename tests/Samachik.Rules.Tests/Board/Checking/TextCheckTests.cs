using Samachik.Rules.Board.Checking;

namespace Samachik.Rules.Tests.Board.Checking;

public sealed class TextCheckTests
{
    private static readonly Detector one = new("one", 1), other = new("other", 3);

    [Fact]
    public void Without_marks_a_text_passes()
    {
        var check = TextCheck.Of();
        Assert.Equal(CheckVerdict.Pass, check.Verdict);
        Assert.Equal("as it is", check.Mask("as it is"));
    }

    [Fact]
    public void The_gravest_mark_of_all_detectors_decides()
    {
        var check = TextCheck.Of([Mark(5, 2, CheckVerdict.Flag, one), Mark(1, 2, CheckVerdict.Hold, other), Mark(3, 1, CheckVerdict.Warn, one)]);
        Assert.Equal(CheckVerdict.Hold, check.Verdict);
        Assert.Equal([1, 3, 5], check.Marks.Select(mark => mark.Start));
    }

    [Fact]
    public void Verdicts_go_from_light_to_grave() =>
        Assert.Equal(
            [CheckVerdict.Pass, CheckVerdict.Warn, CheckVerdict.Flag, CheckVerdict.Hold, CheckVerdict.Block], Enum.GetValues<CheckVerdict>());

    [Fact]
    public void Overlapping_places_are_masked_once_and_lighter_ones_stay()
    {
        var check = TextCheck.Of([Mark(2, 4, CheckVerdict.Block, one), Mark(4, 4, CheckVerdict.Hold, other), Mark(9, 1, CheckVerdict.Flag, other)]);
        Assert.Equal("01███89", check.Mask("0123456789"));
        Assert.Equal("01███8███", check.Mask("0123456789", CheckVerdict.Flag));
    }

    [Fact]
    public void Marks_of_another_text_are_a_mistake_in_the_program() =>
        Assert.Throws<ArgumentException>(() => TextCheck.Of([Mark(2, 4, CheckVerdict.Block, one)]).Mask("012"));

    [Fact]
    public void A_mark_names_the_rule_it_breaks()
    {
        int?[] rules = [.. Enum.GetValues<MarkKind>().Select(kind => new TextMark(kind, 0, 1, CheckVerdict.Hold, one).Rule)];
        Assert.Equal([9, 9, 9, 9, 9, 9, 9, 9, 9, 2, 2, null], rules);
    }

    private static TextMark Mark(int start, int length, CheckVerdict verdict, Detector detector) => new(MarkKind.CoarseWord, start, length, verdict, detector);
}
