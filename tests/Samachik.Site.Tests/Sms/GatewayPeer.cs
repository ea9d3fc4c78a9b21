using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Samachik.Site.Tests.Sms;

/// <summary>A request as it stood on the wire.</summary>
/// <param name="Head">Request line and headers.</param>
/// <param name="Body">The body.</param>
public sealed record PeerRequest(string Head, string Body)
{
    /// <summary>A header's value; empty when it is not there.</summary>
    public string Header(string name) => Head.Split("\r\n").Skip(1).Select(line => line.Split(": ", 2))
        .FirstOrDefault(pair => pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1] ?? "";

    /// <summary>The fields of a posted form.</summary>
    public IReadOnlyDictionary<string, string> Form => Body.Split('&').Select(one => one.Split('='))
        .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));
}

/// <summary>The other end of a gateway's line: keeps what comes, byte for byte, and answers or breaks as a test tells it.</summary>
public sealed class GatewayPeer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<PeerRequest> seen = new();
    private readonly CancellationTokenSource over = new();

    /// <summary>Begins to listen.</summary>
    public GatewayPeer()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>What a request is answered: bytes of HTTP; null: the line is cut; waiting: it hangs.</summary>
    public Func<PeerRequest, CancellationToken, Task<string?>> Answer { get; set; } = (_, _) => Task.FromResult<string?>(Http(200, "{}"));

    /// <summary>Its address.</summary>
    public Uri Url => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/sms"));

    /// <summary>Every request, in order.</summary>
    public IReadOnlyList<PeerRequest> Seen => [.. seen];

    /// <summary>Answers so from now on.</summary>
    public void Says(int status, string body, string headers = "") => Answer = (_, _) => Task.FromResult<string?>(Http(status, body, headers));

    /// <summary>An answer as it goes over the line.</summary>
    public static string Http(int status, string body, string headers = "") => string.Create(
        CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Said\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Dispose();
        over.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptTcpClientAsync(over.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var line = client;
        var stream = client.GetStream();
        try
        {
            while (await ReadAsync(stream) is { } request)
            {
                seen.Enqueue(request);
                if (await Answer(request, over.Token) is not { } answer) return;
                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), over.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The other end, or the test, is gone.
        }
    }

    private async Task<PeerRequest?> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        for (int? end = null, length = 0; ;)
        {
            if (end is { } at && bytes.Count >= at + 4 + length)
                return new(Encoding.UTF8.GetString([.. bytes[..at]]), Encoding.UTF8.GetString([.. bytes[(at + 4)..]]));
            var read = await stream.ReadAsync(buffer, over.Token);
            if (read == 0) return null;
            bytes.AddRange(buffer[..read]);
            var text = Encoding.Latin1.GetString([.. bytes]);
            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var found)
            {
                end = found;
                var header = new PeerRequest(text[..found], "").Header("Content-Length");
                length = header.Length > 0 ? int.Parse(header, CultureInfo.InvariantCulture) : 0;
            }
        }
    }
}
