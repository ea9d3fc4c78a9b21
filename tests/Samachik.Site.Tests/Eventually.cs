using System.Diagnostics;

namespace Samachik.Site.Tests;

/// <summary>Waits for what another thread of the site does soon, in real time; fails with its name when it does not come.</summary>
public static class Eventually
{
    // Longer than the busiest machine takes: nobody waits for it whose thing comes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    /// <summary>Looks again and again until there is something.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, string what)
        where T : class
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(Between))
            if (await look() is { } found) return found;
        Assert.Fail($"Waited in vain for {what}.");
        return null;
    }

    /// <summary>Looks again and again until it is so.</summary>
    public static Task TrueAsync(Func<Task<bool>> look, string what) => TrueAsync(Patience, look, what);

    /// <summary>Looks again and again until it is so, no longer than it may take; how long that took.</summary>
    public static async Task<TimeSpan> TrueAsync(TimeSpan most, Func<Task<bool>> look, string what)
    {
        var watch = Stopwatch.StartNew();
        for (; watch.Elapsed < most; await Task.Delay(Between)) if (await look()) return watch.Elapsed;
        Assert.Fail($"Waited {most} in vain for {what}.");
        return watch.Elapsed;
    }
}
