using System.Diagnostics;

namespace Samachik.Bench;

/// <summary>What a load did: how often, in what time, how long the slow ones took, and the processor's time for each.</summary>
internal sealed record Done(double PerSecond, double CpuMilliseconds, double SlowestOfAHundred);

/// <summary>Several hands that do the same thing over and over.</summary>
internal static class Load
{
    /// <summary>Lets the hands work for a while, the first part of it uncounted.</summary>
    public static async Task<Done> RunAsync(int hands, TimeSpan warm, TimeSpan time, Served served, Func<int, CancellationToken, Task> act)
    {
        using var over = new CancellationTokenSource();
        var (isCounted, took) = (false, new List<double>[hands]);
        var working = Enumerable.Range(0, hands).Select(hand => Task.Run(async () =>
        {
            var mine = took[hand] = [];
            while (!over.IsCancellationRequested)
            {
                var begun = Stopwatch.GetTimestamp();
                await act(hand, CancellationToken.None);
                if (Volatile.Read(ref isCounted)) mine.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        })).ToArray();
        var all = Task.WhenAll(working);
        if (await Task.WhenAny(all, Task.Delay(warm)) == all) await all;
        var (cpu, watch) = (served.Cpu, Stopwatch.StartNew());
        Volatile.Write(ref isCounted, true);
        if (await Task.WhenAny(all, Task.Delay(time)) == all) await all;
        Volatile.Write(ref isCounted, false);
        var (elapsed, used) = (watch.Elapsed, served.Cpu - cpu);
        await over.CancelAsync();
        await all;
        var times = took.SelectMany(mine => mine).Order().ToList();
        if (times.Count == 0) throw new InvalidOperationException("Nothing was done in the time.");
        return new(times.Count / elapsed.TotalSeconds, used.TotalMilliseconds / times.Count, times[(int)(times.Count * 0.99)]);
    }
}
