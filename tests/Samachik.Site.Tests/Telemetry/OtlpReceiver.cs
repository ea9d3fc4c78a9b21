using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace Samachik.Site.Tests.Telemetry;

/// <summary>A collector of the test's own: keeps every byte that it is sent, and answers or hangs as a test tells it.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Head, byte[] Body)> got = new();
    private readonly CancellationTokenSource over = new();
    private readonly WebApplication app;

    private OtlpReceiver(WebApplication app) => this.app = app;

    /// <summary>Its address, without the signals' paths.</summary>
    public string Address => app.Urls.First();

    /// <summary>Whether it keeps everybody waiting, and takes nothing.</summary>
    public bool Hangs { get; set; }

    /// <summary>How many batches came.</summary>
    public int Count => got.Count;

    /// <summary>All bytes so far.</summary>
    public byte[] Bytes => [.. got.SelectMany(one => one.Body.Concat(Encoding.UTF8.GetBytes(one.Head)))];

    /// <summary>The bytes of one signal as text: protobuf keeps strings in UTF-8.</summary>
    public string TextOf(string signal) => TextAt($"/v1/{signal}");

    /// <summary>What came to a path, as text.</summary>
    public string TextAt(string path) => string.Concat(got.Where(one => one.Path == path).Select(one => Encoding.UTF8.GetString(one.Body)));

    /// <summary>Starts one on a free port.</summary>
    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new OtlpReceiver(builder.Build());
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Waits until a signal tells of something.</summary>
    public Task UntilAsync(string signal, string told) =>
        Eventually.TrueAsync(() => Task.FromResult(TextOf(signal).Contains(told, StringComparison.Ordinal)), $"\"{told}\" in the {signal}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await app.DisposeAsync();
        over.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var head = string.Join('\n', context.Request.Headers.Select(header => string.Create(CultureInfo.InvariantCulture, $"{header.Key}: {header.Value}")));
        if (Hangs) await Task.Delay(Timeout.Infinite, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else got.Enqueue((context.Request.Path, head, body.ToArray()));
    }
}
