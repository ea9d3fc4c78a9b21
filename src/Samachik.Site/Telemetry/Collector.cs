using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;

namespace Samachik.Site.Telemetry;

/// <summary>
/// The line to the office's collector, OTLP over HTTP: short time-outs, no proxy, no redirect, and no word once the site
/// has ended. It is told by threads of its own, so a slow collector slows nobody.
/// </summary>
public sealed class Collector : IDisposable
{
    // The last words of a site that ends; a collector that hangs holds up its end no longer.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(2);

    private readonly Uri root;
    private readonly CancellationTokenSource over = new();
    private readonly SocketsHttpHandler line = new()
    {
        UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ConnectTimeout = ConnectWithin,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2), ActivityHeadersPropagator = null,
    };

    /// <summary>A line to an address.</summary>
    public Collector(Uri root)
    {
        ArgumentNullException.ThrowIfNull(root);
        this.root = new(root.AbsoluteUri.TrimEnd('/') + "/");
    }

    /// <summary>How long the collector may take for a batch.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(3);

    /// <summary>What all signals tell of the site: its name, and a random name of this process.</summary>
    public static ResourceBuilder Resource { get; } = ResourceBuilder.CreateDefault().AddService("samachik");

    /// <summary>The site has stopped: what is not sent within two seconds never is.</summary>
    public void End() => over.CancelAfter(LastWords);

    /// <inheritdoc/>
    public void Dispose()
    {
        line.Dispose();
        over.Dispose();
    }

    /// <summary>How the exporter of a signal reaches it.</summary>
    internal OtlpExporterOptions Options(Signal signal) => new()
    {
        Endpoint = new(root, "v1/" + (signal switch { Signal.Logs => "logs", Signal.Metrics => "metrics", Signal.Traces => "traces" })),
        Protocol = OtlpExportProtocol.HttpProtobuf,
        TimeoutMilliseconds = (int)Patience.TotalMilliseconds,
        HttpClientFactory = () => new(new Ending(line, over.Token), disposeHandler: false) { Timeout = Patience },
    };

    // Breaks off what is under way when the site is over.
    private sealed class Ending(HttpMessageHandler line, CancellationToken over) : DelegatingHandler(line)
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over);
            return base.Send(request, either.Token);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over);
            return await base.SendAsync(request, either.Token);
        }
    }
}
