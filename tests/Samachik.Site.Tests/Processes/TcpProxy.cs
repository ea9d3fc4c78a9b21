using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Samachik.Site.Tests.Processes;

/// <summary>What the line to the database does.</summary>
public enum Line
{
    /// <summary>Carries everything.</summary>
    Whole,

    /// <summary>Ends every connection, old and new, at once.</summary>
    Refused,

    /// <summary>Takes connections and carries nothing.</summary>
    Hanging,

    /// <summary>Carries the question and cuts the answer after its first bytes.</summary>
    CutInReply,
}

/// <summary>A line to a server on this machine that can fail in several ways.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();
    private readonly int server;
    private volatile Line line;

    /// <summary>A line to a port of this machine.</summary>
    public TcpProxy(int server)
    {
        this.server = server;
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The port to connect to instead.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Changes the line; connections that are open meet the change too.</summary>
    public void Set(Line now)
    {
        line = now;
        if (now is Line.Refused or Line.Whole) foreach (var client in open.Keys) client.Close();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        listener.Stop();
        foreach (var client in open.Keys) client.Close();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The proxy was closed.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var other = new TcpClient();
        open[client] = open[other] = true;
        try
        {
            if (line == Line.Refused) return;
            await other.ConnectAsync(IPAddress.Loopback, server);
            await Task.WhenAny(PumpAsync(client, other, isReply: false), PumpAsync(other, client, isReply: true));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The line was cut.
        }
        finally
        {
            open.TryRemove(client, out _);
            open.TryRemove(other, out _);
            client.Close();
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, bool isReply)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int length;
            while ((length = await from.GetStream().ReadAsync(buffer)) > 0)
            {
                if (line == Line.Refused) return;
                if (line == Line.Hanging) await Task.Delay(Timeout.Infinite, CancellationToken.None);
                if (line == Line.CutInReply && isReply) length = Math.Min(length, 3);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, length));
                if (line == Line.CutInReply && isReply) return;
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side is gone; so is the line.
        }
    }
}
