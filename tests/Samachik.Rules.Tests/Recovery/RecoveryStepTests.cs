using Samachik.Rules.Recovery;

namespace Samachik.Rules.Tests.Recovery;

public sealed class RecoveryStepTests
{
    [Theory]
    [InlineData(null, false, false, RecoveryStep.Code)]
    [InlineData(null, true, true, RecoveryStep.Code)]
    [InlineData(RecoveryRoute.NewPassword, false, false, RecoveryStep.NewPassword)]
    [InlineData(RecoveryRoute.EmailCode, false, false, RecoveryStep.EmailCode)]
    [InlineData(RecoveryRoute.EmailCode, false, true, RecoveryStep.EmailCode)]
    [InlineData(RecoveryRoute.EmailCode, true, false, RecoveryStep.NewPassword)]
    [InlineData(RecoveryRoute.Wait, false, false, RecoveryStep.Waiting)]
    [InlineData(RecoveryRoute.Wait, true, false, RecoveryStep.Waiting)]
    [InlineData(RecoveryRoute.Wait, false, true, RecoveryStep.NewPassword)]
    [InlineData(RecoveryRoute.Officer, true, true, RecoveryStep.Officer)]
    public void The_facts_decide_the_step(RecoveryRoute? route, bool emailProven, bool hasWaited, RecoveryStep step) =>
        Assert.Equal(step, new RecoveryJourney(IsFinished: false, route, emailProven, hasWaited).Step);

    [Fact]
    public void A_finished_recovery_is_at_its_end_whatever_else_is_so() => Assert.All(
        from route in Enum.GetValues<RecoveryRoute>().Select(route => (RecoveryRoute?)route).Append(null)
        from email in (bool[])[false, true]
        from waited in (bool[])[false, true]
        select new RecoveryJourney(IsFinished: true, route, email, waited).Step,
        step => Assert.Equal(RecoveryStep.Done, step));
}
