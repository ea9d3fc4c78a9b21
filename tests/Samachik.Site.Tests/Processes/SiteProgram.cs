using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Samachik.Site.Tests.Processes;

/// <summary>The built program as a process of its own, on a place that outlives it; it can be killed at any moment.</summary>
public sealed class SiteProgram : IAsyncDisposable
{
    // Below the ports that the machine gives of its own accord: one of those may be taken before its program starts.
    private const int FirstPort = 20_000, Ports = 12_000;

    private static int ports = RandomNumberGenerator.GetInt32(Ports);
    private static readonly string Built = Path.Combine(AppContext.BaseDirectory, "samachik.dll");
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private SiteProgram(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it wrote, errors too.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>A port that nobody listens on now, and that nobody else of this run is given.</summary>
    public static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, FirstPort + Interlocked.Increment(ref ports) % Ports);
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Somebody's already.
            }
        }
    }

    /// <summary>Whether somebody listens on a port of this machine.</summary>
    public static async Task<bool> ListensAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Runs a command in Development on a place to its end, which must have this exit code; what it wrote.</summary>
    public static Task<string> SayAsync(TestPlace place, int code, params string[] words) => SayAsync(place, code, Eventually.Patience, words);

    /// <summary>The same with a command that may take so long.</summary>
    public static async Task<string> SayAsync(TestPlace place, int code, TimeSpan most, params string[] words)
    {
        await using var program = Run(
            words, FreePort(), "Development", ("Storage:Kind", place.Kind.ToString()),
            ("ConnectionStrings:Accounts", place.Connection), ("Keys:Folder", place.KeysFolder));
        Assert.True(await program.EndAsync(most) == code, program.Output);
        return program.Output;
    }

    /// <summary>Starts the site in Development on a place and waits until it serves.</summary>
    public static Task<SiteProgram> StartAsync(TestPlace place, int port, params (string Key, string Value)[] settings) =>
        StartAsync(place, port, Built, settings);

    /// <summary>The same with another program than the one built with the tests.</summary>
    public static async Task<SiteProgram> StartAsync(TestPlace place, int port, string dll, params (string Key, string Value)[] settings)
    {
        var program = Run(
            dll, ["serve"], port, "Development",
            [
                ("Storage:Kind", place.Kind.ToString()), ("ConnectionStrings:Accounts", place.Connection), ("Keys:Folder", place.KeysFolder),
                ("Mail:Folder", place.MailFolder),
                ("Passwords:MemoryKiB", "64"), ("Passwords:Passes", "1"), ("Limits:RequestsPerNetworkPerMinute", "1000000"),
                ("PhoneCodes:SendsPerNetworkPerHour", "1000000"), .. settings,
            ]);
        using var client = new HttpClient { BaseAddress = program.Address };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Eventually.Patience && !program.process.HasExited; await Task.Delay(20))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
                if (answer.IsSuccessStatusCode) return program;
            }
            catch (HttpRequestException)
            {
                // Not there yet.
            }
        }

        var how = program.process.HasExited ? "ended by itself" : "does not come up";
        await program.DisposeAsync();
        Assert.Fail($"The site {how}: {program.Output}");
        return program;
    }

    /// <summary>Starts the program with its own words and settings, and waits for nothing.</summary>
    public static SiteProgram Run(string[] arguments, int port, string environment, params (string Key, string Value)[] settings) =>
        Run(Built, arguments, port, environment, settings);

    private static SiteProgram Run(string dll, string[] arguments, int port, string environment, params (string Key, string Value)[] settings)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(dll);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["Metrics__Port"] = "0";
        // Such a process lives for seconds: measuring itself for later would only make it slow to start.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var program = new SiteProgram(new Process { StartInfo = start }, address);
        program.process.OutputDataReceived += (_, line) => program.output.Enqueue(line.Data ?? "");
        program.process.ErrorDataReceived += (_, line) => program.output.Enqueue(line.Data ?? "");
        program.process.Start();
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        return program;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM; tells how long it took to end.</summary>
    public async Task<TimeSpan> TerminateAsync()
    {
        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await EndAsync();
        return watch.Elapsed;
    }

    /// <summary>Waits for it to end by itself.</summary>
    public Task<int> EndAsync() => EndAsync(Eventually.Patience);

    /// <summary>The same, and for so long.</summary>
    public async Task<int> EndAsync(TimeSpan most)
    {
        using var patience = new CancellationTokenSource(most);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }
}
