namespace Samachik.Site.Storage;

/// <summary>How a background service goes round: what breaks in one round is told, and the next comes all the same.</summary>
public static class Rounds
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(2);

    /// <summary>One round after each pause, until the site stops.</summary>
    /// <param name="pause">The time between two rounds.</param>
    /// <param name="time">The site's clock.</param>
    /// <param name="round">The work.</param>
    /// <param name="log">Where a broken round is told; its name says which work.</param>
    /// <param name="failed">What else a broken round calls for.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task EveryAsync(
        TimeSpan pause, TimeProvider time, Func<CancellationToken, Task> round, ILogger log, Action? failed, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(round);
        await UntilToldAsync(GoAsync, stop);

        async Task GoAsync()
        {
            using var timer = new PeriodicTimer(pause, time);
            while (await timer.WaitForNextTickAsync(stop)) await TryAsync(round, log, failed, stop);
        }
    }

    /// <summary>Sends until less than a whole batch waits; then again when something was saved, or a moment has passed.</summary>
    /// <param name="sendSome">Sends a batch at most; how many it looked at.</param>
    /// <param name="batch">How many that is at most.</param>
    /// <param name="saved">Ends when something was saved.</param>
    /// <param name="time">The site's clock.</param>
    /// <param name="log">Where a broken round is told.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task WheneverSavedAsync(
        Func<CancellationToken, Task<int>> sendSome, int batch, Func<CancellationToken, ValueTask<bool>> saved,
        TimeProvider time, ILogger log, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(sendSome);
        ArgumentNullException.ThrowIfNull(saved);
        await UntilToldAsync(GoAsync, stop);

        async Task GoAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                await TryAsync(SendAllAsync, log, null, stop);
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(stop);
                var alarm = Task.Delay(LookAnyway, time, pause.Token);
                await Task.WhenAny(saved(pause.Token).AsTask(), alarm);
                await pause.CancelAsync();
            }
        }

        async Task SendAllAsync(CancellationToken token)
        {
            while (await sendSome(token) == batch) log.LogDebug("More wait.");
        }
    }

    /// <summary>
    /// Works until told to stop, and then ends as one that is done: of one that was cut off the host would think that it
    /// broke, and stop with all that is in it.
    /// </summary>
    public static async Task UntilToldAsync(Func<Task> work, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
    }

    private static async Task TryAsync(Func<CancellationToken, Task> round, ILogger log, Action? failed, CancellationToken stop)
    {
        try
        {
            await round(stop);
        }
        catch (Exception e) when (DatabaseFaults.IsOutage(e))
        {
            failed?.Invoke();
            log.LogWarning("This round waits: the database does not answer.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever stands in those tables, people go on being served.
            failed?.Invoke();
            log.LogError("This round broke: {Fault}", e.GetType().Name);
        }
    }
}
