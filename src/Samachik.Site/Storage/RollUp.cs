using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Figures;
using Samachik.Site.Settings;

namespace Samachik.Site.Storage;

/// <summary>
/// Counts the hours for the day's picture, one node at a time. An hour stays open until nothing more can come to it,
/// and is counted anew in each round; after a stop the rounds begin where the last one ended.
/// </summary>
public sealed class RollUp(IServiceScopeFactory scopes, SiteSettings settings, TimeProvider time, ILogger<RollUp> log) : BackgroundService
{
    /// <summary>The lease of this work.</summary>
    public const string Work = "day-figures";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeaseLife = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // Older records of sending are gone, or about to go.
    private static readonly TimeSpan Reach = TimeSpan.FromDays(89);

    // After a stop of days the hours missed are counted a few at a time, so that nobody waits for them.
    private const int MostAtOnce = 6;

    private readonly SemaphoreSlim alone = new(1);

    /// <summary>Counts all hours that are open; whether this node is the one that counts.</summary>
    public Task<bool> CountAsync(CancellationToken stop) => CountAsync(int.MaxValue, stop);

    private async Task<bool> CountAsync(int most, CancellationToken stop)
    {
        await alone.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, leases) = (scope.ServiceProvider.GetRequiredService<MembersDb>(), scope.ServiceProvider.GetRequiredService<Leases>());
            var count = scope.ServiceProvider.GetRequiredService<CountHour>();
            if (!await HoldAsync(leases, stop)) return false;
            var now = time.GetUtcNow();
            await count.SeeQueueAsync(FigureQueue.Sms, await scope.ServiceProvider.GetRequiredService<MessageClaims>().WaitingAsync(stop), now, stop);
            await count.SeeQueueAsync(FigureQueue.Mail, await count.WaitingMailsAsync(stop), now, stop);
            for (var hour = await FirstOpenAsync(db, now, stop); hour <= now && most-- > 0; hour += Hour)
            {
                if (!await HoldAsync(leases, stop)) return false;
                await count.CountAsync(hour, now, closes: now >= hour + Hour + Settling, stop);
            }

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
        Rounds.EveryAsync(Every, time, token => CountAsync(MostAtOnce + (int)Math.Ceiling(Settling / Hour) + 1, token), log, null, stoppingToken);

    // A sign-up of the hour's last minute may come to its end so late, and receipts of its codes.
    private TimeSpan Settling => settings.SignUp.Lives.Whole + Hour;

    private Task<bool> HoldAsync(Leases leases, CancellationToken stop) => leases.TryHoldAsync(Work, LeaseLife, time.GetUtcNow(), stop);

    // Nothing is known of the time before the first round of all: it is not counted.
    private static async Task<DateTimeOffset> FirstOpenAsync(MembersDb db, DateTimeOffset now, CancellationToken stop)
    {
        var current = ThaiDay.HourOf(now);
        var last = await db.DayHours.Where(row => row.IsClosed).OrderByDescending(row => row.Slot).Select(row => (DateTimeOffset?)row.Slot).FirstOrDefaultAsync(stop);
        var first = last + Hour ?? await db.DayHours.OrderBy(row => row.Slot).Select(row => (DateTimeOffset?)row.Slot).FirstOrDefaultAsync(stop) ?? current;
        return first < current - Reach ? current - Reach : first;
    }
}
