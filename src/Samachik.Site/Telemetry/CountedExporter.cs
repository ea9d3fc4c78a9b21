using OpenTelemetry;

namespace Samachik.Site.Telemetry;

/// <summary>
/// Sends through an exporter and counts what became of it. An exporter learns what it tells of the site from the provider
/// that it hangs on; behind this one it hangs on none, so it is <paramref name="lent"/> one.
/// </summary>
internal sealed class CountedExporter<T>(BaseExporter<T> otlp, IDisposable? lent, Action<long, bool> told) : BaseExporter<T>
    where T : class
{
    /// <inheritdoc/>
    public override ExportResult Export(in Batch<T> batch)
    {
        var count = batch.Count;
        var result = otlp.Export(batch);
        told(count, result == ExportResult.Success);
        return result;
    }

    /// <inheritdoc/>
    protected override bool OnShutdown(int timeoutMilliseconds) => otlp.Shutdown(timeoutMilliseconds);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) lent?.Dispose();
        base.Dispose(disposing);
    }
}
