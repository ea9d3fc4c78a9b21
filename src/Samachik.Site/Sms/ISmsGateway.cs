using Samachik.Rules.People;

namespace Samachik.Site.Sms;

/// <summary>What a gateway did with a message.</summary>
public enum SmsOutcome
{
    /// <summary>It took the message; from now on it is the gateway's.</summary>
    Accepted,

    /// <summary>It refused for good; asking again changes nothing.</summary>
    Refused,

    /// <summary>It did not take the message; it may later.</summary>
    TryAgain,

    /// <summary>The line broke before the answer: the message may have gone out, so it is never sent again.</summary>
    Unknown,
}

/// <summary>An SMS to hand over. Prints nothing of it.</summary>
/// <param name="Id">The message's id, for gateways that recognise one they had before.</param>
/// <param name="To">The number.</param>
/// <param name="Text">The text, one segment.</param>
public sealed record SmsMessage(Guid Id, ThaiMobileNumber To, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"SMS {Id:D}";
}

/// <summary>A way to send SMS. One folder each; the settings name those in use, in order of preference.</summary>
public interface ISmsGateway
{
    /// <summary>Its name in the setting <c>Sms:Gateways</c>.</summary>
    string Name { get; }

    /// <summary>Hands a message over; tells what became of it and throws only when it is broken.</summary>
    Task<SmsOutcome> SendAsync(SmsMessage message, CancellationToken stop);
}
