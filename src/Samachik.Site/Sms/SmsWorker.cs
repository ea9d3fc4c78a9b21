using System.Security.Cryptography;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms;

/// <summary>
/// Sends what was saved, several messages at a time. Each is taken before it is handed over, so no two workers send it.
/// One whose worker died is handed over again only where that cannot send it twice (<see cref="SmsRepeats"/>).
/// </summary>
public sealed class SmsWorker : BackgroundService
{
    private static readonly TimeSpan SettleEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RecordAgainAfter = TimeSpan.FromSeconds(1);

    // Longer than any hand-over: whoever took a message so long ago is no more.
    private static readonly TimeSpan GoneAfter = GatewayCircuits.Patience + TimeSpan.FromSeconds(18);

    private readonly IServiceScopeFactory scopes;
    private readonly HandOver handOver;
    private readonly GatewayChoice choice;
    private readonly GatewaySwitches switches;
    private readonly QueueFigures figures;
    private readonly MessageQueue queue;
    private readonly TimeProvider time;
    private readonly ILogger<SmsWorker> log;
    private readonly int atOnce;
    private readonly SemaphoreSlim room;
    private readonly Once emptied = new();
    private DateTimeOffset settledAt = DateTimeOffset.MinValue;

    /// <summary>Makes the worker of this node.</summary>
    public SmsWorker(
        IServiceScopeFactory scopes, HandOver handOver, GatewayChoice choice, GatewaySwitches switches, QueueFigures figures,
        MessageQueue queue, SiteSettings settings, TimeProvider time, ILogger<SmsWorker> log)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (this.scopes, this.handOver, this.choice, this.switches) = (scopes, handOver, choice, switches);
        (this.figures, this.queue, this.time, this.log) = (figures, queue, time, log);

        // SQLite has one writer: more at a time would only wait for one another.
        atOnce = settings.Storage.Kind == StorageKind.Sqlite ? Math.Min(settings.Sms.AtOnce, 2) : settings.Sms.AtOnce;
        room = new(atOnce);
    }

    /// <summary>Ends once everything in hand is on record: a gateway's answer is not thrown away, unless it comes too late.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        try
        {
            await emptied.RunAsync(EmptyAsync).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("Stopped while a gateway had not answered yet; another node settles what was in hand.");
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        room.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.WheneverSavedAsync(SendSomeAsync, atOnce, queue.SavedAsync, time, log, stoppingToken);

    // Once: a room that is disposed of under a further waiter never lets it go.
    private async Task EmptyAsync()
    {
        for (var freed = 0; freed < atOnce; freed++) await room.WaitAsync();
    }

    // Gives the most there can be when all that was wanted was there: more may wait.
    private async Task<int> SendSomeAsync(CancellationToken stop)
    {
        var wanted = 0;
        List<OutgoingMessageRow> taken = [];
        try
        {
            await room.WaitAsync(stop);
            wanted++;

            // Without the token: told to stop in between, it would keep the place that it has, and the end wait for it forever.
            while (wanted < atOnce && room.Wait(0, CancellationToken.None)) wanted++;
            await using var scope = scopes.CreateAsyncScope();
            var claims = scope.ServiceProvider.GetRequiredService<MessageClaims>();
            await switches.RefreshAsync(stop);
            await SettleAsync(claims, scope.ServiceProvider.GetRequiredService<Counters>(), stop);
            taken = await claims.ClaimAsync(wanted, choice.First.Name, time.GetUtcNow(), stop);
        }
        finally
        {
            if (taken.Count < wanted) room.Release(wanted - taken.Count);
        }

        foreach (var row in taken) _ = SendAsync(row);
        return taken.Count == wanted ? atOnce : taken.Count;
    }

    private async Task SendAsync(OutgoingMessageRow row)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var claims = scope.ServiceProvider.GetRequiredService<MessageClaims>();
            var message = Open(row);
            var outcome = row.IsForNobody ? Withheld() : message is null || time.GetUtcNow() >= row.NotAfter
                ? new(MessageState.TooLate, time.GetUtcNow()) { Gateway = row.Attempts > 0 ? row.Gateway : null } : await handOver.GiveAsync(row, message, claims);
            await RecordAsync(row, outcome);
        }
        catch (Exception e)
        {
            // It stays taken, and is settled as one whose worker is gone.
            log.LogError("SMS {Message} is left in the middle: {Fault}", row.Id, e.GetType().Name);
        }
        finally
        {
            room.Release();
        }
    }

    // The gateway may have it: a database that does not answer for a moment must not make that forgotten.
    private async Task RecordAsync(OutgoingMessageRow row, HandedOver outcome)
    {
        for (var givenUp = outcome.At + GoneAfter; ;)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<MessageClaims>().RecordAsync(row, outcome);
                return;
            }
            catch (Exception e) when (DatabaseFaults.IsOutage(e) && time.GetUtcNow() < givenUp)
            {
                await Task.Delay(RecordAgainAfter, time);
            }
        }
    }

    private async Task SettleAsync(MessageClaims claims, Counters counters, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (now - settledAt < SettleEvery) return;
        settledAt = now;
        foreach (var row in await claims.AbandonedAsync(now - GoneAfter, stop)) await claims.RecordAsync(row, row.IsForNobody ? Withheld() : handOver.Abandoned(row));
        await claims.ResumeAsync(now, stop);
        await figures.TellAsync(claims, counters, now, stop);
    }

    // It went through all that others go through but the gateway: the time of the next page tells nothing of it.
    private HandedOver Withheld() => new(MessageState.Withheld, time.GetUtcNow());

    // A message that no key opens any more is given up; it must not stop those behind it.
    private SmsMessage? Open(OutgoingMessageRow row)
    {
        try
        {
            return queue.Open(row);
        }
        catch (CryptographicException)
        {
            log.LogError("SMS {Message} does not open with the keys of this site", row.Id);
            return null;
        }
    }
}
