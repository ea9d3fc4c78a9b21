using Samachik.Rules.SignUp;

namespace Samachik.Rules.Tests.SignUp;

public sealed class SignUpJourneyTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly SignUpLives Lives = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(2));
    private static readonly SignUpJourney Fresh = new(Start, Start, false, false, false, false);

    [Theory]
    [InlineData(false, false, false, false, SignUpStep.Agreement)]
    [InlineData(true, false, false, false, SignUpStep.Details)]
    [InlineData(true, true, false, false, SignUpStep.PhoneCode)]
    [InlineData(true, true, true, false, SignUpStep.Registered)]
    [InlineData(true, true, false, true, SignUpStep.Done)]
    [InlineData(false, true, false, false, SignUpStep.Agreement)]
    public void The_furthest_step_follows_from_the_facts(bool agreed, bool details, bool registered, bool member, SignUpStep furthest) =>
        Assert.Equal(furthest, (Fresh with { Agreed = agreed, DetailsGiven = details, FoundRegistered = registered, BecameMember = member }).Furthest);

    [Fact]
    public void Every_step_passed_may_be_seen_again_and_none_ahead()
    {
        var atCode = Fresh with { Agreed = true, DetailsGiven = true };
        Assert.True(atCode.Allows(SignUpStep.Agreement));
        Assert.True(atCode.Allows(SignUpStep.Details));
        Assert.True(atCode.Allows(SignUpStep.PhoneCode));
        Assert.False(atCode.Allows(SignUpStep.Registered));
        Assert.False(atCode.Allows(SignUpStep.Done));
        Assert.False(Fresh.Allows(SignUpStep.Details));
    }

    [Fact]
    public void A_journey_that_has_ended_allows_its_end_alone()
    {
        foreach (var end in (SignUpJourney[])[Fresh with { BecameMember = true }, Fresh with { FoundRegistered = true }])
            Assert.Equal([end.Furthest], Enum.GetValues<SignUpStep>().Where(end.Allows));
    }

    [Fact]
    public void A_journey_dies_thirty_minutes_after_the_last_act()
    {
        Assert.True(Fresh.IsAlive(Start.AddMinutes(30).AddTicks(-1), Lives));
        Assert.False(Fresh.IsAlive(Start.AddMinutes(30), Lives));
        Assert.True((Fresh with { LastActAt = Start.AddMinutes(29) }).IsAlive(Start.AddMinutes(58), Lives));
    }

    [Fact]
    public void A_journey_dies_two_hours_after_its_start_whatever_is_done()
    {
        var busy = Fresh with { LastActAt = Start.AddMinutes(119) };
        Assert.True(busy.IsAlive(Start.AddHours(2).AddTicks(-1), Lives));
        Assert.False(busy.IsAlive(Start.AddHours(2), Lives));
    }
}
