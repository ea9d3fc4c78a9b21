using CsCheck;
using Samachik.Rules.Figures;

namespace Samachik.Rules.Tests.Figures;

/// <summary>Times in steps, and the step that a share of them was quicker than.</summary>
public sealed class DeliveryTimesTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1.999, 2)]
    [InlineData(2, 5)]
    [InlineData(299.999, 300)]
    [InlineData(300, DeliveryTimes.Beyond)]
    [InlineData(90_000, DeliveryTimes.Beyond)]
    public void A_time_counts_to_the_first_step_that_it_is_under(double seconds, int step) =>
        Assert.Equal(step, DeliveryTimes.StepOf(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void None_has_no_median()
    {
        Assert.Null(Times().Quantile(0.5));
        Assert.Null(Times((2, 0)).Quantile(0.95));
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.51, 5)]
    [InlineData(0.95, 10)]
    [InlineData(1, DeliveryTimes.Beyond)]
    public void A_quantile_is_the_step_by_which_so_many_had_arrived(double share, int step) =>
        Assert.Equal(step, Times((10, 15), (2, 50), (DeliveryTimes.Beyond, 5), (5, 30)).Quantile(share));

    [Fact]
    public void A_quantile_of_steps_is_the_step_of_the_quantile() => Gen.Int[0, 400_000].Array[1, 200].Select(Gen.Double[0.01, 1]).Sample((times, share) =>
    {
        var of = new DeliveryTimes(times.GroupBy(ms => DeliveryTimes.StepOf(TimeSpan.FromMilliseconds(ms))).ToDictionary(step => step.Key, step => step.LongCount()));
        var exact = times.Order().ElementAt((int)Math.Ceiling(share * times.Length) - 1);
        Assert.Equal(DeliveryTimes.StepOf(TimeSpan.FromMilliseconds(exact)), of.Quantile(share));
    });

    private static DeliveryTimes Times(params (int Step, long Count)[] counts) => new(counts.ToDictionary(pair => pair.Step, pair => pair.Count));
}
