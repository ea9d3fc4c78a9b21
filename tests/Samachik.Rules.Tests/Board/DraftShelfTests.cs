using Samachik.Rules.Board;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board;

/// <summary>How many drafts are kept, how long, and what is in them.</summary>
public sealed class DraftShelfTests
{
    private static readonly DraftShelf Bare = new([]);

    [Theory]
    [InlineData(19, true, DraftVerdict.Kept)]
    [InlineData(20, true, DraftVerdict.ShelfFull)]
    [InlineData(20, false, DraftVerdict.Kept)]
    [InlineData(21, true, DraftVerdict.ShelfFull)]
    public void Twenty_places_and_none_goes_for_another(int kept, bool isNew, DraftVerdict verdict) =>
        Assert.Equal(verdict, new DraftShelf([.. Enumerable.Repeat(Now, kept)]).Keep(null, "ก", isNew, Limits, Now));

    [Fact]
    public void A_draft_lives_ninety_days_from_when_it_was_touched()
    {
        Assert.True(DraftShelf.Lives(Now, Limits, Now.AddDays(90) - Tick));
        Assert.False(DraftShelf.Lives(Now, Limits, Now.AddDays(90)));
        var shelf = new DraftShelf([.. Enumerable.Range(0, 40).Select(day => Now.AddDays(-day * 5))]);
        Assert.Equal(18, shelf.Count(Limits, Now));
        Assert.Equal(DraftVerdict.Kept, shelf.Keep(null, "ก", isNew: true, Limits, Now));
    }

    [Theory]
    [InlineData(null, null, DraftVerdict.Empty)]
    [InlineData(" ", "\r\n", DraftVerdict.Empty)]
    [InlineData("ก", null, DraftVerdict.Kept)]
    [InlineData(null, "!", DraftVerdict.Kept)]
    [InlineData("ก", "\0", DraftVerdict.Kept)]
    public void Whatever_is_in_it_is_kept_as_typed(string? title, string? text, DraftVerdict verdict) =>
        Assert.Equal(verdict, Bare.Keep(title, text, isNew: true, Limits, Now));

    [Theory]
    [InlineData(150, 5_000, DraftVerdict.Kept)]
    [InlineData(151, 5_000, DraftVerdict.TooLong)]
    [InlineData(150, 5_001, DraftVerdict.TooLong)]
    public void It_is_no_longer_than_a_post(int title, int text, DraftVerdict verdict) =>
        Assert.Equal(verdict, Bare.Keep(new('ก', title), new('ก', text), isNew: true, Limits, Now));

    [Fact]
    public void A_line_counts_as_one_character() =>
        Assert.Equal(DraftVerdict.Kept, Bare.Keep(null, string.Concat(Enumerable.Repeat("\r\n", 4_999)) + "ก", isNew: true, Limits, Now));
}
