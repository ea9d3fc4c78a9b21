using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Samachik.Site.Tests.Storage;

/// <summary>Listens to the figures of one site, as they are told.</summary>
public sealed class Figures : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<(string Name, string[] Tags, double Value)> told = new();

    /// <summary>Starts to listen.</summary>
    public Figures(TestSite site)
    {
        var scope = site.Service<IMeterFactory>();
        listener.InstrumentPublished = (instrument, mine) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, scope) && instrument.Meter.Name == "Samachik") mine.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Every value told of an instrument, in order; of those alone that carry a tag of this value, if one is given.</summary>
    public IReadOnlyList<double> Of(string name, string? tag = null) =>
        [.. told.Where(figure => figure.Name == $"samachik.{name}" && (tag is null || figure.Tags.Contains(tag))).Select(figure => figure.Value)];

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        told.Enqueue((instrument.Name, [.. tags.ToArray().Select(tag => tag.Value?.ToString() ?? "")], value));
}
