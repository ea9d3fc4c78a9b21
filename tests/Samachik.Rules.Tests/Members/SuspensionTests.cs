using Samachik.Rules.Members;

namespace Samachik.Rules.Tests.Members;

public sealed class SuspensionTests
{
    private static readonly DateTimeOffset Since = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void It_holds_from_its_beginning_and_no_longer_than_its_end()
    {
        var week = new Suspension(Since, Since.AddDays(7), 3);
        Assert.False(week.Holds(Since - Moment));
        Assert.True(week.Holds(Since));
        Assert.True(week.Holds(Since.AddDays(7) - Moment));
        Assert.False(week.Holds(Since.AddDays(7)));
        Assert.False(week.Holds(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Without_an_end_it_holds_until_it_is_lifted()
    {
        var open = new Suspension(Since, null, null);
        Assert.False(open.Holds(DateTimeOffset.MinValue));
        Assert.True(open.Holds(Since));
        Assert.True(open.Holds(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void The_moment_counts_and_not_the_clock_of_a_place()
    {
        var week = new Suspension(Since, Since.AddDays(7), null);
        Assert.True(week.Holds(Since.ToOffset(TimeSpan.FromHours(7))));
        Assert.False(week.Holds(Since.AddDays(7).ToOffset(TimeSpan.FromHours(-11))));
    }

    [Fact]
    public void One_that_ends_before_it_begins_never_holds()
    {
        var odd = new Suspension(Since, Since.AddDays(-1), null);
        Assert.False(odd.Holds(Since.AddDays(-2)));
        Assert.False(odd.Holds(Since));
    }
}
