using System.Threading.Channels;
using Samachik.Site.Settings;

namespace Samachik.Site.Storage.Passwords;

/// <summary>
/// The one way to a password hash: as many at a time as cores, on threads of their own, with a bounded queue. So a
/// storm of sign-ups makes hashes wait, and no other page.
/// </summary>
public sealed class HashingGate : IDisposable
{
    private readonly Channel<Action> queue;

    /// <summary>Starts the gate's threads.</summary>
    public HashingGate(SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        queue = Channel.CreateBounded<Action>(Math.Max(1, settings.Passwords.Queue));
        for (var i = 0; i < settings.Passwords.Parallel; i++)
            new Thread(Work) { IsBackground = true, Name = $"hashing-{i}" }.Start();
    }

    /// <summary>Runs the work when its turn comes; null, at once, when the queue is full.</summary>
    public Task<T>? TryRun<T>(Func<T> work)
        where T : class
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        return queue.Writer.TryWrite(Run) ? done.Task : null;

        void Run()
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        }
    }

    /// <summary>Lets the threads end once the queue is empty.</summary>
    public void Dispose() => queue.Writer.TryComplete();

    private void Work()
    {
        // Blocking is right here: the thread is the gate's own and has nothing else to do.
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            while (queue.Reader.TryRead(out var work)) work();
    }
}
