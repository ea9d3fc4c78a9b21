using CsCheck;
using Samachik.Rules.PhoneCodes;

namespace Samachik.Rules.Tests.PhoneCodes;

public sealed class SendGuardTests
{
    private static readonly SendGuard Guard = new(LeastSent: 20, Floor: 0.3, Surge: 5);

    // Fourteen days, a hundred an hour, eight of ten come back.
    private static readonly UsualSending Usual = new(33_600, 26_880, 336);

    private static readonly Gen<SendTally> Tallies =
        from scope in Gen.Enum<TallyScope>()
        from sent in Gen.Int[0, 500]
        from verified in Gen.Int[0, sent]
        from settledVerified in Gen.Int[0, verified]
        from settled in Gen.Int[settledVerified, sent - verified + settledVerified]
        from usual in Gen.Double[0, 50]
        select new SendTally(scope, sent, verified, settled, settledVerified, usual);

    [Theory]
    [InlineData(TallyScope.Network, 19, 0, false)]
    [InlineData(TallyScope.Network, 20, 0, true)]
    [InlineData(TallyScope.Network, 20, 5, true)]
    [InlineData(TallyScope.Network, 20, 6, false)]
    [InlineData(TallyScope.Prefix, 20, 0, true)]
    [InlineData(TallyScope.All, 20, 0, true)]
    [InlineData(TallyScope.Run, 9, 0, false)]
    [InlineData(TallyScope.Run, 10, 0, true)]
    public void Too_few_that_come_back_strike_once_enough_were_sent(TallyScope scope, int settled, int verified, bool strikes) =>
        Assert.Equal(strikes ? [GuardRule.Unverified] : [], Rules(new(scope, settled, verified, settled, verified, 0), UsualSending.None));

    [Fact]
    public void A_code_that_can_still_come_back_is_not_held_against_anybody() =>
        Assert.Empty(Rules(new(TallyScope.Network, 500, 0, 19, 0, 0), UsualSending.None));

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void Five_times_the_usual_strikes_at_once(int sent, bool strikes) =>
        Assert.Equal(strikes ? [GuardRule.Surge] : [], Rules(new(TallyScope.Network, sent, 0, 0, 0, 20), Usual));

    [Fact]
    public void A_branch_of_the_office_where_many_sign_up_does_not_strike() =>
        Assert.Empty(Rules(new(TallyScope.Network, 119, 100, 100, 90, 0.1), Usual));

    [Theory]
    [InlineData(0, 0, 0, 0.3)]
    [InlineData(100, 100, 23, 0.3)]
    [InlineData(19, 0, 336, 0.3)]
    [InlineData(1000, 800, 336, 0.3)]
    [InlineData(1000, 400, 336, 0.2)]
    public void The_floor_is_the_setting_or_half_of_what_usually_comes_back(long sent, long verified, double hours, double floor) =>
        Assert.Equal(floor, Guard.FloorBeside(new(sent, verified, hours)), 9);

    [Fact]
    public void A_service_just_begun_knows_no_surge() => Tallies.Sample(tally =>
        Guard.Judge([tally], UsualSending.None).All(strike => strike.Rule == GuardRule.Unverified));

    [Fact]
    public void Where_all_come_back_nothing_strikes() => Tallies.Sample(tally =>
        Guard.Judge([tally with { Verified = tally.Sent, SettledVerified = tally.Settled }], Usual).Count == 0);

    [Fact]
    public void Where_few_were_sent_nothing_strikes() => Tallies.Sample(tally =>
        Guard.Judge([tally with { Sent = tally.Sent % 10, Verified = 0, Settled = 0, SettledVerified = 0 }], Usual).Count == 0);

    [Fact]
    public void One_more_that_comes_back_never_makes_a_strike() => Tallies.Sample(tally =>
    {
        if (tally.SettledVerified == tally.Settled) return true;
        var better = tally with { Verified = tally.Verified + 1, SettledVerified = tally.SettledVerified + 1 };
        return Rules(better, Usual).All(Rules(tally, Usual).Contains);
    });

    [Fact]
    public void Nothing_is_done_beyond_what_the_office_chose() =>
        Gen.Select(Tallies.Array[1, 4], Gen.Enum<GuardAction>()).Sample((tallies, chosen) =>
            SendGuard.ActionOn(Guard.Judge(tallies, Usual), chosen) <= chosen);

    [Fact]
    public void What_strikes_the_whole_service_denies_nobody()
    {
        var (all, network) = (Strike(TallyScope.All), Strike(TallyScope.Network));
        Assert.Equal(GuardAction.Work, SendGuard.ActionOn([all], GuardAction.Deny));
        Assert.Equal(GuardAction.Deny, SendGuard.ActionOn([network, all], GuardAction.Deny));
        Assert.Equal(GuardAction.Record, SendGuard.ActionOn([all], GuardAction.Record));
    }

    private static GuardStrike Strike(TallyScope scope) => new(GuardRule.Unverified, new(scope, 100, 0, 100, 0, 0));

    private static List<GuardRule> Rules(SendTally tally, UsualSending usual) => [.. Guard.Judge([tally], usual).Select(strike => strike.Rule)];
}
