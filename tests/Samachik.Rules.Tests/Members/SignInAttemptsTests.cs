using CsCheck;
using Samachik.Rules.Members;

namespace Samachik.Rules.Tests.Members;

public sealed class SignInAttemptsTests
{
    private static readonly SignInAttempts Shipped =
        new(5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), 100, TimeSpan.FromDays(1));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 30)]
    [InlineData(6, 60)]
    [InlineData(7, 120)]
    [InlineData(8, 240)]
    [InlineData(9, 480)]
    [InlineData(10, 900)]
    [InlineData(11, 900)]
    [InlineData(24, 900)]
    [InlineData(25, 900)]
    [InlineData(37, 900)]
    [InlineData(100, 900)]
    [InlineData(int.MaxValue, 900)]
    public void After_five_wrong_tries_the_wait_doubles_from_30_seconds_to_a_quarter_of_an_hour(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Shipped.WaitAfter(failures));

    [Fact]
    public void A_first_wait_that_is_longer_than_the_longest_is_the_longest()
    {
        var odd = Shipped with { FirstWait = TimeSpan.FromHours(1) };
        Assert.Equal(odd.LongestWait, odd.WaitAfter(odd.Free));
    }

    [Fact]
    public void More_failures_never_wait_less_and_none_waits_longer_than_the_longest() =>
        Gen.Select(Gen.Int[1, 100], Gen.Int[1, 86_400], Gen.Int[1, 86_400], Gen.Int[0, 300]).Sample((free, first, longest, failures) =>
        {
            var rule = new SignInAttempts(free, TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(longest), 100, TimeSpan.FromDays(1));
            var (now, next) = (rule.WaitAfter(failures), rule.WaitAfter(failures + 1));
            return now <= next && next <= rule.LongestWait && (now == TimeSpan.Zero) == (failures < free);
        });
}
