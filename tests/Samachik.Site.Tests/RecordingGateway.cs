using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Samachik.Site.Sms;

namespace Samachik.Site.Tests;

/// <summary>A gateway that keeps what it is given, and does what a test tells it to: take, refuse, break.</summary>
public sealed partial class RecordingGateway : ISmsGateway
{
    private readonly ConcurrentQueue<ReceivedSms> taken = new();
    private readonly ConcurrentQueue<SmsMessage> handed = new();

    /// <inheritdoc/>
    public string Name => "Recording";

    /// <summary>What becomes of the next message; it may throw or wait. The message is recorded when it is accepted.</summary>
    public Func<SmsMessage, CancellationToken, Task<SmsOutcome>> Answer { get; set; } = (_, _) => Task.FromResult(SmsOutcome.Accepted);

    /// <summary>Every message handed over, in order, whatever became of it.</summary>
    public IReadOnlyList<SmsMessage> Handed => [.. handed];

    /// <summary>What was accepted for a number, newest first.</summary>
    public IReadOnlyList<ReceivedSms> To(string e164) => [.. taken.Where(sms => sms.To == e164).Reverse()];

    /// <inheritdoc/>
    public async Task<SmsOutcome> SendAsync(SmsMessage message, CancellationToken stop)
    {
        handed.Enqueue(message);
        var outcome = await Answer(message, stop);
        if (outcome == SmsOutcome.Accepted) taken.Enqueue(Read(message));
        return outcome;
    }

    /// <summary>The digits of the code in a text; empty when it carries none.</summary>
    public static string CodeIn(string text) => Code().Match(text).Value;

    private static ReceivedSms Read(SmsMessage message)
    {
        var reference = Reference().Match(message.Text);
        return new(
            message.To.E164, message.Text, reference.Success ? reference.Groups[1].Value : null,
            reference.Success && CodeIn(message.Text) is { Length: > 0 } code ? code : null, TestSite.Start);
    }

    [GeneratedRegex("(?:อ้างอิง|Reference) ([A-Z]{4})")]
    private static partial Regex Reference();

    [GeneratedRegex("(?<![0-9])[0-9]{4,10}(?![0-9])")]
    private static partial Regex Code();
}
