using System.Diagnostics.Metrics;
using Samachik.Site.Storage;

namespace Samachik.Site.Telemetry;

/// <summary>The three kinds of what is sent to a collector.</summary>
public enum Signal
{
    /// <summary>Lines of the log.</summary>
    Logs,

    /// <summary>Figures; one is a round of all of them.</summary>
    Metrics,

    /// <summary>Spans of traces.</summary>
    Traces,
}

/// <summary>Why something was not sent.</summary>
public enum Loss
{
    /// <summary>Too much waited already.</summary>
    NoRoom,

    /// <summary>The collector did not take it, or not in time.</summary>
    NotTaken,

    /// <summary>It carried what only a whole span could be kept from telling.</summary>
    Withheld,
}

/// <summary>Figures of the way to the collector.</summary>
public sealed class TelemetryMetrics
{
    private readonly Counter<long> sent, lost;

    /// <summary>Makes the instruments, of this site alone.</summary>
    public TelemetryMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(StorageMetrics.MeterName);
        sent = meter.CreateCounter<long>("samachik.telemetry.sent", description: "What the collector took.");
        lost = meter.CreateCounter<long>("samachik.telemetry.lost", description: "What was dropped, and why.");
    }

    /// <summary>The collector took so many.</summary>
    public void Sent(Signal signal, long count) => sent.Add(count, new KeyValuePair<string, object?>("signal", signal));

    /// <summary>So many were dropped.</summary>
    public void Lost(Signal signal, Loss why, long count) => lost.Add(count, new("signal", signal), new("why", why));
}
