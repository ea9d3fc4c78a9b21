using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Samachik.Site.Tests.Mail;

/// <summary>An e-mail as the server took it: its envelope and its bytes, and how it came.</summary>
public sealed record DeliveredMail(string From, string To, byte[] Bytes, int Connection, bool IsEncrypted, string? User)
{
    /// <summary>The bytes, each a character.</summary>
    public string Raw => Encoding.Latin1.GetString(Bytes);
}

/// <summary>
/// A small SMTP server on this machine that answers as a test tells it to: take, refuse, hang, break the line. Its
/// moments are CONNECT, the client's commands as sent, BODY (before the text is read) and END (after its last line).
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    /// <summary>Breaks the line.</summary>
    public const string Cut = "cut";

    /// <summary>Never answers.</summary>
    public const string Hang = "hang";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly ConcurrentQueue<string> moments = new();
    private readonly ConcurrentQueue<DeliveredMail> delivered = new();
    private readonly ConcurrentBag<Task> conversations = [];
    private readonly Task accepting;
    private int connections;

    /// <summary>Listens at once.</summary>
    public SmtpServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public string Port => ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>With one, STARTTLS is offered; with <see cref="IsTlsAtOnce"/> spoken from the first byte.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Whether TLS begins before the greeting.</summary>
    public bool IsTlsAtOnce { get; init; }

    /// <summary>Who may send; null: anybody, and AUTH is not offered.</summary>
    public (string Name, string Password)? User { get; init; }

    /// <summary>What to answer at a moment: a reply, <see cref="Cut"/>, <see cref="Hang"/>; null: the usual.</summary>
    public Func<string, string?> Script { get; set; } = _ => null;

    /// <summary>Everything that happened, in order.</summary>
    public IReadOnlyList<string> Moments => [.. moments];

    /// <summary>What was taken.</summary>
    public IReadOnlyList<DeliveredMail> Delivered => [.. delivered];

    /// <summary>How often somebody connected.</summary>
    public int Connections => connections;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(conversations);
        over.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(over.Token);
                conversations.Add(TalkAsync(client, Interlocked.Increment(ref connections)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client, int number)
    {
        using (client)
        {
            var talk = new Conversation(this, client.GetStream(), number);
            try
            {
                await talk.RunAsync(over.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                moments.Enqueue($"broken: {e.GetType().Name}");
            }
        }
    }

    private sealed class Conversation(SmtpServer server, Stream plain, int number)
    {
        private Stream stream = plain;
        private string from = "", to = "";
        private string? user;

        private bool IsEncrypted => stream is SslStream;

        public async Task RunAsync(CancellationToken over)
        {
            if (server.IsTlsAtOnce) await EncryptAsync(over);
            if (await AnswerAsync("CONNECT", "220 mail.test ready", over) is null) return;
            while (await ReadLineAsync(over) is { } command)
            {
                var verb = command.Split(' ', ':')[0].ToUpperInvariant();
                var reply = await AnswerAsync(command, Usual(verb, command), over);
                if (reply is null || verb == "QUIT") return;
                if (verb == "STARTTLS") await EncryptAsync(over);
                if (reply.StartsWith("354", StringComparison.Ordinal) && !await TakeAsync(over)) return;
            }
        }

        private string Usual(string verb, string command) => verb switch
        {
            "EHLO" => Greeting(),
            "STARTTLS" => "220 go on",
            "AUTH" => Known(command) ? "235 welcome" : "535 5.7.8 who are you",
            "MAIL" => server.User is not null && user is null ? "530 5.7.0 sign in first" : Keep(ref from, command),
            "RCPT" => Keep(ref to, command),
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 ok",
        };

        private string Greeting() => "250-mail.test\r\n250-8BITMIME\r\n"
            + (server.Certificate is not null && !IsEncrypted ? "250-STARTTLS\r\n" : "")
            + (server.User is not null ? "250-AUTH PLAIN\r\n" : "") + "250 SIZE 1000000";

        private bool Known(string command)
        {
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(command.Split(' ')[^1])).Split('\0');
            user = server.User is { } known && parts is [_, var name, var word] && (name, word) == known ? name : null;
            return user is not null;
        }

        private static string Keep(ref string address, string command)
        {
            address = command[(command.IndexOf('<', StringComparison.Ordinal) + 1)..command.IndexOf('>', StringComparison.Ordinal)];
            return "250 ok";
        }

        private async Task<bool> TakeAsync(CancellationToken over)
        {
            if (await AnswerAsync("BODY", "", over) is null) return false;
            var body = new MemoryStream();
            while (await ReadLineAsync(over) is { } line)
            {
                if (line == ".")
                {
                    var reply = server.Script("END") ?? "250 taken";
                    if (reply.StartsWith('2')) server.delivered.Enqueue(new(from, to, body.ToArray(), number, IsEncrypted, user));
                    return await AnswerAsync("END", reply, over) is not null;
                }

                body.Write(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
            }

            return false;
        }

        // What was answered; null when the line is cut.
        private async Task<string?> AnswerAsync(string moment, string usual, CancellationToken over)
        {
            var reply = server.Script(moment) ?? usual;
            server.moments.Enqueue(moment);
            if (reply == Cut) return null;
            if (reply == Hang) await Task.Delay(Timeout.Infinite, over);
            if (reply.Length > 0) await stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), over);
            return reply;
        }

        private async Task EncryptAsync(CancellationToken over)
        {
            var secured = new SslStream(stream);
            await secured.AuthenticateAsServerAsync(new() { ServerCertificate = server.Certificate }, over);
            stream = secured;
        }

        // Byte by byte: what follows STARTTLS is not ours to read.
        private async Task<string?> ReadLineAsync(CancellationToken over)
        {
            var line = new StringBuilder();
            var one = new byte[1];
            while (await stream.ReadAsync(one, over) == 1)
            {
                if (one[0] == '\n') return line.ToString().TrimEnd('\r');
                line.Append((char)one[0]);
            }

            return null;
        }
    }
}
