using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Samachik.Site.Tests.Laws;
using Samachik.Site.Tests.Mail;

namespace Samachik.Site.Tests.Processes;

/// <summary>
/// A real nginx with the shipped configuration; only ports, files and nodes are others. What is around it is as in
/// Debian's own, compression too.
/// </summary>
public sealed partial class NginxRig : IAsyncDisposable
{
    /// <summary>The public name in the shipped file.</summary>
    public const string Host = "member.example.go.th";

    private const string Program = "/usr/sbin/nginx";
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("samachik-nginx-");
    private readonly MailCertificates certificates = new();
    private readonly int tls = SiteProgram.FreePort(), plain = SiteProgram.FreePort();
    private Process? process;

    private NginxRig()
    {
    }

    /// <summary>What nginx wrote of faults.</summary>
    public string Faults => File.ReadAllText(In("samachik-error.log")) + File.ReadAllText(In("main-error.log"));

    /// <summary>The traffic records so far; what stands behind the last end of a line is still being written.</summary>
    public IReadOnlyList<JsonElement> Traffic =>
        [.. File.ReadAllText(In("traffic.log")).Split('\n')[..^1].Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Starts it before nodes on ports of this machine; skips where there is none.</summary>
    public static async Task<NginxRig> StartAsync(params IEnumerable<int> nodes)
    {
        Assert.SkipUnless(File.Exists(Program), "nginx is not installed; ./test installs it.");
        var rig = new NginxRig();
        await rig.WriteAsync(nodes);
        rig.process = Process.Start(new ProcessStartInfo(Program, ["-c", rig.In("nginx.conf"), "-p", rig.place.FullName, "-e", rig.In("main-error.log")])
        {
            RedirectStandardError = true,
        });
        await Eventually.TrueAsync(rig.AnswersAsync, "nginx");
        return rig;
    }

    /// <summary>A browser with its own cookies, over HTTP/2; it knows this nginx's certificate.</summary>
    public HttpClient NewClient(bool follows = true) => new(NewHandler(follows))
    {
        BaseAddress = new Uri($"https://{Host}"), Timeout = Eventually.Patience,
        DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>Every request that began at this path, as nodes answered it.</summary>
    public IEnumerable<JsonElement> Of(string path) => Traffic.Where(line => line.GetProperty("path").GetString() == path);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            using (var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await stop.WaitForExitAsync();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        certificates.Dispose();
        place.Delete(recursive: true);
    }

    private string In(string name) => Path.Combine(place.FullName, name);

    private SocketsHttpHandler NewHandler(bool follows) => new()
    {
        CookieContainer = new CookieContainer(), UseProxy = false, AllowAutoRedirect = follows,
        SslOptions = new()
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Issuer == certificates.Authority.Subject,
        },
        ConnectCallback = async (context, stop) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port == 443 ? tls : plain, stop);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    private async Task WriteAsync(IEnumerable<int> nodes)
    {
        using var certificate = certificates.Sign(Host);
        using var key = System.Security.Cryptography.X509Certificates.RSACertificateExtensions.GetRSAPrivateKey(certificate);
        await File.WriteAllTextAsync(In("fullchain.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(In("privkey.pem"), key?.ExportPkcs8PrivateKeyPem());
        File.Copy(SourceTree.PathOf("ops/nginx/samachik-unavailable.html"), In("samachik-unavailable.html"));
        var shipped = await File.ReadAllTextAsync(SourceTree.PathOf("ops/nginx/samachik.conf"));
        shipped = IpV6().Replace(shipped, "");
        shipped = Listen().Replace(shipped, port => string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{(port.Groups[1].Value == "443" ? tls : plain)}"));
        shipped = Folder().Replace(shipped, place.FullName + "/");
        shipped = shipped.Replace("root /usr/share/samachik;", $"root {place.FullName};", StringComparison.Ordinal);
        var likeAll = Node().Match(shipped).Value;
        shipped = Node().Replace(shipped, "").Replace("    keepalive 32;", string.Concat(
            nodes.Select(port => Address().Replace(likeAll, string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}")))) + "    keepalive 32;", StringComparison.Ordinal);
        await File.WriteAllTextAsync(In("samachik.conf"), shipped);
        await File.WriteAllTextAsync(In("nginx.conf"),
            $$"""
            daemon off;
            user root;
            worker_processes 2;
            pid {{In("nginx.pid")}};
            error_log {{In("main-error.log")}};
            events { worker_connections 768; }
            http {
              include /etc/nginx/mime.types;
              default_type application/octet-stream;
              client_body_temp_path {{In("body")}};
              proxy_temp_path {{In("proxy")}};
              gzip on;
              include {{In("samachik.conf")}};
            }

            """);
    }

    private async Task<bool> AnswersAsync()
    {
        if (process is { HasExited: true }) Assert.Fail($"nginx ended by itself: {await process.StandardError.ReadToEndAsync()}");
        return await SiteProgram.ListensAsync(tls);
    }

    [GeneratedRegex(@"^ *listen \[::\].*\n", RegexOptions.Multiline)]
    private static partial Regex IpV6();

    [GeneratedRegex(@"\blisten (80|443)\b")]
    private static partial Regex Listen();

    [GeneratedRegex("/etc/samachik/tls/|/var/log/(samachik|nginx)/")]
    private static partial Regex Folder();

    [GeneratedRegex(@"^ *server 10\..*\n", RegexOptions.Multiline)]
    private static partial Regex Node();

    [GeneratedRegex(@"10\.[0-9.:]+")]
    private static partial Regex Address();
}
