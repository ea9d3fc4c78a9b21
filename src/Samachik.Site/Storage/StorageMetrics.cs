using System.Diagnostics.Metrics;

namespace Samachik.Site.Storage;

/// <summary>Figures of the works that go on in the background: the housekeeping and the sealing of the trail.</summary>
public sealed class StorageMetrics
{
    /// <summary>The name of the site's own meter.</summary>
    public const string MeterName = "Samachik";

    private readonly Counter<long> removed, rounds, failedRounds, seals, sealedEntries, sealFailures;
    private readonly Gauge<double> duration;
    private readonly Gauge<long> unsealed;

    /// <summary>Makes the instruments, of this site alone.</summary>
    public StorageMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        removed = meter.CreateCounter<long>("samachik.housekeeping.removed", description: "Rows removed, by kind.");
        rounds = meter.CreateCounter<long>("samachik.housekeeping.rounds", description: "Rounds made.");
        failedRounds = meter.CreateCounter<long>("samachik.housekeeping.failed_rounds", description: "Rounds that broke off.");
        duration = meter.CreateGauge<double>("samachik.housekeeping.duration", "s", "How long the last round took.");
        seals = meter.CreateCounter<long>("samachik.audit.seals", description: "Seals made.");
        sealedEntries = meter.CreateCounter<long>("samachik.audit.sealed_entries", description: "Entries of the trail sealed.");
        sealFailures = meter.CreateCounter<long>("samachik.audit.seal_failures", description: "Faults met while sealing.");
        unsealed = meter.CreateGauge<long>("samachik.audit.unsealed_entries", description: "Entries of the trail not sealed yet.");
    }

    /// <summary>Rows of a kind were removed; none is a figure too.</summary>
    public void Removed(string kind, int rows) => removed.Add(rows, new KeyValuePair<string, object?>("kind", kind));

    /// <summary>A round of the housekeeping came to its end.</summary>
    public void Tidied(TimeSpan took)
    {
        rounds.Add(1);
        failedRounds.Add(0);
        duration.Record(took.TotalSeconds);
    }

    /// <summary>A round of the housekeeping broke off.</summary>
    public void TidyingFailed() => failedRounds.Add(1);

    /// <summary>A seal was made.</summary>
    public void Sealed(int entries)
    {
        seals.Add(1);
        sealedEntries.Add(entries);
    }

    /// <summary>Sealing met something it must not pass over.</summary>
    public void SealingFailed() => sealFailures.Add(1);

    /// <summary>So many entries are not sealed yet.</summary>
    public void Unsealed(long entries)
    {
        unsealed.Record(entries);
        sealFailures.Add(0);
    }
}
