using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms;

/// <summary>
/// A circuit breaker for each gateway: one that fails half of the time is left alone for a while, then tried with one
/// message, and comes back by itself.
/// </summary>
public sealed class GatewayCircuits(SiteSettings settings, TimeProvider time, ILogger<GatewayCircuits> log)
{
    /// <summary>How long a gateway may take to answer: longer than its own time-out, so that it can tell how it ended.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Looked = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, ResiliencePipeline<SmsAnswer>> circuits = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, DateTimeOffset> leftAloneUntil = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a gateway is being left alone.</summary>
    public bool IsDown(string gateway) => leftAloneUntil.TryGetValue(gateway, out var until) && time.GetUtcNow() < until;

    /// <summary>Hands a message to a gateway, unless it is being left alone: then it did not take it.</summary>
    public async Task<SmsAnswer> AskAsync(ISmsGateway gateway, SmsMessage message)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            return await circuits.GetOrAdd(gateway.Name, CircuitOf).ExecuteAsync(async _ => await TryAsync(gateway, message));
        }
        catch (BrokenCircuitException)
        {
            return SmsAnswer.TryAgain;
        }
    }

    private async Task<SmsAnswer> TryAsync(ISmsGateway gateway, SmsMessage message)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            return await gateway.SendAsync(message, patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception e)
        {
            // The type alone: a gateway's own words could hold the number or the text.
            log.LogError("SMS {Message} by {Gateway} broke: {Fault}", message.Id, gateway.Name, e.GetType().Name);
            return SmsAnswer.Unknown;
        }
    }

    private ResiliencePipeline<SmsAnswer> CircuitOf(string gateway) => new ResiliencePipelineBuilder<SmsAnswer> { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<SmsAnswer>
        {
            FailureRatio = 0.5,
            MinimumThroughput = settings.Sms.BreakAfter,
            SamplingDuration = Looked,
            BreakDuration = settings.Sms.BreakFor,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } answer && IsItsFault(answer)),
            OnOpened = args =>
            {
                leftAloneUntil[gateway] = time.GetUtcNow() + args.BreakDuration;
                log.LogWarning("The SMS gateway {Gateway} fails; it is left alone for {Seconds} s", gateway, args.BreakDuration.TotalSeconds);
                return ValueTask.CompletedTask;
            },
            OnClosed = _ =>
            {
                leftAloneUntil.TryRemove(gateway, out var _);
                log.LogInformation("The SMS gateway {Gateway} is back", gateway);
                return ValueTask.CompletedTask;
            },
        }).Build();

    private static bool IsItsFault(SmsAnswer answer) => answer.Outcome switch
    {
        SmsOutcome.TryAgain or SmsOutcome.Unknown => true,
        SmsOutcome.Refused => answer.Why == SmsRefusal.Account,
        SmsOutcome.Accepted => false,
    };
}
