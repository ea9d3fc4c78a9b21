using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms.Receipts;

/// <summary>
/// Records what a gateway tells of a message. Receipts come twice and in any order: a delivery is final, and only one
/// overrides a failure. Whoever tells of a message has had it.
/// </summary>
public sealed class TakeReceipt(MembersDb db, SmsMetrics metrics, TimeProvider time)
{
    /// <summary>Takes a receipt of a message named by its id, or else by the gateway's own name; whether there is such a message.</summary>
    public async Task<bool> TakeAsync(string gateway, Guid? id, SmsReceipt receipt, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var (told, now) = (receipt.Delivery, time.GetUtcNow());
        var row = await Named(gateway, id, receipt.GatewayId).AsNoTracking().FirstOrDefaultAsync(stop);
        if (row is null) return false;

        // Another gateway has it meanwhile: that the first failed says nothing any more.
        if (row.Gateway != gateway && told != SmsDelivery.Delivered) return true;
        var message = db.OutgoingMessages.Where(one => one.Id == row.Id);
        await message.Where(one => one.State == MessageState.Taken || one.State == MessageState.Unknown || one.State == MessageState.Waiting)
            .ExecuteUpdateAsync(
                set => set.SetProperty(one => one.Attempts, one => one.State == MessageState.Taken ? one.Attempts + 1 : one.Attempts)
                    .SetProperty(one => one.State, MessageState.Accepted)
                    .SetProperty(one => one.Gateway, gateway)
                    .SetProperty(one => one.AcceptedAt, now)
                    .SetProperty(one => one.RetryAt, (DateTimeOffset?)null)
                    .SetProperty(one => one.TextCipher, (byte[]?)null)
                    .SetProperty(one => one.PhoneCipher, (byte[]?)null),
                stop);
        var isNews = await LessThan(message, told).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Delivery, told).SetProperty(one => one.DeliveryAt, now), stop) > 0;
        if (isNews) metrics.Receipt(gateway, row.Prefix, told, now - row.CreatedAt);
        return true;
    }

    // The word of the address proves that this gateway was handed the message; its own name for it must be of this gateway.
    private IQueryable<OutgoingMessageRow> Named(string gateway, Guid? id, string? gatewayId) => id is { } known
        ? db.OutgoingMessages.Where(row => row.Id == known && row.State != MessageState.Withheld)
        : db.OutgoingMessages.Where(row => row.GatewayId != null && row.GatewayId == gatewayId && row.Gateway == gateway);

    private static IQueryable<OutgoingMessageRow> LessThan(IQueryable<OutgoingMessageRow> message, SmsDelivery told) => told switch
    {
        SmsDelivery.Delivered => message.Where(one => one.Delivery == null || one.Delivery != SmsDelivery.Delivered),
        SmsDelivery.Failed => message.Where(one => one.Delivery == null || one.Delivery == SmsDelivery.Buffered),
        SmsDelivery.Buffered => message.Where(one => one.Delivery == null),
    };
}
