using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests;

/// <summary>A gateway that keeps what it is given, and does what a test tells it to: take, refuse, break.</summary>
public sealed partial class RecordingGateway : ISmsGateway
{
    private readonly ConcurrentQueue<ReceivedSms> taken = new();
    private readonly ConcurrentQueue<SmsMessage> handed = new();

    /// <inheritdoc/>
    public string Name { get; init; } = "Recording";

    /// <summary>What becomes of the next message; it may throw or wait. The message is recorded when it is accepted.</summary>
    public Func<SmsMessage, CancellationToken, Task<SmsAnswer>> Answer { get; set; } = (_, _) => Task.FromResult(SmsAnswer.Accepted());

    /// <inheritdoc/>
    public SmsRepeats Repeats { get; init; } = SmsRepeats.SentTwice;

    /// <inheritdoc/>
    public TimeSpan DeliveryWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Every message handed over, in order, whatever became of it.</summary>
    public IReadOnlyList<SmsMessage> Handed => [.. handed];

    /// <summary>What was accepted for a number, newest first.</summary>
    public IReadOnlyList<ReceivedSms> To(string e164) => [.. taken.Where(sms => sms.To == e164).Reverse()];

    /// <inheritdoc/>
    public async Task<SmsAnswer> SendAsync(SmsMessage message, CancellationToken stop)
    {
        handed.Enqueue(message);
        var answer = await Answer(message, stop);
        if (answer.Outcome == SmsOutcome.Accepted) taken.Enqueue(Read(message));
        return answer;
    }

    /// <inheritdoc/>
    public Task<SmsReceipt?> ReadReceiptAsync(HttpRequest request, CancellationToken stop) => Task.FromResult(
        Enum.TryParse<SmsDelivery>(request.Query["told"], out var told) ? new SmsReceipt(request.Query["id"], told) : null);

    private static ReceivedSms Read(SmsMessage message)
    {
        var reference = Reference().Match(message.Text);
        return new(
            message.To.E164, message.Text, reference.Success ? reference.Groups[1].Value : null,
            reference.Success && ReceivedSms.CodeIn(message.Text) is { Length: > 0 } code ? code : null, TestSite.Start);
    }

    [GeneratedRegex("(?:อ้างอิง|Reference) ([A-Z]{4})")]
    private static partial Regex Reference();
}
