using System.Security.Cryptography;

namespace Samachik.Faults;

/// <summary>An office as the manual sets it up: nodes in Production on one PostgreSQL, keys, a gateway, and the shipped nginx in front.</summary>
internal sealed class SeveralNodes : IAsyncDisposable
{
    private readonly TestPlace place = new(DatabaseKind.Postgres);
    private readonly Peer gateway = new();
    private readonly int[] ports;
    private readonly SiteProgram?[] nodes;
    private NginxRig? nginx;

    private SeveralNodes(int count)
    {
        ports = [.. Enumerable.Range(0, count).Select(_ => SiteProgram.FreePort())];
        nodes = new SiteProgram?[count];
    }

    /// <summary>The database and the keys.</summary>
    public TestPlace Place => place;

    /// <summary>What stands in front.</summary>
    public NginxRig Nginx => nginx ?? throw new InvalidOperationException("Not started.");

    /// <summary>The addresses of the nodes, as nginx writes them.</summary>
    public IReadOnlyList<string> Addresses => [.. ports.Select(port => FormattableString.Invariant($"127.0.0.1:{port}"))];

    /// <summary>What the gateway took, in order.</summary>
    public IReadOnlyList<(string Id, string To, string Text)> Sent => gateway.Had;

    /// <summary>Keys, tables, all nodes, nginx.</summary>
    public static async Task<SeveralNodes> StartAsync(int count)
    {
        var office = new SeveralNodes(count);
        Directory.CreateDirectory(office.place.KeysFolder);
        foreach (var key in (string[])["fields", "lookup", "codes", "audit"])
        {
            var file = Path.Combine(office.place.KeysFolder, $"{key}-0001.key");
            await File.WriteAllTextAsync(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }

        Assert.Equal(0, await office.RunAsync("migrate"));
        office.nginx = await NginxRig.StartAsync(office.ports);

        // The first alone: it makes the cookies' keys, which the others read when they start.
        await office.StartNodeAsync(0);
        await Task.WhenAll(Enumerable.Range(1, count - 1).Select(office.StartNodeAsync));
        return office;
    }

    /// <summary>Starts a node and waits until it is ready.</summary>
    public async Task StartNodeAsync(int node)
    {
        var started = nodes[node] = await SiteProgram.StartAsync(place, ports[node], Settings);
        using var client = new HttpClient { BaseAddress = started.Address };
        await Eventually.TrueAsync(
            async () => (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, $"node {node} to be ready: {started.Output}");
    }

    /// <summary>SIGTERM to a node; how long it took to end, well.</summary>
    public async Task<TimeSpan> StopNodeAsync(int node)
    {
        await using var stopped = nodes[node] ?? throw new InvalidOperationException("Not started.");
        nodes[node] = null;
        var took = await stopped.TerminateAsync();
        Assert.True(stopped.ExitCode == 0, stopped.Output);
        return took;
    }

    /// <summary>Runs a command of the program to its end; its exit code.</summary>
    public async Task<int> RunAsync(params string[] words)
    {
        await using var program = SiteProgram.Run(words, SiteProgram.FreePort(), "Production",
        [
            ("Storage:Kind", "Postgres"), ("ConnectionStrings:Accounts", place.Connection), ("Keys:Folder", place.KeysFolder), .. Settings,
        ]);
        return await program.EndAsync();
    }

    /// <summary>The newest code that the gateway took for somebody.</summary>
    public Task<string> CodeAsync(Person person) => gateway.CodeAsync(person);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes) if (node is not null) await node.DisposeAsync();
        if (nginx is not null) await nginx.DisposeAsync();
        await gateway.DisposeAsync();
        await place.DisposeAsync();
    }

    private (string, string)[] Settings =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("Office:PublicUrl", $"https://{NginxRig.Host}"), ("Network:TrustedProxies", "127.0.0.1"),
        .. gateway.Settings,
    ];
}
