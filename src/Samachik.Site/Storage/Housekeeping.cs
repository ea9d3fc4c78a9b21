using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;

namespace Samachik.Site.Storage;

/// <summary>Removes what has had its time: dead sign-ups with their codes, counters, old messages and sessions.</summary>
public sealed class Housekeeping(
    IServiceScopeFactory scopes, SiteSettings settings, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SendRecords = TimeSpan.FromDays(90);
    private static readonly TimeSpan DeadSessions = TimeSpan.FromDays(1);

    /// <summary>One round, in statements that are each whole by themselves.</summary>
    public async Task TidyAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembersDb>();
        var now = time.GetUtcNow();
        var (idle, whole) = (now - settings.SignUp.Lives.Idle, now - settings.SignUp.Lives.Whole);
        await db.SignUpJourneys.Where(row => row.LastActAt <= idle || row.StartedAt <= whole).ExecuteDeleteAsync(stop);
        await db.SendCounters.Where(row => row.EndsAt <= now).ExecuteDeleteAsync(stop);
        var forgotten = now - SendRecords;
        await db.OutgoingMessages.Where(row => row.CreatedAt <= forgotten).ExecuteDeleteAsync(stop);
        var dead = now - DeadSessions;
        await db.MemberSessions.Where(row => row.LastSeenAt <= dead).ExecuteDeleteAsync(stop);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TidyAsync(stoppingToken);
            }
            catch (Exception e) when (DatabaseFaults.IsOutage(e))
            {
                log.LogWarning("Housekeeping waits: the database does not answer.");
            }
        }
    }
}
