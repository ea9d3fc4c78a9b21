using Samachik.Rules.People;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms;

/// <summary>What a gateway did with a message.</summary>
public enum SmsOutcome
{
    /// <summary>It took the message; from now on it is the gateway's.</summary>
    Accepted,

    /// <summary>It refused for good; asking it again changes nothing.</summary>
    Refused,

    /// <summary>It did not take the message; it may later, and another may now.</summary>
    TryAgain,

    /// <summary>The line broke before the answer: the message may have gone out.</summary>
    Unknown,
}

/// <summary>A gateway's answer.</summary>
/// <param name="Outcome">What it did.</param>
/// <param name="GatewayId">Its own name for a message that it took; its receipts may name the message by it.</param>
/// <param name="Why">Why it refused for good.</param>
public sealed record SmsAnswer(SmsOutcome Outcome, string? GatewayId = null, SmsRefusal? Why = null)
{
    /// <summary>It took the message.</summary>
    public static SmsAnswer Accepted(string? gatewayId = null) => new(SmsOutcome.Accepted, gatewayId);

    /// <summary>It refused for good.</summary>
    public static SmsAnswer Refused(SmsRefusal why) => new(SmsOutcome.Refused, null, why);

    /// <summary>It did not take the message now.</summary>
    public static SmsAnswer TryAgain { get; } = new(SmsOutcome.TryAgain);

    /// <summary>It may have taken the message.</summary>
    public static SmsAnswer Unknown { get; } = new(SmsOutcome.Unknown);
}

/// <summary>An SMS to hand over. Prints nothing of it.</summary>
/// <param name="Id">The message's id, for gateways that recognise one they had before.</param>
/// <param name="To">The number.</param>
/// <param name="Text">The text, one segment.</param>
/// <param name="NotAfter">From then on nobody wants it any more.</param>
public sealed record SmsMessage(Guid Id, ThaiMobileNumber To, string Text, DateTimeOffset NotAfter)
{
    /// <inheritdoc/>
    public override string ToString() => $"SMS {Id:D}";
}

/// <summary>What a gateway does with a message that it is handed a second time, after an answer that was lost.</summary>
public enum SmsRepeats
{
    /// <summary>It sends it twice, and nothing tells whether it had it: an unknown message is never handed over again.</summary>
    SentTwice,

    /// <summary>It knows the id and sends it once: an unknown message may be handed to it, and to no other, again.</summary>
    Recognised,

    /// <summary>It would send it twice, but a receipt shows within the window that it had it: without one, it had not.</summary>
    ToldByReceipt,
}

/// <summary>A way to send SMS. One folder each; the settings name those in use, in order of preference.</summary>
public interface ISmsGateway
{
    /// <summary>Its name in the setting <c>Sms:Gateways</c>.</summary>
    string Name { get; }

    /// <summary>What it does with a message that it had before.</summary>
    SmsRepeats Repeats { get; }

    /// <summary>How long after handing over a receipt may still tell that it had the message.</summary>
    TimeSpan DeliveryWindow { get; }

    /// <summary>Hands a message over; tells what became of it and throws only when it is broken.</summary>
    Task<SmsAnswer> SendAsync(SmsMessage message, CancellationToken stop);

    /// <summary>Reads a receipt; null when it is none of this gateway's. What was not asked for is ignored.</summary>
    Task<SmsReceipt?> ReadReceiptAsync(HttpRequest request, CancellationToken stop);
}

/// <summary>What a gateway tells of a message later.</summary>
/// <param name="GatewayId">Its own name for the message; null where the address of the receipt names the message.</param>
/// <param name="Delivery">What became of it.</param>
public sealed record SmsReceipt(string? GatewayId, SmsDelivery Delivery);
