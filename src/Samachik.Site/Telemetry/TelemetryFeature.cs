using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using Samachik.Site.Settings;

namespace Samachik.Site.Telemetry;

/// <summary>What an operator sees of the running site from afar: logs, figures and traces at a collector (ADR 0027).</summary>
public static class TelemetryFeature
{
    /// <summary>Guards every log; sends to the collector that the settings name, if they name one and the site serves.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, SiteSettings settings, bool isServing)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        builder.Services.AddSingleton<LoggerFactory>();
        builder.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory, GuardedLoggers>());
        builder.Services.AddSingleton<DistributedContextPropagator, NoForeignTraces>();
        if (settings.Telemetry.Otlp is not { } root || !isServing) return;

        builder.Services.AddSingleton(_ => new Collector(root)); // made with the loggers: it must ask for nothing that logs
        builder.Services.AddSingleton<TelemetryMetrics>();
        builder.Services.AddSingleton<TracesAndFigures>();
        builder.Logging.AddOpenTelemetry(options => (options.IncludeFormattedMessage, options.ParseStateValues) = (true, true));
        builder.Services.ConfigureOpenTelemetryLoggerProvider((provider, logs) =>
            logs.SetResourceBuilder(Collector.Resource).AddProcessor(Logs(provider.GetRequiredService<Collector>(), provider.GetRequiredService<TelemetryMetrics>())));
    }

    /// <summary>Begins to send traces and figures, where there is a collector.</summary>
    public static void StartTelemetry(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetService<Collector>() is not { } collector) return;
        app.Services.GetRequiredService<TracesAndFigures>();
        app.Lifetime.ApplicationStopped.Register(collector.End);
    }

    private static SentLogs Logs(Collector collector, TelemetryMetrics metrics)
    {
        var passage = new Passage(Signal.Logs, metrics);
        var otlp = new OtlpLogExporter(collector.Options(Signal.Logs));
        var lent = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options =>
            options.SetResourceBuilder(Collector.Resource).AddProcessor(new SimpleLogRecordExportProcessor(otlp))));
        return new(new CountedExporter<LogRecord>(otlp, lent, passage.Leave), passage);
    }

    // What a stranger's headers say of a trace is not taken over, and nobody is told ours.
    private sealed class NoForeignTraces : DistributedContextPropagator
    {
        public override IReadOnlyCollection<string> Fields => [];

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
        {
        }

        public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
            (traceId, traceState) = (null, null);

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
    }
}
