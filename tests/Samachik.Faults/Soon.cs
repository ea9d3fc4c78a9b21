using System.Diagnostics;

namespace Samachik.Faults;

/// <summary>Waits for something no longer than it may take.</summary>
internal static class Soon
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks again and again until it is so; how long that took.</summary>
    public static async Task<TimeSpan> TrueAsync(TimeSpan most, Func<Task<bool>> look, string what)
    {
        var watch = Stopwatch.StartNew();
        for (; watch.Elapsed < most; await Task.Delay(Between)) if (await look()) return watch.Elapsed;
        Assert.Fail($"Waited {most} in vain for {what}.");
        return watch.Elapsed;
    }
}
