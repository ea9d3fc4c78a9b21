using CsCheck;
using Samachik.Rules.Board;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board;

/// <summary>How fast members post, to the tick.</summary>
public sealed class PostingPaceTests
{
    private static readonly DateTimeOffset LongAgo = Now.AddDays(-100);
    private static readonly PostingPast Old = new(3, 0, LongAgo), New = new(0, 0, Now.AddHours(-3));

    private static readonly Gen<PaceFacts> Any =
        from posts in Gen.Select(Gen.Enum<PostKind>(), Gen.Int[0, 100_000]).Select((kind, seconds) => new PostMade(kind, Now.AddSeconds(-seconds))).Array[0, 130]
        from approved in Gen.Int[0, 4]
        from first in Gen.OneOf(Gen.Const(LongAgo), Gen.Int[0, 90_000].Select(seconds => Now.AddSeconds(-seconds)))
        from same in Gen.Int[-1, 400]
        from slowed in Gen.Bool
        let past = new PostingPast(approved, 0, posts.Length == 0 ? null : first)
        select new PaceFacts(past, [.. posts.Where(post => post.At >= first)], same < 0 ? null : Now.AddSeconds(-same), slowed);

    [Theory]
    [InlineData(3, 15)]
    [InlineData(2, 120)]
    [InlineData(0, 120)]
    public void Between_two_posts(int approved, int seconds)
    {
        var facts = new PaceFacts(Old with { Approved = approved }, [new(PostKind.Answer, Now)], null, false);
        var free = Now.AddSeconds(seconds);
        Assert.Equal((PaceVerdict.TooSoon, free), Check(PostKind.Question, facts, Now));
        Assert.Equal((PaceVerdict.TooSoon, free), Check(PostKind.Question, facts, free - Tick));
        Assert.Equal((PaceVerdict.Free, null), Check(PostKind.Question, facts, free));
    }

    [Fact]
    public void The_gap_of_a_new_member_ends_with_the_first_day()
    {
        var dayEnds = Now.AddDays(1);
        var facts = new PaceFacts(new(3, 0, Now), [new(PostKind.Answer, dayEnds.AddSeconds(-60))], null, false);
        Assert.Equal((PaceVerdict.TooSoon, dayEnds), Check(PostKind.Answer, facts, dayEnds - Tick));
        Assert.Equal((PaceVerdict.Free, null), Check(PostKind.Answer, facts, dayEnds));
        facts = facts with { LastDay = [new(PostKind.Answer, dayEnds.AddSeconds(-5))] };
        Assert.Equal((PaceVerdict.TooSoon, dayEnds.AddSeconds(10)), Check(PostKind.Answer, facts, dayEnds - Tick));
        facts = facts with { LastDay = [new(PostKind.Answer, dayEnds.AddSeconds(-200))] };
        Assert.Equal((PaceVerdict.TooSoon, dayEnds.AddSeconds(-80)), Check(PostKind.Answer, facts, dayEnds.AddSeconds(-81)));
    }

    [Theory]
    [InlineData(PostKind.Question, 2, PaceVerdict.Free)]
    [InlineData(PostKind.Question, 3, PaceVerdict.FirstDayQuestions)]
    [InlineData(PostKind.Answer, 9, PaceVerdict.Free)]
    [InlineData(PostKind.Answer, 10, PaceVerdict.FirstDayAnswers)]
    public void On_the_first_day(PostKind kind, int posts, PaceVerdict verdict)
    {
        var facts = new PaceFacts(New, Every(TimeSpan.FromMinutes(10), kind, posts), null, false);
        Assert.Equal(verdict, Check(kind, facts, Now).Verdict);
        if (verdict == PaceVerdict.Free) return;
        var dayEnds = Now.AddHours(21);
        Assert.Equal((verdict, dayEnds), Check(kind, facts, dayEnds - Tick));
        Assert.Equal(PaceVerdict.Free, Check(kind, facts, dayEnds).Verdict);
        Assert.Equal(PaceVerdict.Free, Check(kind == PostKind.Question ? PostKind.Answer : PostKind.Question, facts, Now).Verdict);
    }

    [Theory]
    [InlineData(PostKind.Question, 19, PaceVerdict.Free)]
    [InlineData(PostKind.Question, 20, PaceVerdict.DayQuestions)]
    [InlineData(PostKind.Answer, 99, PaceVerdict.Free)]
    [InlineData(PostKind.Answer, 100, PaceVerdict.DayAnswers)]
    public void On_any_day(PostKind kind, int posts, PaceVerdict verdict)
    {
        var facts = new PaceFacts(Old, Every(TimeSpan.FromMinutes(5), kind, posts), null, false);
        Assert.Equal(verdict, Check(kind, facts, Now).Verdict);
        if (verdict == PaceVerdict.Free) return;
        var free = Now.AddMinutes(-5 * posts).AddDays(1);
        Assert.Equal((verdict, free), Check(kind, facts, free - Tick));
        Assert.Equal(PaceVerdict.Free, Check(kind, facts, free).Verdict);
    }

    [Fact]
    public void Who_was_slowed_waits_an_hour()
    {
        var facts = new PaceFacts(Old, [new(PostKind.Answer, Now)], null, true);
        Assert.Equal((PaceVerdict.Slowed, Now.AddHours(1)), Check(PostKind.Answer, facts, Now.AddHours(1) - Tick));
        Assert.Equal(PaceVerdict.Free, Check(PostKind.Answer, facts, Now.AddHours(1)).Verdict);
        Assert.Equal(PaceVerdict.Free, Check(PostKind.Answer, facts with { LastDay = [] }, Now).Verdict);
    }

    [Fact]
    public void The_same_text_is_not_taken_twice_in_five_minutes()
    {
        var facts = new PaceFacts(Old, [], Now, false);
        Assert.Equal((PaceVerdict.SameText, Now.AddMinutes(5)), Check(PostKind.Answer, facts, Now.AddMinutes(5) - Tick));
        Assert.Equal(PaceVerdict.Free, Check(PostKind.Answer, facts, Now.AddMinutes(5)).Verdict);
    }

    [Theory]
    [InlineData(12, PaceVerdict.Free)]
    [InlineData(13, PaceVerdict.TooManyWaiting)]
    [InlineData(14, PaceVerdict.TooManyWaiting)]
    public void What_waits_does_not_pile_up(int waiting, PaceVerdict verdict) =>
        Assert.Equal((verdict, null), Check(PostKind.Answer, new(Old with { Approved = 0, Waiting = waiting }, [], null, false), Now));

    [Fact]
    public void The_first_post_of_all_is_free() => Assert.All(Enum.GetValues<PostKind>(), kind =>
        Assert.Equal((PaceVerdict.Free, null), Check(kind, new(new(0, 0, null), [], null, true), Now)));

    [Fact]
    public void A_clock_that_was_ahead_does_not_let_anybody_through() =>
        Assert.Equal((PaceVerdict.TooSoon, Now.AddSeconds(25)), Check(PostKind.Answer, new(Old, [new(PostKind.Answer, Now.AddSeconds(10))], null, false), Now));

    [Fact]
    public void The_time_told_is_the_first_that_is_free() => Gen.Select(Gen.Enum<PostKind>(), Any).Sample((kind, facts) =>
    {
        var (verdict, at) = Check(kind, facts, Now);
        return verdict == PaceVerdict.Free ? at is null
            : at is { } free && free > Now && Check(kind, facts, free).Verdict == PaceVerdict.Free && Check(kind, facts, free - Tick).Verdict != PaceVerdict.Free;
    }, iter: 500);

    [Fact]
    public void One_post_more_never_comes_sooner() => Gen.Select(Gen.Enum<PostKind>(), Any, Gen.Int[0, 80_000]).Sample((kind, facts, seconds) =>
    {
        var more = facts with { LastDay = [.. facts.LastDay, new(kind, Now.AddSeconds(-seconds))] };
        return facts.Past.FirstPostAt is null || (Check(kind, more, Now).TryAgainAt ?? Now) >= (Check(kind, facts, Now).TryAgainAt ?? Now);
    }, iter: 500);

    [Fact]
    public void The_order_of_the_posts_does_not_matter() => Any.Sample(facts =>
        Check(PostKind.Answer, facts, Now) == Check(PostKind.Answer, facts with { LastDay = [.. facts.LastDay.Reverse()] }, Now));

    private static PostMade[] Every(TimeSpan step, PostKind kind, int count) => [.. Enumerable.Range(1, count).Select(i => new PostMade(kind, Now - (i * step)))];

    private static (PaceVerdict Verdict, DateTimeOffset? TryAgainAt) Check(PostKind kind, PaceFacts facts, DateTimeOffset now) =>
        PostingPace.Check(kind, facts, Limits, now);
}
