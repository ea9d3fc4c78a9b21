using Samachik.Rules.Members;

namespace Samachik.Rules.Tests.Members;

/// <summary>Where a sign-in stands, over all of its facts.</summary>
public sealed class SignInJourneyTests
{
    private static readonly bool[] Both = [false, true];

    private static IEnumerable<SignInJourney> All =>
        from proven in Both
        from frozen in Both
        from suspended in Both
        from closing in Both
        from owes in Both
        from finished in Both
        select new SignInJourney(proven, frozen, suspended, closing, owes, finished);

    [Fact]
    public void The_table_is_this()
    {
        Assert.Equal(64, All.Count());
        Assert.All(All, journey => Assert.Equal(
            journey.Finished ? SignInStep.Done
            : !journey.PhoneProven ? SignInStep.Code
            : journey.Frozen ? SignInStep.Frozen
            : journey.Suspended ? SignInStep.Suspended
            : journey.Closing ? SignInStep.Returning
            : journey.OwesAgreement ? SignInStep.Agreement
            : SignInStep.Open,
            journey.Step));
    }

    [Fact]
    public void Without_the_second_proof_nothing_of_the_account_is_told() =>
        Assert.All(All.Where(journey => !journey.PhoneProven && !journey.Finished), journey => Assert.Equal(SignInStep.Code, journey.Step));

    [Fact]
    public void The_way_is_open_only_when_nothing_stands_in_it() =>
        Assert.Equal([new SignInJourney(true, false, false, false, false, false)], All.Where(journey => journey.Step == SignInStep.Open));
}
