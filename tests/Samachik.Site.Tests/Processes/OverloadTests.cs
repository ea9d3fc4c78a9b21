namespace Samachik.Site.Tests.Processes;

/// <summary>Far more sign-ins than passwords can be hashed: what can be done is done, the rest is told so, and pages stay quick.</summary>
[Trait("Category", "Process")]
[Collection(typeof(Alone))]
public sealed class OverloadTests
{
    private const int Times = 10, Hands = 4;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1.5), Calm = TimeSpan.FromSeconds(2.5), Storm = TimeSpan.FromSeconds(5);

    // Generous, for a machine of two cores that does other things besides; what is aimed at is measured in bench/.
    private static readonly TimeSpan QuickPage = TimeSpan.FromSeconds(1);
    private const double LeastGoodput = 0.5;

    [Fact]
    public async Task Offered_ten_times_what_it_can_do_it_keeps_doing_what_it_can()
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        await using var site = await SiteProgram.StartAsync(
            place, SiteProgram.FreePort(), ("Passwords:MemoryKiB", "19456"), ("Passwords:Passes", "2"), ("Passwords:Parallel", "1"), ("Passwords:Queue", "16"));
        using var crowd = await Crowd.AtAsync(site.Address);
        await crowd.SignInAsync(Hands, Warm);
        var calm = await crowd.SignInAsync(Hands, Calm) / Calm.TotalSeconds;
        Assert.Equal((0, ""), (crowd.Refused, string.Join('\n', crowd.Faults)));

        var pages = await crowd.StormAsync(calm * Times, Storm);
        Assert.Equal("", string.Join('\n', crowd.Faults));
        Assert.True(crowd.Refused > crowd.LookedAt, $"{crowd.Refused} refused, {crowd.LookedAt} done: that was no storm.");
        Assert.True(crowd.LookedAt / Storm.TotalSeconds > calm * LeastGoodput, $"{crowd.LookedAt / Storm.TotalSeconds:F1} a second done in the storm, {calm:F1} before it.");
        var slow = pages.Order().ElementAt(pages.Count * 95 / 100);
        Assert.True(slow < QuickPage, $"One page in twenty took {slow} of {pages.Count}.");

        await crowd.SignInAsync(1, TimeSpan.FromMilliseconds(1));
        Assert.Equal((0, 1), (crowd.Refused, crowd.LookedAt));
    }
}
