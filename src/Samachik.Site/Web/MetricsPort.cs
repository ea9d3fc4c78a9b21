using System.Globalization;
using System.Net;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Samachik.Site.Settings;
using Samachik.Site.Storage;

namespace Samachik.Site.Web;

/// <summary>
/// Tells the site's figures at <c>/metrics</c> in Prometheus' text, to this machine only and on a port of its own, so
/// that no way leads there from outside.
/// </summary>
public sealed class MetricsPort : IDisposable
{
    // Of the framework's own meters those that carry neither addresses nor names of people: routes, statuses and times.
    internal static readonly string[] Meters =
        [StorageMetrics.MeterName, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];

    /// <summary>What of the framework's labels goes on to a collector.</summary>
    internal static readonly string[] ToldOfTheFramework =
    [
        "http.request.method", "http.route", "http.response.status_code", "error.type", "url.scheme", "network.protocol.name",
        "network.protocol.version", "network.transport", "network.type", "tls.protocol.version", "gc.heap.generation", "cpu.mode",
    ];

    private readonly MeterProvider? provider;

    /// <summary>Opens the port; 0 is none.</summary>
    /// <exception cref="SettingsException">The port is taken. In Development that is told and passed over.</exception>
    public MetricsPort(SiteSettings settings, ILogger<MetricsPort> log)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var port = settings.Network.MetricsPort;
        if (port == 0) return;

        // Where this machine's own name leads nowhere, its address has to do.
        provider = TryOpen(port, "localhost") ?? TryOpen(port);
        if (provider is not null) return;
        const string taken = "Metrics:Port: the port cannot be had; choose another, or 0 for none.";
        if (!settings.IsDevelopment) throw new SettingsException([taken]);
        log.LogWarning(taken);
    }

    /// <inheritdoc/>
    public void Dispose() => provider?.Dispose();

    private static MeterProvider? TryOpen(int port, string? furtherName = null)
    {
        try
        {
            return Sdk.CreateMeterProviderBuilder().AddMeter(Meters)
                .ConfigureResource(resource => resource.AddService("samachik"))
                .AddPrometheusHttpListener(options =>
                {
                    (options.Host, options.Port) = (IPAddress.Loopback.ToString(), port);
                    if (furtherName is not null) options.ConfigureHttpListener = (_, listener) => listener.Prefixes.Add(
                        string.Create(CultureInfo.InvariantCulture, $"http://{furtherName}:{port}/metrics/"));
                })
                .Build();
        }
        catch (Exception e) when (e is HttpListenerException || e.InnerException is HttpListenerException)
        {
            return null;
        }
    }
}
