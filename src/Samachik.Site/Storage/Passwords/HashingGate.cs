using Samachik.Site.Settings;

namespace Samachik.Site.Storage.Passwords;

/// <summary>
/// The one way to a password hash: as many at a time as cores, on threads of their own, with a bounded number of places
/// to wait. So a storm of sign-ins makes hashes wait, and no other page; and who finds no place costs next to nothing.
/// </summary>
public sealed class HashingGate : IDisposable
{
    private readonly Queue<Action> queue = new();
    private readonly int places;
    private int taken;
    private bool isClosed;

    /// <summary>Starts the gate's threads.</summary>
    public HashingGate(SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        places = settings.Passwords.Parallel * (1 + Math.Max(1, settings.Passwords.Queue));

        // The threads outlive the request that first needs a hash: nothing of its context stays with them.
        for (var i = 0; i < settings.Passwords.Parallel; i++)
            new Thread(Work) { IsBackground = true, Name = $"hashing-{i}" }.UnsafeStart();
    }

    /// <summary>Whether every place is taken.</summary>
    public bool IsFull => Volatile.Read(ref taken) >= places;

    /// <summary>
    /// Takes a place before any work is done for the hash; null, at once, when there is none. It is given back when it is
    /// disposed of.
    /// </summary>
    public HashingPlace? TryEnter()
    {
        if (Interlocked.Increment(ref taken) <= places) return new HashingPlace(this);
        Leave();
        return null;
    }

    /// <summary>Runs the work when its turn comes; null, at once, when there is no place.</summary>
    public Task<T>? TryRun<T>(Func<T> work)
        where T : class
    {
        return TryEnter() is { } place ? RunAsync(place) : null;

        async Task<T> RunAsync(HashingPlace taken)
        {
            using (taken) return await Begin(work, default);
        }
    }

    /// <summary>Lets the threads end once the queue is empty.</summary>
    public void Dispose()
    {
        lock (queue)
        {
            isClosed = true;
            Monitor.PulseAll(queue);
        }
    }

    internal void Leave() => Interlocked.Decrement(ref taken);

    internal Task<T> Begin<T>(Func<T> work, CancellationToken gone)
        where T : class
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (queue)
        {
            if (isClosed) throw new InvalidOperationException("The gate is closed.");
            queue.Enqueue(Run);
            Monitor.Pulse(queue);
        }

        return done.Task;

        void Run()
        {
            // Whoever has left meanwhile is not worth a hash that another waits for.
            if (gone.IsCancellationRequested)
            {
                done.SetCanceled(gone);
                return;
            }

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

    private void Work()
    {
        while (Next() is { } work) work();
    }

    // Blocking is right here: the thread is the gate's own and has nothing else to do. It sleeps at once: looking for
    // work in vain first, as tasks and semaphores do, takes the cores from other hashes.
    private Action? Next()
    {
        lock (queue)
        {
            while (queue.Count == 0)
            {
                if (isClosed) return null;
                Monitor.Wait(queue);
            }

            return queue.Dequeue();
        }
    }
}

/// <summary>A place at the gate: whoever has one gets its hashes.</summary>
public sealed class HashingPlace(HashingGate gate) : IDisposable
{
    private int hasLeft;

    /// <summary>Runs the work when its turn comes; null when who asked has gone before.</summary>
    public async Task<T?> RunAsync<T>(Func<T> work, CancellationToken gone)
        where T : class
    {
        try
        {
            return await gate.Begin(work, gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Gives the place to the next.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref hasLeft, 1) == 0) gate.Leave();
    }
}
