using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Samachik.Browser.Tests.World;

/// <summary>The built site as a program of its own, with a database, keys and an outbox that nobody else has.</summary>
public sealed partial class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(Process process, DirectoryInfo folder) => (this.process, this.folder) = (process, folder);

    /// <summary>Where the site is, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts the site in Development and waits until it is ready. Settings are keys such as <c>PhoneCodes:Life</c>.</summary>
    public static async Task<SiteProcess> StartAsync(params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("samachik-browser-");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Program()])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        (string Key, string Value)[] own =
        [
            ("ConnectionStrings:Accounts", ConnectionTo(folder)),
            ("Keys:Folder", Path.Combine(folder.FullName, "keys")),
            ("Limits:RequestsPerNetworkPerMinute", "1000000"),
            ("PhoneCodes:SendsPerNetworkPerHour", "1000000"),
            ("Metrics:Port", "0"),
        ];
        foreach (var (key, value) in own.Concat(settings)) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var site = new SiteProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, folder);
        await site.RunAsync();
        return site;
    }

    /// <summary>Invites somebody to the staff as the operator does; the path of the link.</summary>
    public async Task<string> InviteOfficerAsync(string role)
    {
        var start = new ProcessStartInfo(process.StartInfo.FileName, [Program(), "officer", "invite", "--name", "สมศรี ใจเย็น", "--role", role])
        {
            WorkingDirectory = folder.FullName, RedirectStandardOutput = true,
        };
        foreach (var (key, value) in process.StartInfo.Environment) start.Environment[key] = value;
        using var command = Process.Start(start) ?? throw new InvalidOperationException("The command does not start.");
        var told = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return InvitationLink().Match(told).Value;
    }

    /// <summary>Brings a member's account, in the database, into a state that no page brings about. <c>@id</c> is the member.</summary>
    public async Task ChangeMemberAsync(Guid id, string sql) => Assert.NotEqual(0, await ChangeAsync(sql, ("@id", id)));

    /// <summary>
    /// Brings the SMS with a reference into a state that only a gateway brings about, after the outbox told all that it
    /// will: columns and values of an UPDATE.
    /// </summary>
    public async Task ChangeSmsAsync(string reference, string columns)
    {
        // Taken by nobody: the worker may not have recorded yet what the receipt told before it.
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Eventually.Patience; await Task.Delay(BetweenLooks))
        {
            if (await ChangeAsync(
                $"UPDATE outgoing_messages SET taken_at = NULL, {columns} WHERE reference = @reference AND state = 'Accepted' AND delivery IS NOT NULL",
                ("@reference", reference)) == 1) return;
        }

        Assert.Fail("The outbox told nothing of the SMS.");
    }

    /// <summary>Makes of the codes sent so far as many that a bomber asked for, half an hour ago.</summary>
    public async Task LookBombedAsync() => Assert.NotEqual(0, await ChangeAsync("UPDATE send_tallies SET slot = slot - 1800000, sent = 500"));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Stop;
        Stop(null, EventArgs.Empty);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    // How many rows it changed. @now is the time.
    private async Task<int> ChangeAsync(string sql, params (string Name, object Value)[] values)
    {
        await using var connection = new SqliteConnection(ConnectionTo(folder) + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.Parameters.AddWithValue("@now", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        return await command.ExecuteNonQueryAsync();
    }

    private static string ConnectionTo(DirectoryInfo folder) => $"Data Source={Path.Combine(folder.FullName, "samachik.db")}";

    private static string Program()
    {
        var path = typeof(SiteProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "SiteProgram").Value ?? "";
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, path.Replace('\\', '/')));
    }

    private async Task RunAsync()
    {
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The site ended: {Said()}"));
        AppDomain.CurrentDomain.ProcessExit += Stop;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            Address = await listening.Task.WaitAsync(Eventually.Patience);
            await BecomeReadyAsync();
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task BecomeReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Eventually.Patience; await Task.Delay(BetweenLooks))
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (answer.IsSuccessStatusCode) return;
        }

        throw new TimeoutException($"The site did not become ready: {Said()}");
    }

    private void Read(string? line)
    {
        if (line is null) return;
        output.Enqueue(line);
        if (ListeningOn().Match(line) is { Success: true } match) listening.TrySetResult(match.Groups[1].Value);
    }

    private string Said() => string.Join(Environment.NewLine, output.TakeLast(30));

    private void Stop(object? sender, EventArgs e)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
    }

    [GeneratedRegex("/officers/invitation/[a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex InvitationLink();

    [GeneratedRegex(@"Now listening on: (http://[0-9.:]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ListeningOn();
}
