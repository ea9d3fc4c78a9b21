using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Samachik.Site.Tests.Errors;

/// <summary>
/// Requests that two servers in a row could read in two ways: 400, and the line is closed, so that nothing hidden
/// behind them is ever taken for a request of its own.
/// </summary>
public abstract class RawRequestTests(SharedSite shared)
{
    private const string Hidden = "GET /contact HTTP/1.1\r\nHost: {host}\r\n\r\n";

    private TestSite Site => shared.Site;

    /// <summary>The head and the body of each; the line stays open as far as the client goes.</summary>
    public static TheoryData<string, string> Ambiguous { get; } = new()
    {
        { "both lengths, CL.TE", Post("Content-Length: 6\r\nTransfer-Encoding: chunked", "0\r\n\r\nG") },
        { "both lengths, TE.CL", Post("Transfer-Encoding: chunked\r\nContent-Length: 3", "8\r\nSMUGGLED\r\n0\r\n\r\n") },
        { "two lengths", Post("Content-Length: 4\r\nContent-Length: 5", "abcde") },
        { "one length twice", Post("Content-Length: 4\r\nContent-Length: 4", "abcd") },
        { "a list of lengths", Post("Content-Length: 4, 4", "abcd") },
        { "a length below nothing", Post("Content-Length: -1", "") },
        { "a length in hex", Post("Content-Length: 0x4", "abcd") },
        { "chunked not last", Post("Transfer-Encoding: chunked, identity", "0\r\n\r\n") },
        { "chunked and another", Post("Transfer-Encoding: chunked\r\nTransfer-Encoding: x", "0\r\n\r\n") },
        { "almost chunked", Post("Transfer-Encoding: xchunked", "0\r\n\r\n") },
        { "chunked in quotes", Post("Transfer-Encoding: \"chunked\"", "0\r\n\r\n") },
        { "a space before the colon", Post("Transfer-Encoding : chunked", "0\r\n\r\n") },
        { "a chunk of no number", Post("Transfer-Encoding: chunked", "zz\r\nabc\r\n0\r\n\r\n") },
        { "a chunk longer than it says", Post("Transfer-Encoding: chunked", "2\r\nabcd\r\n0\r\n\r\n") },
        { "a folded header", "GET /contact HTTP/1.1\r\nHost: {host}\r\nX-One: a\r\n b\r\n\r\n" },
        { "a folded length", Post("Content-Length:\r\n 4", "abcd") },
        { "a bare line feed in the head", "GET /contact HTTP/1.1\r\nHost: {host}\nX-One: a\r\n\r\n" },
        { "bare line feeds all over", "GET /contact HTTP/1.1\nHost: {host}\n\n" },
        { "a bare return in a header", "GET /contact HTTP/1.1\r\nHost: {host}\r\nX-One: a\rX-Two: b\r\n\r\n" },
        { "a NUL in a header", "GET /contact HTTP/1.1\r\nHost: {host}\r\nX-One: a\0b\r\n\r\n" },
        { "a header without a name", "GET /contact HTTP/1.1\r\nHost: {host}\r\n: x\r\n\r\n" },
        { "no host", "GET /contact HTTP/1.1\r\n\r\n" },
        { "two hosts", "GET /contact HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\n\r\n" },
        { "one host twice", "GET /contact HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n" },
        { "another host in the address", "GET http://evil.example/contact HTTP/1.1\r\nHost: {host}\r\n\r\n" },
        { "a host with more in it", "GET /contact HTTP/1.1\r\nHost: {host}/x\r\n\r\n" },
        { "no version", "GET /contact\r\nHost: {host}\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task What_can_be_read_in_two_ways_is_refused_and_the_line_closed(string what, string request)
    {
        var reply = await RawAsync(request + Hidden);
        Assert.True(reply.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), $"{what}: {reply.Split('\r')[0]}");
        Assert.Equal(1, Count(reply, "HTTP/1.1 "));
        Assert.DoesNotContain("evil", reply, StringComparison.Ordinal);
        Assert.Empty(Site.Log.Errors);
    }

    [Fact]
    public async Task A_head_of_40_kB_is_too_large()
    {
        foreach (var head in (string[])["X-One: " + new string('a', 40_000), "Cookie: " + string.Join("; ", Enumerable.Range(0, 4_000).Select(i => $"c{i}=12345"))])
        {
            var reply = await RawAsync($"GET /contact HTTP/1.1\r\nHost: {{host}}\r\n{head}\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 431", reply, StringComparison.Ordinal);
        }
    }

    // Nothing here unpacks what was sent packed: a small body cannot become a large one.
    [Fact]
    public async Task A_packed_body_is_not_unpacked()
    {
        var reply = await RawAsync(
            "POST /sign-up/agreement HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Encoding: gzip\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 4\r\n\r\n\u001f\b\b0");
        Assert.StartsWith("HTTP/1.1 400", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_plain_is_answered_and_the_line_kept()
    {
        var reply = await RawAsync(Hidden + "GET /contact HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        Assert.Equal(2, Count(reply, "HTTP/1.1 200"));
    }

    private static string Post(string head, string body) => $"POST /nowhere HTTP/1.1\r\nHost: {{host}}\r\nContent-Type: application/x-www-form-urlencoded\r\n{head}\r\n\r\n{body}";

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    // Reads to the end of the line: the server has to be the one who ends it.
    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Site.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request.Replace("{host}", Site.Host, StringComparison.Ordinal)));
        using var patience = new CancellationTokenSource(Eventually.Patience);
        var read = new StringBuilder();
        var part = new byte[8192];
        try
        {
            while (await stream.ReadAsync(part, patience.Token) is > 0 and var size) read.Append(Encoding.UTF8.GetString(part, 0, size));
        }
        catch (IOException)
        {
            // Closed with something of ours unread: closed all the same.
        }

        return read.ToString();
    }
}

/// <inheritdoc/>
public sealed class RawRequestTestsOnSqlite(SqliteSite shared) : RawRequestTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class RawRequestTestsOnPostgres(PostgresSite shared) : RawRequestTests(shared), IClassFixture<PostgresSite>;
