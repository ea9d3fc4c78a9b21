using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Samachik.Site.Tests.Laws;
using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Sms;

/// <summary>A message as the message centre got it over SMPP.</summary>
public sealed record Submitted(string To, string From, string Text);

/// <summary>A real Kannel, bearerbox and smsbox, in front of a message centre that speaks SMPP 3.4; on loopback ports of its own.</summary>
public sealed class KannelRig : IAsyncDisposable
{
    private const string Folder = "/usr/sbin/";
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("samachik-kannel-");
    private readonly List<Process> processes = [];
    private readonly ConcurrentQueue<JsonElement> told = new();
    private readonly int port = SiteProgram.FreePort();
    private Process? smsc, smsbox;

    private KannelRig()
    {
    }

    /// <summary>Everything the message centre got, in order.</summary>
    public IReadOnlyList<Submitted> Submits => [.. Events("submit").Select(one => new Submitted(Text(one, "to"), Text(one, "from"), Text(one, "text")))];

    /// <summary>The site's settings for this Kannel.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Sms:Gateways", "Kannel"), ("Sms:Kannel:Url", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/cgi-bin/sendsms")),
        ("Sms:Kannel:User", "site"), ("Sms:Kannel:Password", "secret"), ("Sms:Kannel:Sender", "SSO"),
    ];

    /// <summary>Starts all three and waits until they know one another; skips where they are not installed.</summary>
    public static async Task<KannelRig> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Folder + "bearerbox"), "Kannel is not installed; ./test installs it.");
        Assert.SkipUnless(Directory.Exists(SourceTree.PathOf("tests/smsc/node_modules")), "tests/smsc needs npm ci; ./test does it.");
        var rig = new KannelRig();
        rig.smsc = rig.Run("node", SourceTree.PathOf("tests/smsc/smsc.mjs"));
        await Eventually.TrueAsync(() => Task.FromResult(rig.Events("listening").Any()), "the message centre");
        var (admin, inner) = (SiteProgram.FreePort(), SiteProgram.FreePort());
        await File.WriteAllTextAsync(Path.Combine(rig.place.FullName, "kannel.conf"), string.Create(CultureInfo.InvariantCulture,
            $"""
            group = core
            admin-port = {admin}
            admin-password = secret
            admin-interface = 127.0.0.1
            smsbox-port = {inner}
            smsbox-interface = 127.0.0.1
            dlr-storage = internal

            group = smsc
            smsc = smpp
            host = 127.0.0.1
            port = {rig.Events("listening").First().GetProperty("port").GetInt32()}
            smsc-username = site
            smsc-password = secret
            system-type = ""
            transceiver-mode = true
            reconnect-delay = 1

            group = smsbox
            bearerbox-host = 127.0.0.1
            sendsms-port = {rig.port}
            sendsms-interface = 127.0.0.1

            group = sendsms-user
            username = site
            password = secret

            """));
        rig.Run(Folder + "bearerbox", Path.Combine(rig.place.FullName, "kannel.conf"));
        await Eventually.TrueAsync(() => Task.FromResult(rig.Events("bound").Any()), "the bearerbox at the message centre");

        // A smsbox that finds nobody there ends at once.
        await Eventually.TrueAsync(() => SiteProgram.ListensAsync(inner), "the bearerbox");
        await rig.StartSmsboxAsync();
        return rig;
    }

    /// <summary>From now on delivery reports end so: <c>DELIVRD</c>, <c>UNDELIV</c>.</summary>
    public Task EndAsync(string end) => smsc is null ? Task.CompletedTask : smsc.StandardInput.WriteLineAsync(end);

    /// <summary>Waits for a message to a number.</summary>
    public Task<Submitted> SubmitAsync(string to) => Eventually.GetAsync(() => Task.FromResult(Submits.FirstOrDefault(one => one.To == to)), "the message over SMPP");

    /// <summary>kill -9 to the smsbox.</summary>
    public async Task KillSmsboxAsync()
    {
        if (smsbox is null) return;
        smsbox.Kill();
        await smsbox.WaitForExitAsync();
    }

    /// <summary>Starts the smsbox and waits until it listens.</summary>
    public async Task StartSmsboxAsync()
    {
        smsbox = Run(Folder + "smsbox", Path.Combine(place.FullName, "kannel.conf"));
        await Eventually.TrueAsync(() => SiteProgram.ListensAsync(port), "the smsbox");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(processes))
        {
            if (!process.HasExited) process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        place.Delete(recursive: true);
    }

    private static string Text(JsonElement one, string name) => one.GetProperty(name).GetString() ?? "";

    private IEnumerable<JsonElement> Events(string name) => told.Where(one => Text(one, "event") == name);

    private Process Run(string program, string argument)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, [argument])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = place.FullName,
            },
        };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not { } data || !data.StartsWith('{')) return;
            using var json = JsonDocument.Parse(data);
            told.Enqueue(json.RootElement.Clone());
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        processes.Add(process);
        return process;
    }
}
