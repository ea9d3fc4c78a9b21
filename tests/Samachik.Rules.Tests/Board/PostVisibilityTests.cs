using Samachik.Rules.Board;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board;

/// <summary>How a post stands before its readers, over all of its facts.</summary>
public sealed class PostVisibilityTests
{
    private static readonly PostFacts Fresh = new(Now, null, null, null, FormerPosts.Stay, null);

    private static readonly List<PostFacts> All =
    [
        .. from published in Both from hidden in Both from withdrawn in Both from closed in Both
           from former in Enum.GetValues<FormerPosts>() from erased in Both
           select new PostFacts(At(published), hidden ? new(ConductRule.OthersData, false) : null, At(withdrawn), At(closed), former, At(erased)),
    ];

    [Fact]
    public void The_table_is_this()
    {
        Assert.Equal(64, All.Count);
        Assert.All(All, facts => Assert.Equal(
            facts.ErasedAt is not null ? PostVisibility.Erased
            : facts.Hiding is not null ? PostVisibility.Hidden
            : facts.WithdrawnAt is not null ? PostVisibility.Withdrawn
            : facts.AuthorClosedAt is not null && facts.FormerPosts == FormerPosts.Go ? PostVisibility.Gone
            : facts.PublishedAt is null ? PostVisibility.Waiting
            : facts.AuthorClosedAt is not null ? PostVisibility.OfFormerMember
            : PostVisibility.Published,
            facts.Visibility));
    }

    [Theory]
    [InlineData(PostVisibility.Published, "Text Text Text")]
    [InlineData(PostVisibility.OfFormerMember, "Text Text Text")]
    [InlineData(PostVisibility.Waiting, "Nothing Text Text")]
    [InlineData(PostVisibility.Hidden, "Stub Text Text")]
    [InlineData(PostVisibility.Withdrawn, "Stub Stub Text")]
    [InlineData(PostVisibility.Gone, "Stub Stub Stub")]
    [InlineData(PostVisibility.Erased, "Stub Stub Stub")]
    public void What_was_published_is_shown_so(PostVisibility visibility, string shown) => Assert.All(
        All.Where(facts => facts.Visibility == visibility && (facts.PublishedAt is not null || visibility == PostVisibility.Waiting)),
        facts => Assert.Equal(shown, string.Join(' ', Enum.GetValues<PostReader>().Select(facts.ShownTo))));

    [Fact]
    public void Of_what_was_never_published_the_public_learns_nothing() => Assert.All(
        All.Where(facts => facts.PublishedAt is null), facts => Assert.Equal(PostShowing.Nothing, facts.ShownTo(PostReader.Anybody)));

    [Fact]
    public void The_public_reads_a_text_only_where_it_is_listed() => Assert.All(
        All, facts => Assert.Equal(facts.Visibility.IsListed(), facts.ShownTo(PostReader.Anybody) == PostShowing.Text));

    [Fact]
    public void An_erased_text_nobody_reads() => Assert.All(
        from facts in All where facts.ErasedAt is not null from reader in Enum.GetValues<PostReader>() select facts.ShownTo(reader),
        showing => Assert.NotEqual(PostShowing.Text, showing));

    [Fact]
    public void Nobody_withdraws_a_post_from_under_a_decision() => Assert.Equal(
        (PostVisibility.Hidden, PostVisibility.Withdrawn),
        ((Fresh with { Hiding = new(ConductRule.Coarseness, false), WithdrawnAt = Now }).Visibility, (Fresh with { WithdrawnAt = Now }).Visibility));

    [Theory]
    [InlineData(FormerPosts.Stay, PostVisibility.OfFormerMember)]
    [InlineData(FormerPosts.Go, PostVisibility.Gone)]
    public void A_closed_accounts_posts_do_as_the_member_chose(FormerPosts chosen, PostVisibility visibility)
    {
        Assert.Equal(visibility, (Fresh with { FormerPosts = chosen, AuthorClosedAt = Now }).Visibility);
        Assert.Equal(PostVisibility.Published, (Fresh with { FormerPosts = chosen }).Visibility);
    }

    private static DateTimeOffset? At(bool isSet) => isSet ? Now : null;
}
