using Samachik.Rules.Board.Checking;
using Samachik.Rules.Tests.Board.Checking.Corpus;

namespace Samachik.Rules.Tests.Board.Checking;

/// <summary>A look takes steps in proportion to the text, and ends.</summary>
public sealed class WorkTests
{
    private const int Longest = 32_000, MostOfOneCharacter = 80;

    public static TheoryData<string> Names => [.. WorstTexts.All(10).Select(worst => worst.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_grow_with_the_length_and_not_with_its_square(string name)
    {
        foreach (var length in (int[])[1_000, Longest])
            Assert.DoesNotContain(Marks(name, length, MostOfOneCharacter * length), mark => mark.Kind == MarkKind.NotLookedThrough);
        Assert.True(3L * MostOfOneCharacter * Longest < PersonalDataDetector.UsualWork);
    }

    [Fact]
    public void A_text_that_takes_more_is_held_whole_with_what_was_found()
    {
        var detector = new PersonalDataDetector(OfficeContacts.None, 20_000);
        var text = "nobody9@gmail.com " + string.Concat(Enumerable.Repeat("0812345678 ", 2_000));
        var check = TextCheck.Of(detector.Find(text, own: null));
        var whole = Assert.Single(check.Marks, mark => mark.Kind == MarkKind.NotLookedThrough);
        Assert.Equal((0, text.Length, CheckVerdict.Hold, (int?)null), (whole.Start, whole.Length, whole.Verdict, whole.Rule));
        Assert.Equal(text[..20], check.Mask(text)[..20]);
        Assert.Equal(CheckVerdict.Hold, TextCheck.Of(detector.Find(new string('ก', 50_000), own: null)).Verdict);
        Assert.Equal(CheckVerdict.Pass, TextCheck.Of(detector.Find(new string('ก', 2_000), own: null)).Verdict);
    }

    private static IReadOnlyList<TextMark> Marks(string name, int length, int work) =>
        new PersonalDataDetector(OfficeContacts.None, work).Find(WorstTexts.All(length).Single(worst => worst.Name == name).Text, own: null);
}
