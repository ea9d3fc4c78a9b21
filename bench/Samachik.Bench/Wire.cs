using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Samachik.Bench;

/// <summary>One kept connection that sends bytes made before and only looks over what comes back, so that the driver leaves the cores to the site.</summary>
internal sealed class Wire(Uri address) : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray(), LastChunk = "\r\n0\r\n\r\n"u8.ToArray(), Length = "\r\nContent-Length: "u8.ToArray();
    private Socket? socket;
    private byte[] buffer = new byte[64 * 1024];

    /// <summary>A post of fields as a browser sends it through a proxy, in bytes.</summary>
    public static byte[] Post(string path, string host, string network, string cookies, params (string Name, string Value)[] fields)
    {
        var body = string.Join('&', fields.Select(field => $"{field.Name}={WebUtility.UrlEncode(field.Value)}"));
        return Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-For: {network}\r\nCookie: {cookies}\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    /// <summary>A question for a page, in bytes.</summary>
    public static byte[] Get(string path, string host, string network, string cookies) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-For: {network}\r\n{(cookies.Length > 0 ? $"Cookie: {cookies}\r\n" : "")}\r\n");

    /// <summary>Sends, and gives the whole answer, head and body; it stays good until the next one.</summary>
    public async Task<ReadOnlyMemory<byte>> AskAsync(ReadOnlyMemory<byte> request)
    {
        if (socket is null)
        {
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        }

        await socket.SendAsync(request);
        var (got, whole) = (0, 0);
        while (whole == 0 || got < whole)
        {
            if (got == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var more = await socket.ReceiveAsync(buffer.AsMemory(got));
            if (more == 0) throw new IOException("The answer ends before its end.");
            got += more;
            if (whole == 0) whole = WholeOf(buffer.AsSpan(0, got));
        }

        return buffer.AsMemory(0, got);
    }

    /// <summary>The status of an answer.</summary>
    public static int StatusOf(ReadOnlySpan<byte> answer) => int.Parse(answer.Slice(9, 3), System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose() => socket?.Dispose();

    // Zero while it cannot be told: the head is not there yet, or the last chunk.
    private static int WholeOf(ReadOnlySpan<byte> got)
    {
        var head = got.IndexOf(HeadEnd);
        if (head < 0) return 0;
        var told = got[..head].IndexOf(Length);
        if (told < 0) return got.EndsWith(LastChunk) ? got.Length : 0;
        var digits = got[(told + Length.Length)..];
        return head + HeadEnd.Length + int.Parse(digits[..digits.IndexOf((byte)'\r')], System.Globalization.CultureInfo.InvariantCulture);
    }
}
