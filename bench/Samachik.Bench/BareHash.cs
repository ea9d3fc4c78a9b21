using System.Diagnostics;
using System.Security.Cryptography;
using NSec.Cryptography;

namespace Samachik.Bench;

/// <summary>The limit: the same Argon2id on the same cores, and nothing else.</summary>
internal static class BareHash
{
    private static readonly Argon2id Function = new(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = 19456, NumberOfPasses = 2 });

    /// <summary>Hashes a second of as many threads as cores, and the processor's milliseconds for each.</summary>
    public static Done Measure(TimeSpan time)
    {
        var (count, cpu, watch) = (0, Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            var (password, salt) = (RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(16));
            while (watch.Elapsed < time)
            {
                Function.DeriveBytes(password, salt, 32);
                Interlocked.Increment(ref count);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return new(count / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / count, 0);
    }
}
