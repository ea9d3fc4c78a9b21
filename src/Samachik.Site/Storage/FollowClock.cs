using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Storage;

/// <summary>Keeps this node's time with that of PostgreSQL; SQLite has no other clock than this machine's.</summary>
public sealed class FollowClock(IServiceScopeFactory scopes, TimeProvider time, ILogger<FollowClock> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>One look at the database's clock.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        if (time is not DatabaseClock clock) return;
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MembersDb>().Database;
        if (!database.IsNpgsql()) return;
        if (!await clock.CompareAsync(async () => DateTimeOffset.FromUnixTimeMilliseconds(await database.SqlQuery<long>(
            $"""SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) AS "Value" """).SingleAsync(stop)))) return;
        if (clock.Correction == TimeSpan.Zero) log.LogInformation("The clock of this machine agrees with the database's again.");
        else log.LogWarning("The clock of this machine is {Seconds} s behind the database's; the site goes by the database's.", (long)clock.Correction.TotalSeconds);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.EveryAsync(Every, time, LookAsync, log, null, stoppingToken);
}
