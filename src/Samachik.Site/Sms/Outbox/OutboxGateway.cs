using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms.Outbox;

/// <summary>
/// Development's gateway: keeps messages for a page to show and sends nothing. Eight numbers behave as gateways do on
/// bad days.
/// </summary>
public sealed class OutboxGateway(OutboxMessages messages, OutboxReceipts receipts, TimeProvider time) : ISmsGateway
{
    /// <summary>Its name.</summary>
    public const string Called = "Outbox";

    /// <summary>How late the receipt comes that proves a lost answer.</summary>
    public static readonly TimeSpan ProvenAfter = TimeSpan.FromSeconds(5);

    /// <summary>How late a delayed message comes.</summary>
    public static readonly TimeSpan DelayedBy = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public string Name => Called;

    /// <inheritdoc/>
    public SmsRepeats Repeats => SmsRepeats.SentTwice;

    /// <inheritdoc/>
    public TimeSpan DeliveryWindow => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<SmsAnswer> SendAsync(SmsMessage message, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(message);
        switch (message.To.National)
        {
            case "0800000001": // refuses
                return SmsAnswer.Refused(SmsRefusal.Number);
            case "0800000002": // hangs
                await HangAsync(stop);
                return SmsAnswer.Unknown;
            case "0800000003": // takes it, and its answer is lost; the receipt comes
                Show(message);
                receipts.Tell(message.Id, SmsDelivery.Delivered, ProvenAfter);
                return SmsAnswer.Unknown;
            case "0800000004": // the phone is off for a while
                receipts.Tell(message.Id, SmsDelivery.Buffered, TimeSpan.Zero);
                receipts.Tell(message.Id, SmsDelivery.Delivered, DelayedBy, () => Show(message));
                return SmsAnswer.Accepted();
            case "0800000005": // the phone gets it twice
                Show(message);
                break;
            case "0800000006": // has no time
                return SmsAnswer.TryAgain;
            case "0800000007": // the line is cut, and it has nothing
                return SmsAnswer.Unknown;
            case "0800000008": // takes it, and cannot bring it to the phone
                receipts.Tell(message.Id, SmsDelivery.Failed, TimeSpan.Zero);
                return SmsAnswer.Accepted();
        }

        Show(message);
        receipts.Tell(message.Id, SmsDelivery.Delivered, TimeSpan.Zero);
        return SmsAnswer.Accepted();
    }

    /// <inheritdoc/>
    public Task<SmsReceipt?> ReadReceiptAsync(HttpRequest request, CancellationToken stop) => Task.FromResult<SmsReceipt?>(null);

    private void Show(SmsMessage message) => messages.Add(message.To.E164, message.Text, time.GetUtcNow());

    private async Task HangAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, stop);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits any longer.
        }
    }
}
