using Microsoft.Extensions.Time.Testing;
using Samachik.Site.Storage;

namespace Samachik.Site.Tests.Storage;

public sealed class DatabaseClockTests
{
    private readonly FakeTimeProvider machine = new(TestSite.Start);

    [Theory]
    [InlineData(600)]
    [InlineData(-600)]
    [InlineData(2)]
    public async Task The_site_goes_by_the_databases_time(int behind)
    {
        var clock = new DatabaseClock(machine);
        Assert.Equal(machine.GetUtcNow(), clock.GetUtcNow());
        Assert.True(await ComparedAsync(clock, TimeSpan.FromSeconds(behind)));
        Assert.Equal(machine.GetUtcNow().AddSeconds(behind), clock.GetUtcNow());
        Assert.False(await ComparedAsync(clock, TimeSpan.FromSeconds(behind)));
        machine.Advance(TimeSpan.FromHours(1));
        Assert.Equal(machine.GetUtcNow().AddSeconds(behind), clock.GetUtcNow());
        Assert.True(await ComparedAsync(clock, TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, clock.Correction);
    }

    [Theory]
    [InlineData(0.9, 0)]
    [InlineData(-0.9, 0)]
    [InlineData(0.9, 4)]
    public async Task Less_than_a_second_and_what_a_slow_answer_leaves_open_change_nothing(double behind, double took)
    {
        var clock = new DatabaseClock(machine);
        Assert.False(await ComparedAsync(clock, TimeSpan.FromSeconds(behind), TimeSpan.FromSeconds(took)));
        Assert.Equal(machine.GetUtcNow(), clock.GetUtcNow());
    }

    // A node whose first connection is slow must not serve ten minutes ahead until the next look.
    [Fact]
    public async Task A_slow_answer_puts_right_what_is_far_off_and_the_next_the_rest()
    {
        var clock = new DatabaseClock(machine);
        Assert.True(await ComparedAsync(clock, TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(4)));
        Assert.InRange(clock.Correction, TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(2));
        Assert.True(await ComparedAsync(clock, TimeSpan.FromMinutes(10)));
        Assert.Equal(TimeSpan.FromMinutes(10), clock.Correction);
    }

    [Fact]
    public async Task Time_elapsed_and_timers_are_the_machines()
    {
        var clock = new DatabaseClock(machine);
        var began = clock.GetTimestamp();
        var due = Task.Delay(TimeSpan.FromSeconds(5), clock, TestContext.Current.CancellationToken);
        await ComparedAsync(clock, TimeSpan.FromMinutes(10));
        Assert.Equal((TimeSpan.Zero, false), (clock.GetElapsedTime(began), due.IsCompleted));
        machine.Advance(TimeSpan.FromSeconds(5));
        await due;
        Assert.Equal(TimeSpan.FromSeconds(5), clock.GetElapsedTime(began));
    }

    private Task<bool> ComparedAsync(DatabaseClock clock, TimeSpan behind, TimeSpan took = default) => clock.CompareAsync(() =>
    {
        machine.Advance(took);
        return Task.FromResult(machine.GetUtcNow() + behind);
    });
}
