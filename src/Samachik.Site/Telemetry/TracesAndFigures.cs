using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Telemetry;

/// <summary>Sends a part of the traces, and every few seconds the figures of <c>/metrics</c>, to the collector.</summary>
public sealed class TracesAndFigures : IDisposable
{
    private const int FiguresEveryMilliseconds = 15_000;

    private readonly TracerProvider traces;
    private readonly MeterProvider figures;

    /// <summary>Begins.</summary>
    public TracesAndFigures(Collector collector, TelemetryMetrics metrics, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(collector);
        ArgumentNullException.ThrowIfNull(settings);
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Collector.Resource).AddSource([.. SentSpans.Sources])
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.Telemetry.TracedPart)))
            .AddProcessor(Spans(collector, new(Signal.Traces, metrics))).Build();
        figures = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Collector.Resource).AddMeter([.. MetricsPort.Meters])
            .AddView(instrument => instrument.Meter.Name == StorageMetrics.MeterName ? null : new MetricStreamConfiguration { TagKeys = MetricsPort.ToldOfTheFramework })
            .AddReader(new PeriodicExportingMetricReader(
                Figures(collector, new(Signal.Metrics, metrics)), FiguresEveryMilliseconds, (int)Collector.Patience.TotalMilliseconds))
            .Build();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        traces.Dispose();
        figures.Dispose();
    }

    private static SentSpans Spans(Collector collector, Passage passage)
    {
        var otlp = new OtlpTraceExporter(collector.Options(Signal.Traces));
        var lent = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Collector.Resource).AddProcessor(new SimpleActivityExportProcessor(otlp)).Build();
        return new(new CountedExporter<Activity>(otlp, lent, passage.Leave), passage);
    }

    private static CountedExporter<Metric> Figures(Collector collector, Passage passage)
    {
        var otlp = new OtlpMetricExporter(collector.Options(Signal.Metrics));
        var lent = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Collector.Resource).AddReader(new BaseExportingMetricReader(otlp)).Build();
        return new(otlp, lent, (_, wasTaken) => passage.Told(1, wasTaken));
    }
}
