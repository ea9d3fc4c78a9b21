using Samachik.Rules.Board.Aliases;

namespace Samachik.Rules.Tests.Board.Aliases;

public class AliasVerdictTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(false, false, false, false, false, AliasVerdict.Free)]
    [InlineData(true, false, false, false, false, AliasVerdict.Refused)]
    [InlineData(false, true, false, false, false, AliasVerdict.Refused)]
    [InlineData(false, false, true, false, false, AliasVerdict.Refused)]
    [InlineData(false, false, false, true, false, AliasVerdict.OwnName)]
    [InlineData(false, false, false, true, true, AliasVerdict.Free)]
    [InlineData(false, false, true, true, false, AliasVerdict.OwnName)]
    [InlineData(false, false, true, true, true, AliasVerdict.Free)]
    [InlineData(true, false, false, true, true, AliasVerdict.Refused)]
    [InlineData(false, true, false, true, true, AliasVerdict.Refused)]
    [InlineData(false, true, false, true, false, AliasVerdict.Refused)]
    [InlineData(false, false, true, false, true, AliasVerdict.Refused)]
    public void There_is_one_refusal(bool reserved, bool taken, bool anothers, bool own, bool chosen, AliasVerdict verdict) =>
        Assert.Equal(verdict, new AliasFindings(reserved, taken, anothers, own, chosen).Decide());

    [Fact]
    public void The_first_alias_is_chosen_at_once() =>
        Assert.Equal(AliasChangeVerdict.May, new AliasChange(null, AliasChange.UsualPause).Check(Now));

    [Fact]
    public void Another_has_to_wait()
    {
        var change = new AliasChange(Now, TimeSpan.FromDays(30));
        Assert.Equal(AliasChangeVerdict.TooSoon, change.Check(Now));
        Assert.Equal(AliasChangeVerdict.TooSoon, change.Check(Now.AddDays(30).AddTicks(-1)));
        Assert.Equal(AliasChangeVerdict.May, change.Check(Now.AddDays(30)));
        Assert.Equal(Now.AddDays(30), change.OpenFrom);
    }
}
