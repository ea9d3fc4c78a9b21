namespace Samachik.Faults;

/// <summary>A real PostgreSQL loses its power or freezes in the middle of a step, and comes back.</summary>
public sealed class StoppedPostgresTests
{
    internal const string Thai = "ขออภัย ระบบใช้ไม่ได้ชั่วคราว", English = "Sorry, the service is not available for the moment";

    // A real PostgreSQL takes its time; the line alone is broken at every step.
    private static readonly int Each = TestLength.Of(8, 1);

    [Fact]
    public async Task PostgreSQL_loses_its_power_in_the_middle_of_steps_and_comes_back()
    {
        await using var cluster = await OwnCluster.StartAsync();
        await using var place = new TestPlace(cluster.Server);
        await StepByStep.GoAsync(
            place, cluster.Port, "en", English, cluster.CutPowerAsync,
            async () => Assert.True(await cluster.TryStartAsync()), Each);
    }

    [Fact]
    public async Task PostgreSQL_freezes_in_the_middle_of_steps_and_goes_on()
    {
        await using var cluster = await OwnCluster.StartAsync();
        await using var place = new TestPlace(cluster.Server);
        await StepByStep.GoAsync(place, cluster.Port, "th", Thai, cluster.FreezeAsync, cluster.ThawAsync, Each);
    }
}
