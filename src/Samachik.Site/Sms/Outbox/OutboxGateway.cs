namespace Samachik.Site.Sms.Outbox;

/// <summary>Development's gateway: keeps messages for a page to show and sends nothing.</summary>
public sealed class OutboxGateway(OutboxMessages messages, TimeProvider time) : ISmsGateway
{
    /// <inheritdoc/>
    public string Name => "Outbox";

    /// <inheritdoc/>
    public Task<SmsOutcome> SendAsync(SmsMessage message, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(message);
        messages.Add(message.To.E164, message.Text, time.GetUtcNow());
        return Task.FromResult(SmsOutcome.Accepted);
    }
}
