using System.Globalization;

namespace Samachik.Faults;

/// <summary>A PostgreSQL of the test's own, to be stopped as a power cut stops it, frozen, or run out of disk.</summary>
internal sealed class OwnCluster : IAsyncDisposable
{
    // Longer than the busiest machine takes to start or to stop it.
    private const string Patience = "180";

    private readonly int port = SiteProgram.FreePort();
    private readonly DirectoryInfo folder;
    private readonly string programs, data, log;

    private OwnCluster(string programs, DirectoryInfo folder, DirectoryInfo disk)
    {
        (this.programs, this.folder) = (programs, folder);
        (data, log) = (Path.Combine(disk.FullName, "data"), Path.Combine(folder.FullName, "log"));
    }

    /// <summary>The connection string of its first database, as its owner.</summary>
    public string Server => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=samachik;Database=postgres");

    /// <summary>Where it listens.</summary>
    public int Port => port;

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>Makes one and starts it; skips where PostgreSQL's programs are not installed.</summary>
    /// <param name="disk">Where its data lie; none: on the disk of all tests.</param>
    /// <param name="log">Where its write-ahead log lies; none: with the data.</param>
    public static async Task<OwnCluster> StartAsync(DirectoryInfo? disk = null, DirectoryInfo? log = null)
    {
        const string versions = "/usr/lib/postgresql";
        var programs = Directory.Exists(versions) ? Directory.GetDirectories(versions).Select(version => Path.Combine(version, "bin"))
            .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb"))) : null;
        Assert.SkipWhen(programs is null, "PostgreSQL's programs are not installed; ./test installs them.");
        var folder = Directory.CreateTempSubdirectory("samachik-cluster-");
        if (IsRoot) Assert.Equal(0, (await Tool.RunAsync("chown", "postgres", folder.FullName)).Code);
        var cluster = new OwnCluster(programs, folder, disk ?? folder);
        string[] apart = log is null ? [] : ["--waldir", Path.Combine(log.FullName, "wal")];
        var (code, said) = await cluster.RunAsync(
            "initdb", ["-D", cluster.data, "-U", "samachik", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--wal-segsize=1", .. apart]);
        Assert.True(code == 0, said);
        Assert.True(await cluster.TryStartAsync(), await File.ReadAllTextAsync(cluster.log));
        return cluster;
    }

    /// <summary>Starts it again; whether it came up.</summary>
    public async Task<bool> TryStartAsync() => (await RunAsync(
        // Without fsync: the kernel outlives every fault here, and a busy disk would be taken for one.
        "pg_ctl", "-D", data, "-w", "-t", Patience, "-l", log, "-o", string.Create(
            CultureInfo.InvariantCulture,
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=16MB -c min_wal_size=2MB -c max_wal_size=8MB -c fsync=off"),
        "start")).Code == 0;

    /// <summary>Whether it runs.</summary>
    public async Task<bool> RunsAsync() => (await RunAsync("pg_ctl", "-D", data, "status")).Code == 0;

    /// <summary>Whether it takes connections.</summary>
    public async Task<bool> AnswersAsync() =>
        (await RunAsync("pg_isready", "-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture))).Code == 0;

    /// <summary>Stops it as a power cut would: nothing is finished.</summary>
    public async Task CutPowerAsync() => Assert.Equal(0, (await StopAsync()).Code);

    /// <summary>Freezes all its processes: connections stand, and nothing is answered.</summary>
    public async Task FreezeAsync()
    {
        // The first alone before the others are counted: it would start another meanwhile.
        var first = await FirstAsync();
        await Tool.RunAsync("kill", "-STOP", first);
        await Eventually.TrueAsync(() => IsFrozenAsync(first), "the first process to stand");
        await Tool.RunAsync("kill", ["-STOP", .. await ChildrenAsync(first)]);
    }

    /// <summary>Lets them go on.</summary>
    public async Task ThawAsync()
    {
        var first = await FirstAsync();
        await Tool.RunAsync("kill", ["-CONT", first, .. await ChildrenAsync(first)]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (await RunsAsync())
        {
            // A test that failed meanwhile left it frozen: then it would not stop.
            await ThawAsync();
            await StopAsync();
        }

        Directory.Delete(data, recursive: true);
        folder.Delete(recursive: true);
    }

    private Task<(int Code, string Said)> StopAsync() => RunAsync("pg_ctl", "-D", data, "-m", "immediate", "-w", "-t", Patience, "stop");

    private async Task<string> FirstAsync() => (await File.ReadAllLinesAsync(Path.Combine(data, "postmaster.pid")))[0];

    private static async Task<string[]> ChildrenAsync(string first) =>
        (await Tool.RunAsync("pgrep", "-P", first)).Said.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // The state of a process stands behind its name, which is in parentheses.
    private static async Task<bool> IsFrozenAsync(string process)
    {
        var stat = await File.ReadAllTextAsync($"/proc/{process}/stat");
        return stat[stat.LastIndexOf(')') + 2] == 'T';
    }

    // PostgreSQL refuses to run as root.
    private Task<(int Code, string Said)> RunAsync(string program, params string[] arguments) => IsRoot
        ? Tool.RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(programs, program), .. arguments])
        : Tool.RunAsync(Path.Combine(programs, program), arguments);
}
