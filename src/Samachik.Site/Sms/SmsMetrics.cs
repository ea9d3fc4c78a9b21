using System.Diagnostics.Metrics;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms;

/// <summary>Figures of codes and SMS. A prefix is the first three digits of a number, which a million numbers share.</summary>
public sealed class SmsMetrics
{
    private readonly Counter<long> answers, receipts, sent, verified, wrong, limits, strikes;
    private readonly Histogram<double> delivery;
    private readonly Gauge<long> waiting, budget, wholeBudget, up;
    private readonly Gauge<double> oldest;

    /// <summary>Makes the instruments, of this site alone.</summary>
    public SmsMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(StorageMetrics.MeterName);
        answers = meter.CreateCounter<long>("samachik.sms.answers", description: "What gateways did with messages.");
        receipts = meter.CreateCounter<long>("samachik.sms.receipts", description: "What gateways told of messages later.");
        delivery = meter.CreateHistogram("samachik.sms.delivery", "s", "From the save of a message to its receipt of delivery.", advice:
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2, 3, 5, 8, 13, 20, 30, 60, 120, 300] });
        waiting = meter.CreateGauge<long>("samachik.sms.waiting", description: "Messages that wait for a worker.");
        oldest = meter.CreateGauge<double>("samachik.sms.oldest_waiting", "s", "How long the oldest of them has waited.");
        up = meter.CreateGauge<long>("samachik.sms.gateway_up", description: "1: the gateway can be used; 0: it is off or failing.");
        sent = meter.CreateCounter<long>("samachik.codes.sent", description: "Codes saved to be sent.");
        verified = meter.CreateCounter<long>("samachik.codes.verified", description: "Codes that came back right.");
        wrong = meter.CreateCounter<long>("samachik.codes.wrong", description: "Codes that came back wrong or late.");
        limits = meter.CreateCounter<long>("samachik.send_limits.hit", description: "Codes not sent, by the limit in the way.");
        strikes = meter.CreateCounter<long>("samachik.guard.strikes", description: "Codes that looked like abuse.");
        wholeBudget = meter.CreateGauge<long>("samachik.sms.budget", description: "Codes that the office's budget allows.");
        budget = meter.CreateGauge<long>("samachik.sms.budget_left", description: "Codes left of the office's budget.");
    }

    /// <summary>A gateway answered.</summary>
    public void Answered(string gateway, SmsOutcome outcome, string? prefix) =>
        answers.Add(1, new("gateway", gateway), new("outcome", outcome), new("prefix", prefix));

    /// <summary>A gateway told of a message later; how long after it was saved counts for a delivery.</summary>
    public void Receipt(string gateway, string? prefix, SmsDelivery told, TimeSpan sinceSaved)
    {
        receipts.Add(1, new("gateway", gateway), new("delivery", told), new("prefix", prefix));
        if (told == SmsDelivery.Delivered) delivery.Record(sinceSaved.TotalSeconds, new("gateway", gateway), new("prefix", prefix));
    }

    /// <summary>So many messages wait.</summary>
    public void Waiting(WaitingMessages now, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(now);
        waiting.Record(now.Count);
        oldest.Record(now.Oldest is { } since ? Math.Max(0, (at - since).TotalSeconds) : 0);
    }

    /// <summary>Whether a gateway can be used.</summary>
    public void Up(string gateway, bool isUp) => up.Record(isUp ? 1 : 0, new KeyValuePair<string, object?>("gateway", gateway));

    /// <summary>A code was saved to be sent.</summary>
    public void CodeSent(CodePurpose purpose, AskerStanding standing) => sent.Add(1, new("purpose", purpose), new("standing", standing));

    /// <summary>A code came back.</summary>
    public void CodeTyped(CodePurpose purpose, CodeVerdict verdict) =>
        (verdict == CodeVerdict.Right ? verified : wrong).Add(1, new KeyValuePair<string, object?>("purpose", purpose));

    /// <summary>A code was not sent.</summary>
    public void LimitHit(SendAxis axis) => limits.Add(1, new KeyValuePair<string, object?>("axis", axis));

    /// <summary>A code looked like abuse.</summary>
    public void GuardStruck(TallyScope scope, GuardRule rule, GuardAction action) =>
        strikes.Add(1, new("scope", scope), new("rule", rule), new("action", action));

    /// <summary>So many codes are left of a budget.</summary>
    public void BudgetLeft(SendAxis window, long left, long whole)
    {
        var tag = new KeyValuePair<string, object?>("window", window);
        budget.Record(left, tag);
        wholeBudget.Record(whole, tag);
    }
}
