using Samachik.Rules.Board;
using Samachik.Rules.Board.Moderation;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board;

/// <summary>Changing and withdrawing one's own posts.</summary>
public sealed class PostChangesTests
{
    private static readonly PostFacts Fresh = new(Now, null, null, null, FormerPosts.Stay, null);
    private static readonly PostChanges Own = new(true, Fresh, 0, PostingState.Free);

    [Fact]
    public void For_thirty_minutes_to_the_tick()
    {
        var end = Now + TimeSpan.FromMinutes(30);
        Assert.Equal(EditVerdict.May, Own.Edit(Limits, Now));
        Assert.Equal(EditVerdict.May, Own.Edit(Limits, end - Tick));
        Assert.Equal(EditVerdict.TooLate, Own.Edit(Limits, end));
        Assert.Equal(EditVerdict.May, Own.Edit(Limits with { EditWindow = TimeSpan.FromHours(1) }, end));
    }

    [Fact]
    public void What_waits_is_changed_at_any_time()
    {
        var waiting = Own with { Facts = Fresh with { PublishedAt = null } };
        Assert.Equal(EditVerdict.May, waiting.Edit(Limits, Now.AddDays(30)));
        Assert.Equal(EditVerdict.TooOften, (waiting with { Edits = 10 }).Edit(Limits, Now));
    }

    [Theory]
    [InlineData(0, EditVerdict.May)]
    [InlineData(9, EditVerdict.May)]
    [InlineData(10, EditVerdict.TooOften)]
    [InlineData(11, EditVerdict.TooOften)]
    public void Ten_times_at_most(int edits, EditVerdict verdict) => Assert.Equal(verdict, (Own with { Edits = edits }).Edit(Limits, Now));

    [Theory]
    [InlineData(PostingState.Free, EditVerdict.May)]
    [InlineData(PostingState.Slowed, EditVerdict.May)]
    [InlineData(PostingState.Suspended, EditVerdict.Suspended)]
    [InlineData(PostingState.SuspendedForGood, EditVerdict.Suspended)]
    public void Who_may_not_post_changes_nothing_but_may_withdraw(PostingState standing, EditVerdict verdict)
    {
        Assert.Equal(verdict, (Own with { Standing = standing }).Edit(Limits, Now));
        Assert.Equal(EditVerdict.May, (Own with { Standing = standing }).Withdraw());
    }

    [Fact]
    public void It_is_the_authors_alone_and_others_learn_nothing_of_its_state()
    {
        var states = (PostFacts[])[Fresh, Fresh with { PublishedAt = null }, Fresh with { WithdrawnAt = Now }, Fresh with { ErasedAt = Now }];
        Assert.All(states, facts => Assert.Equal(
            (EditVerdict.NotAuthor, EditVerdict.NotAuthor), ((Own with { IsAuthor = false, Facts = facts }).Edit(Limits, Now), (Own with { IsAuthor = false, Facts = facts }).Withdraw())));
    }

    [Theory]
    [InlineData(PostVisibility.Published, EditVerdict.May)]
    [InlineData(PostVisibility.Waiting, EditVerdict.May)]
    [InlineData(PostVisibility.Hidden, EditVerdict.Hidden)]
    [InlineData(PostVisibility.Withdrawn, EditVerdict.Gone)]
    [InlineData(PostVisibility.Erased, EditVerdict.Gone)]
    [InlineData(PostVisibility.Gone, EditVerdict.Gone)]
    [InlineData(PostVisibility.OfFormerMember, EditVerdict.Gone)]
    public void Only_what_stands_is_changed_or_withdrawn(PostVisibility visibility, EditVerdict verdict)
    {
        var changes = Own with { Facts = FactsOf(visibility) };
        Assert.Equal(visibility, changes.Facts.Visibility);
        Assert.Equal((verdict, verdict), (changes.Withdraw(), changes.Edit(Limits, Now)));
        Assert.Equal(verdict, PostChanges.OfOffice(changes.Facts));
    }

    [Fact]
    public void The_office_keeps_its_answers_right_at_any_time() =>
        Assert.Equal(EditVerdict.May, PostChanges.OfOffice(Fresh with { PublishedAt = Now.AddYears(-3) }));

    private static PostFacts FactsOf(PostVisibility visibility) => visibility switch
    {
        PostVisibility.Published => Fresh,
        PostVisibility.OfFormerMember => Fresh with { AuthorClosedAt = Now },
        PostVisibility.Waiting => Fresh with { PublishedAt = null },
        PostVisibility.Hidden => Fresh with { Hiding = new(ConductRule.Division, true) },
        PostVisibility.Withdrawn => Fresh with { WithdrawnAt = Now },
        PostVisibility.Gone => Fresh with { AuthorClosedAt = Now, FormerPosts = FormerPosts.Go },
        PostVisibility.Erased => Fresh with { ErasedAt = Now },
    };
}
