using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Samachik.Bench;

/// <summary>A program that serves HTTP, as a process of its own, with what it costs.</summary>
internal sealed class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const double TicksPerSecond = 100;
    private readonly Process process;
    private bool isGone;

    private Served(Process process, Uri address, TimeSpan startedIn) => (this.process, Address, StartedIn) = (process, address, startedIn);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>From the start of the process to the first 200.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Processor time of all its threads so far.</summary>
    public TimeSpan Cpu => CpuOf(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/stat"));

    /// <summary>Processor time so far of the threads that hash passwords: one hash takes more of it the busier the machine is.</summary>
    public TimeSpan HashingCpu => Directory.EnumerateDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/task"))
        .Where(task => File.ReadAllText(Path.Combine(task, "comm")).StartsWith("hashing-", StringComparison.Ordinal))
        .Aggregate(TimeSpan.Zero, (sum, task) => sum + CpuOf(Path.Combine(task, "stat")));

    /// <summary>Its memory that is in use, in megabytes.</summary>
    public double MemoryMegabytes
    {
        get
        {
            var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/status")).First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
    }

    /// <summary>Starts a program with settings and waits for its first 200.</summary>
    public static async Task<Served> StartAsync(string program, string path, string? host, params (string Key, string Value)[] settings)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var watch = Stopwatch.StartNew();
        var process = Begin(program, [], [("ASPNETCORE_URLS", address.ToString()), .. settings]);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        while (watch.Elapsed < Patience && !process.HasExited)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
                request.Headers.Host = host;
                using var answer = await client.SendAsync(request);
                if (answer.IsSuccessStatusCode) return new(process, address, watch.Elapsed);
            }
            catch (HttpRequestException)
            {
                // Not there yet.
            }

            await Task.Delay(5);
        }

        throw new InvalidOperationException($"{program} does not come up.");
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task RunAsync(string program, string command, params (string Key, string Value)[] settings)
    {
        using var process = Begin(program, command.Split(' '), settings);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {command} ended with {process.ExitCode}.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (isGone) return;
        isGone = true;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static TimeSpan CpuOf(string stat)
    {
        var text = File.ReadAllText(stat);
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
    }

    private static Process Begin(string program, string[] arguments, (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
