using Samachik.Rules.Members;

namespace Samachik.Rules.Tests.Members;

/// <summary>How long wrong passwords make one wait, and how long a suspension holds.</summary>
public sealed class SignInAttemptsTests
{
    private static readonly SignInAttempts Rules = new(5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), 100, TimeSpan.FromDays(1));
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 30)]
    [InlineData(6, 60)]
    [InlineData(7, 120)]
    [InlineData(9, 480)]
    [InlineData(10, 900)]
    [InlineData(24, 900)]
    [InlineData(25, 900)]
    [InlineData(100, 900)]
    [InlineData(int.MaxValue, 900)]
    public void The_wait_doubles_up_to_the_longest(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Rules.WaitAfter(failures));

    [Fact]
    public void A_suspension_holds_from_its_beginning_to_its_end()
    {
        var suspension = new Suspension(Now, Now + TimeSpan.FromDays(7), 4);
        Assert.False(suspension.Holds(Now - TimeSpan.FromTicks(1)));
        Assert.True(suspension.Holds(Now));
        Assert.True(suspension.Holds(Now + TimeSpan.FromDays(7) - TimeSpan.FromTicks(1)));
        Assert.False(suspension.Holds(Now + TimeSpan.FromDays(7)));
    }

    [Fact]
    public void Without_an_end_it_holds_until_it_is_lifted() =>
        Assert.True(new Suspension(Now, null, null).Holds(Now + TimeSpan.FromDays(36_500)));
}
