using Samachik.Rules.Board;
using Samachik.Rules.Board.Checking;
using Samachik.Rules.Board.Moderation;
using Samachik.Rules.Members;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board;

/// <summary>What becomes of a post, over all that decides it.</summary>
public sealed class PostRouteTests
{
    private static readonly PostingPast Old = new(3, 0, Now.AddDays(-2));
    private static readonly PostingFacts Fine = new(AssuranceLevel.SelfAsserted, true, PostingState.Free, Old, PaceVerdict.Free, 0, CheckVerdict.Pass, false);

    private static readonly List<PostingFacts> All =
    [
        .. from level in (AssuranceLevel?[])[null, AssuranceLevel.SelfAsserted, AssuranceLevel.Matched, AssuranceLevel.Proofed]
           from alias in Both from standing in Enum.GetValues<PostingState>() from approved in (int[])[0, 2, 3]
           from pace in Enum.GetValues<PaceVerdict>() from links in (int[])[2, 3, 10, 11] from check in Enum.GetValues<CheckVerdict>() from edit in Both
           select new PostingFacts(level, alias, standing, Old with { Approved = approved }, pace, links, check, edit),
    ];

    [Fact]
    public void The_table_is_this() => Assert.All(All, facts =>
    {
        var isFirst = facts.Past.Approved < 3;
        PostRoute expected =
            facts.Level is null ? new(PostOutcome.NotAMember, null)
            : !facts.HasAlias ? new(PostOutcome.NoAlias, null)
            : facts.Standing >= PostingState.Suspended ? new(PostOutcome.Suspended, null)
            : facts.Pace != PaceVerdict.Free && !facts.IsEdit ? new(PostOutcome.TooFast, null)
            : facts.Links > (isFirst ? 2 : 10) ? new(PostOutcome.TooManyLinks, null)
            : facts.Check == CheckVerdict.Block ? new(PostOutcome.Blocked, null)
            : facts.Check == CheckVerdict.Hold ? new(PostOutcome.WaitsForModerator, QueueReason.HeldByChecker)
            : isFirst ? new(PostOutcome.WaitsForModerator, QueueReason.FirstPosts)
            : facts.Check == CheckVerdict.Flag ? new(PostOutcome.Published, QueueReason.FlaggedByChecker)
            : new(PostOutcome.Published, null);
        Assert.Equal(expected, facts.Route(Limits, Now));
    });

    [Fact]
    public void What_is_refused_is_in_no_queue_and_what_waits_is_in_one() => Assert.All(All, facts =>
    {
        var route = facts.Route(Limits, Now);
        Assert.Equal(route.Outcome is not (PostOutcome.Published or PostOutcome.WaitsForModerator), route.IsRefused);
        if (route.IsRefused) Assert.Null(route.Queued);
        if (route.Outcome == PostOutcome.WaitsForModerator) Assert.NotNull(route.Queued);
    });

    [Theory]
    [InlineData(0, PostOutcome.WaitsForModerator)]
    [InlineData(2, PostOutcome.WaitsForModerator)]
    [InlineData(3, PostOutcome.Published)]
    public void The_first_three_wait_and_so_do_changes_of_them(int approved, PostOutcome outcome) => Assert.All(Both, isEdit =>
        Assert.Equal(outcome, (Fine with { Past = Old with { Approved = approved }, IsEdit = isEdit }).Route(Limits, Now).Outcome));

    [Fact]
    public void Three_more_that_wait_do_not_make_a_fourth_free() =>
        Assert.Equal(PostOutcome.WaitsForModerator, (Fine with { Past = new(0, 12, Now.AddDays(-9)) }).Route(Limits, Now).Outcome);

    [Fact]
    public void Two_links_until_the_first_day_is_over_too()
    {
        var facts = Fine with { Past = new(3, 0, Now), Links = 3 };
        Assert.Equal(PostOutcome.TooManyLinks, facts.Route(Limits, Now.AddDays(1) - Tick).Outcome);
        Assert.Equal(PostOutcome.Published, facts.Route(Limits, Now.AddDays(1)).Outcome);
        Assert.Equal(PostOutcome.Published, (facts with { Links = 2 }).Route(Limits, Now).Outcome);
    }

    [Fact]
    public void The_office_may_ask_for_a_higher_level()
    {
        var limits = Limits with { LeastLevel = AssuranceLevel.Matched };
        Assert.Equal(PostOutcome.LevelTooLow, Fine.Route(limits, Now).Outcome);
        Assert.Equal(PostOutcome.Published, (Fine with { Level = AssuranceLevel.Matched }).Route(limits, Now).Outcome);
    }

    [Theory]
    [InlineData(CheckVerdict.Pass, PostOutcome.Published, null)]
    [InlineData(CheckVerdict.Warn, PostOutcome.Published, null)]
    [InlineData(CheckVerdict.Flag, PostOutcome.Published, QueueReason.FlaggedByChecker)]
    [InlineData(CheckVerdict.Hold, PostOutcome.WaitsForModerator, QueueReason.HeldByChecker)]
    [InlineData(CheckVerdict.Block, PostOutcome.Blocked, null)]
    public void Official_answers_go_by_the_check_too(CheckVerdict check, PostOutcome outcome, QueueReason? reason) =>
        Assert.Equal(new PostRoute(outcome, reason), PostRoute.OfOffice(check));

    [Theory]
    [InlineData(0, null, true, true)]
    [InlineData(3, null, false, true)]
    [InlineData(2, -48, true, false)]
    [InlineData(3, -24, false, false)]
    [InlineData(3, -23, false, true)]
    public void Who_is_new(int approved, int? hours, bool isAmongFirst, bool isFirstDay)
    {
        var past = new PostingPast(approved, 0, hours is { } since ? Now.AddHours(since) : null);
        Assert.Equal((isAmongFirst, isFirstDay, isAmongFirst || isFirstDay), (past.IsAmongFirst(Limits), past.IsFirstDay(Limits, Now), past.IsNew(Limits, Now)));
    }
}
