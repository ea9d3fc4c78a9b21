using System.Diagnostics;

namespace Samachik.Site.Tests;

/// <summary>Waits for what another thread of the site does soon, in real time; fails with its name when it does not come.</summary>
public static class Eventually
{
    /// <summary>Longer than the busiest machine takes: nobody waits for it whose thing comes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    /// <summary>Looks again and again until there is something.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, string what)
        where T : class
    {
        T? found = null;
        await TrueAsync(async () => (found = await look()) is not null, what);
        return found ?? throw new UnreachableException();
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
