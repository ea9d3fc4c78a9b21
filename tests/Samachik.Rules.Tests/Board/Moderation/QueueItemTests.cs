using CsCheck;
using Samachik.Rules.Board;
using Samachik.Rules.Board.Moderation;
using static Samachik.Rules.Tests.Board.BoardCases;

namespace Samachik.Rules.Tests.Board.Moderation;

/// <summary>Lanes, clocks and the order of the queue.</summary>
public sealed class QueueItemTests
{
    private static readonly ConductRule[] Urgent = [ConductRule.Monarchy, ConductRule.OthersData, ConductRule.Illegality];

    private static readonly Gen<QueueCause> Cause = Gen.Select(
        Gen.Enum<QueueReason>(), Gen.Int[0, 10], Gen.Int[0, 10_000],
        (reason, rule, minutes) => new QueueCause(reason, ConductRules.Of(rule), Now.AddMinutes(-minutes)));

    [Fact]
    public void Rules_1_9_and_10_are_urgent() => Assert.All(Enum.GetValues<ConductRule>(), rule =>
        Assert.Equal(Urgent.Contains(rule) ? ModerationLane.Urgent : ModerationLane.Normal, ModerationLanes.Of(rule)));

    [Theory]
    [InlineData(QueueReason.FirstPosts, null, ModerationLane.Normal, 24)]
    [InlineData(QueueReason.HeldByChecker, null, ModerationLane.Normal, 24)]
    [InlineData(QueueReason.HeldByChecker, 1, ModerationLane.Urgent, 24)]
    [InlineData(QueueReason.HeldByChecker, 2, ModerationLane.Normal, 24)]
    [InlineData(QueueReason.HeldByChecker, 9, ModerationLane.Urgent, 24)]
    [InlineData(QueueReason.FlaggedByChecker, 2, ModerationLane.Normal, 72)]
    [InlineData(QueueReason.FlaggedByChecker, 10, ModerationLane.Urgent, 24)]
    [InlineData(QueueReason.Reported, 1, ModerationLane.Urgent, 24)]
    [InlineData(QueueReason.Reported, 4, ModerationLane.Normal, 72)]
    [InlineData(QueueReason.Reported, 9, ModerationLane.Urgent, 24)]
    [InlineData(QueueReason.Reported, 10, ModerationLane.Urgent, 24)]
    [InlineData(QueueReason.TakeDown, 4, ModerationLane.Urgent, 24)]
    [InlineData(QueueReason.TakeDown, null, ModerationLane.Urgent, 24)]
    public void Each_cause_has_its_lane_and_clock_to_the_tick(QueueReason reason, int? rule, ModerationLane lane, int hours)
    {
        var cause = new QueueCause(reason, rule is { } number ? ConductRules.Of(number) : null, Now);
        var (item, due) = (new QueueItem(Post, [cause]), Now.AddHours(hours));
        Assert.Equal((lane, due), (cause.Lane, cause.DueAt(Limits)));
        Assert.Equal((lane, due, Post), item.Key(Limits));
        Assert.False(item.IsOverdue(Limits, due - Tick));
        Assert.True(item.IsOverdue(Limits, due));
    }

    [Fact]
    public void Each_clock_is_a_setting()
    {
        var limits = Limits with
        {
            UrgentClock = TimeSpan.FromHours(1), WaitingClock = TimeSpan.FromHours(2), NormalClock = TimeSpan.FromHours(3), TakeDownClock = TimeSpan.FromHours(4), AppealClockDays = 1,
        };
        DateTimeOffset Due(QueueReason reason, ConductRule? rule = null) => new QueueCause(reason, rule, Now).DueAt(limits);
        Assert.Equal(
            [Now.AddHours(2), Now.AddHours(2), Now.AddHours(1), Now.AddHours(3), Now.AddHours(1), Now.AddHours(4)],
            [
                Due(QueueReason.FirstPosts), Due(QueueReason.HeldByChecker), Due(QueueReason.HeldByChecker, ConductRule.Monarchy),
                Due(QueueReason.Reported, ConductRule.Coarseness), Due(QueueReason.Reported, ConductRule.Illegality), Due(QueueReason.TakeDown, ConductRule.Accusation),
            ]);
        Assert.Equal(new DateTimeOffset(2026, 12, 3, 0, 0, 0, TimeSpan.FromHours(7)), Due(QueueReason.Appeal));
    }

    [Fact]
    public void One_urgent_cause_makes_the_whole_urgent_and_the_first_clock_counts()
    {
        var item = new QueueItem(Post, [new(QueueReason.Reported, ConductRule.Coarseness, Now.AddHours(-60)), new(QueueReason.Reported, ConductRule.OthersData, Now)]);
        Assert.Equal((ModerationLane.Urgent, Now.AddHours(12)), (item.Lane, item.DueAt(Limits)));
    }

    [Fact]
    public void Nothing_stands_in_the_queue_without_a_cause() => Assert.Throws<ArgumentException>(() => new QueueItem(Post, []));

    [Fact]
    public void A_hundred_alike_weigh_as_the_first() => Gen.Select(Cause, Gen.Int[1, 100]).Sample((cause, more) =>
    {
        var (one, many) = (new QueueItem(Post, [cause]), new QueueItem(Post, [cause, .. Enumerable.Range(1, more).Select(i => cause with { Since = cause.Since.AddSeconds(i) })]));
        return one.Key(Limits) == many.Key(Limits);
    });

    [Fact]
    public void A_cause_more_never_puts_a_matter_off() => Gen.Select(Cause.Array[1, 5], Cause).Sample((causes, another) =>
        new QueueItem(Post, [.. causes, another]).Key(Limits).CompareTo(new QueueItem(Post, causes).Key(Limits)) <= 0);

    [Fact]
    public void The_order_is_by_lane_then_by_clock_then_fixed()
    {
        QueueItem Item(int id, ConductRule rule, int hoursAgo) => new(Id(id), [new(QueueReason.Reported, rule, Now.AddHours(-hoursAgo))]);
        QueueItem[] ordered =
        [
            Item(7, ConductRule.Monarchy, 30), Item(6, ConductRule.OthersData, 20), Item(5, ConductRule.Illegality, 1),
            Item(4, ConductRule.Coarseness, 80), Item(2, ConductRule.Division, 10), Item(3, ConductRule.Obscenity, 10), Item(1, ConductRule.Religion, 9),
        ];
        Assert.Equal(ordered, ordered.Reverse().OrderBy(item => item.Key(Limits)));
        Assert.Equal([true, false, false, true, false, false, false], ordered.Select(item => item.IsOverdue(Limits, Now)));
    }
}
