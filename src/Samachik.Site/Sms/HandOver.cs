using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms;

/// <summary>Hands a taken message to the first gateway that takes it.</summary>
public sealed class HandOver(GatewayChoice choice, GatewayCircuits circuits, SmsMetrics metrics, TimeProvider time, ILogger<HandOver> log)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Tries the gateways in turn; an answer that was lost ends the turn, for the message may be out.</summary>
    public async Task<HandedOver> GiveAsync(OutgoingMessageRow row, SmsMessage message, MessageClaims claims)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(claims);
        var (refusal, later) = ((SmsRefusal?)null, false);
        foreach (var gateway in choice.For(row))
        {
            // What is on record before the message leaves is what is known of it after a kill.
            if (row.Gateway != gateway.Name && !await claims.TurnToAsync(row, gateway.Name, time.GetUtcNow())) return NotMine(row);
            var answer = await circuits.AskAsync(gateway, message);
            metrics.Answered(gateway.Name, answer.Outcome, row.Prefix);
            log.LogInformation("SMS {Message} by {Gateway}: {Outcome} {Why}", message.Id, gateway.Name, answer.Outcome, answer.Why);
            switch (answer.Outcome)
            {
                case SmsOutcome.Accepted:
                    return new(MessageState.Accepted, time.GetUtcNow()) { Gateway = gateway.Name, GatewayId = answer.GatewayId };
                case SmsOutcome.Unknown:
                    return Lost(gateway, row, time.GetUtcNow());
                case SmsOutcome.TryAgain:
                    later = true;
                    break;
                case SmsOutcome.Refused:
                    refusal = answer.Why ?? SmsRefusal.Other;
                    break;
            }
        }

        var now = time.GetUtcNow();
        return later || refusal is null
            ? new(MessageState.Waiting, now) { Gateway = row.Gateway, RetryAt = now + RetryAfter, IsBound = row.IsBound }
            : new(MessageState.Refused, now) { Gateway = row.Gateway, Refusal = refusal };
    }

    /// <summary>What becomes of a message whose worker ended in the middle.</summary>
    public HandedOver Abandoned(OutgoingMessageRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var gateway = choice.All.FirstOrDefault(one => one.Name == row.Gateway);
        return gateway is null ? new(MessageState.Unknown, time.GetUtcNow()) { Gateway = row.Gateway } : Lost(gateway, row, row.TakenAt ?? row.CreatedAt);
    }

    // Never blindly to a second gateway: only where the first would know it again, or its window for a receipt is over.
    private HandedOver Lost(ISmsGateway gateway, OutgoingMessageRow row, DateTimeOffset handedAt)
    {
        DateTimeOffset? again = gateway.Repeats switch
        {
            SmsRepeats.SentTwice => null,
            SmsRepeats.Recognised => time.GetUtcNow() + RetryAfter,
            SmsRepeats.ToldByReceipt => handedAt + gateway.DeliveryWindow,
        };
        return new(MessageState.Unknown, time.GetUtcNow())
        {
            Gateway = gateway.Name, RetryAt = again < row.NotAfter ? again : null, IsBound = gateway.Repeats == SmsRepeats.Recognised,
        };
    }

    private HandedOver NotMine(OutgoingMessageRow row) => new(MessageState.Unknown, time.GetUtcNow()) { Gateway = row.Gateway };
}
