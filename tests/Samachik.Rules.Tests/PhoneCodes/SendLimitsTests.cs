using Samachik.Rules.PhoneCodes;

namespace Samachik.Rules.Tests.PhoneCodes;

public sealed class SendLimitsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly SendLimits Limits = new(TimeSpan.FromSeconds(60), 5, 5, 10, 10, 30, 60_000, 400_000);

    [Fact]
    public void The_first_code_waits_for_nothing() => Assert.Null(Limits.RefuseByJourney(0, null, Now));

    [Theory]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Another_code_waits_sixty_seconds(int seconds, bool refused)
    {
        var refusal = Limits.RefuseByJourney(1, Now, Now.AddSeconds(seconds));
        Assert.Equal(refused ? new SendRefusal(SendAxis.Cooldown, Now.AddSeconds(60)) : null, refusal);
    }

    [Fact]
    public void A_journey_has_five_codes_and_no_sixth()
    {
        Assert.Null(Limits.RefuseByJourney(4, Now, Now.AddMinutes(2)));
        Assert.Equal(new SendRefusal(SendAxis.Journey, null), Limits.RefuseByJourney(5, Now, Now.AddMinutes(20)));
    }

    [Fact]
    public void A_stranger_s_sending_moves_every_counter_and_the_budget_last() => Assert.Equal(
        [
            new(SendAxis.PhonePerHour, 5, TimeSpan.FromHours(1)), new(SendAxis.PhonePerDay, 10, TimeSpan.FromDays(1)),
            new(SendAxis.NationalIdPerDay, 10, TimeSpan.FromDays(1)), new(SendAxis.NetworkPerHour, 30, TimeSpan.FromHours(1)),
            new(SendAxis.BudgetPerHour, 60_000, TimeSpan.FromHours(1)), new(SendAxis.BudgetPerDay, 400_000, TimeSpan.FromDays(1)),
        ],
        Limits.CountersFor(AskerStanding.Unproven));

    [Fact]
    public void A_proven_number_is_served_when_the_budget_is_spent() =>
        Assert.DoesNotContain(Limits.CountersFor(AskerStanding.Proven), counter => counter.Axis is SendAxis.BudgetPerHour or SendAxis.BudgetPerDay);

    [Theory]
    [InlineData(10, 7, false)]
    [InlineData(10, 8, true)]
    [InlineData(10, 9, false)]
    [InlineData(3, 3, true)]
    [InlineData(1, 1, true)]
    [InlineData(int.MaxValue, 1_717_986_918, true)]
    public void The_budget_s_alarm_sounds_once_at_four_fifths(int limit, int count, bool alarm) =>
        Assert.Equal(alarm, new SendCounter(SendAxis.BudgetPerHour, limit, TimeSpan.FromHours(1)).IsAlarm(count));

    [Fact]
    public void No_other_counter_has_an_alarm() =>
        Assert.False(new SendCounter(SendAxis.PhonePerHour, 5, TimeSpan.FromHours(1)).IsAlarm(4));
}
