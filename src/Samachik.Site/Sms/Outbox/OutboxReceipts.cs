using System.Threading.Channels;
using Samachik.Site.Sms.Receipts;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms.Outbox;

/// <summary>Tells, after the hand-over and on its own, what became of the outbox's messages: as a gateway's receipts come.</summary>
public sealed class OutboxReceipts(IServiceScopeFactory scopes, TimeProvider time, ILogger<OutboxReceipts> log) : BackgroundService
{
    private readonly Channel<Later> told = Channel.CreateUnbounded<Later>();

    /// <summary>Tells it so much later, and does before what belongs to it.</summary>
    public void Tell(Guid message, SmsDelivery delivery, TimeSpan after, Action? before = null) => told.Writer.TryWrite(new(message, delivery, after, before));

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.UntilToldAsync(
        async () =>
        {
            await foreach (var later in told.Reader.ReadAllAsync(stoppingToken))
            {
                var telling = TellAsync(later, stoppingToken);
                if (later.After == TimeSpan.Zero) await telling;
            }
        },
        stoppingToken);

    private async Task TellAsync(Later later, CancellationToken stop)
    {
        try
        {
            if (later.After > TimeSpan.Zero) await Task.Delay(later.After, time, stop);
            later.Before?.Invoke();
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TakeReceipt>().TakeAsync(OutboxGateway.Called, later.Message, new(null, later.Delivery), stop);
        }
        catch (Exception e)
        {
            if (!stop.IsCancellationRequested) log.LogWarning("A receipt of the outbox is lost: {Fault}", e.GetType().Name);
        }
    }

    private sealed record Later(Guid Message, SmsDelivery Delivery, TimeSpan After, Action? Before);
}
