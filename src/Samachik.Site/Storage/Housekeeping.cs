using Samachik.Site.Settings;

namespace Samachik.Site.Storage;

/// <summary>Removes what has had its time (<see cref="TimeIsUp"/>), one node at a time, in statements of bounded size.</summary>
public sealed class Housekeeping(
    IServiceScopeFactory scopes, SiteSettings settings, StorageMetrics metrics, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    /// <summary>Rows that one statement removes at most.</summary>
    public const int Batch = 1000;

    /// <summary>Statements for one kind of rows in one round at most; what is left waits for the next.</summary>
    public const int MostBatches = 50;

    /// <summary>The lease of this work.</summary>
    public const string Work = "housekeeping";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeaseLife = TimeSpan.FromMinutes(3);

    private readonly SemaphoreSlim alone = new(1);

    /// <summary>One round, in statements that are each whole by themselves; whether this node is the one that tidies.</summary>
    public async Task<bool> TidyAsync(CancellationToken stop)
    {
        await alone.WaitAsync(stop);
        try
        {
            var started = time.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MembersDb>();
            var leases = scope.ServiceProvider.GetRequiredService<Leases>();
            foreach (var rows in TimeIsUp.In(db, settings, time.GetUtcNow(), Batch))
                if (!await RemoveAsync(rows, leases, stop)) return false;
            metrics.Tidied(time.GetElapsedTime(started));
            return true;
        }
        finally
        {
            alone.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        alone.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Every, time, TidyAsync, log, metrics.TidyingFailed, stoppingToken);

    private async Task<bool> RemoveAsync(OutdatedRows rows, Leases leases, CancellationToken stop)
    {
        for (var (batch, removed) = (0, Batch); batch < MostBatches && removed == Batch; batch++)
        {
            if (!await leases.TryHoldAsync(Work, LeaseLife, time.GetUtcNow(), stop)) return false;
            removed = await rows.RemoveSomeAsync(stop);
            metrics.Removed(rows.Kind, removed);
        }

        return true;
    }
}
