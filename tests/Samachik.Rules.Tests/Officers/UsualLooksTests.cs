using Samachik.Rules.Officers;

namespace Samachik.Rules.Tests.Officers;

/// <summary>Who stands out by looks, and how a staff account stands.</summary>
public sealed class UsualLooksTests
{
    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(0, new[] { 0, 0 })]
    [InlineData(5, new[] { 9, 5, 0, 1 })]
    [InlineData(4.5, new[] { 9, 5, 4, 1 })]
    public void Half_of_those_who_looked_looked_at_so_many_or_fewer(double median, int[] people) => Assert.Equal(median, new UsualLooks(people).Median);

    [Theory]
    [InlineData(31, true)]
    [InlineData(30, false)]
    [InlineData(19, false)]
    public void Three_times_as_many_is_far_above(int people, bool isFar) => Assert.Equal(isFar, new UsualLooks([10, 10, 10]).IsFarAbove(people));

    [Fact]
    public void A_handful_is_never_far_above()
    {
        Assert.False(new UsualLooks([1, 1, 19]).IsFarAbove(19));
        Assert.True(new UsualLooks([1, 1, 20]).IsFarAbove(20));
    }

    [Fact]
    public void A_staff_account_stands_as_its_dates_say()
    {
        var now = new DateTimeOffset(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);
        Assert.Equal(StaffState.Invited, StaffStates.Of(null, null, now.AddTicks(1), now));
        Assert.Equal(StaffState.Lapsed, StaffStates.Of(null, null, now, now));
        Assert.Equal(StaffState.Joined, StaffStates.Of(now, null, now, now));
        Assert.Equal(StaffState.Ended, StaffStates.Of(now, now, now, now));
    }
}
