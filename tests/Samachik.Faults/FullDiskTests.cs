using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Npgsql;

namespace Samachik.Faults;

/// <summary>The disk runs full while people sign up: an honest page, nothing half written, and all goes on once there is room.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private const int AtATime = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), Recovery = TimeSpan.FromSeconds(10), Beginning = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Of_SQLite()
    {
        using var disk = await TinyDisk.MountAsync(24);
        await using var place = new TestPlace(disk.Folder);
        await RunFullAsync(place, place.Connection, disk, () => Task.CompletedTask);
        Assert.Equal(["ok"], await place.AskAsync("PRAGMA integrity_check", row => row.GetString(0)));
    }

    [Fact]
    public async Task Of_PostgreSQL()
    {
        using var disk = await TinyDisk.MountAsync(96);
        await using var cluster = await OwnCluster.StartAsync(disk.Folder);
        await RunFullAsync(cluster, disk);
    }

    [Fact]
    public async Task Of_the_write_ahead_log_of_PostgreSQL()
    {
        using var disk = await TinyDisk.MountAsync(24);
        await using var cluster = await OwnCluster.StartAsync(log: disk.Folder);
        await RunFullAsync(cluster, disk);
    }

    private async Task RunFullAsync(OwnCluster cluster, TinyDisk disk)
    {
        await using var place = new TestPlace(cluster.Server);
        var asShipped = new NpgsqlConnectionStringBuilder(cluster.Server) { Database = new NpgsqlConnectionStringBuilder(place.Connection).Database };
        await RunFullAsync(place, asShipped.ConnectionString, disk, StartAgainAsync);

        // One that could not write its log ends by itself; whoever looks after it starts it again, as systemd does.
        async Task StartAgainAsync()
        {
            // One that still runs may be about to end.
            await Eventually.TrueAsync(
                async () =>
                {
                    var ran = await cluster.RunsAsync();
                    output.WriteLine($"PostgreSQL {(ran ? "ran on" : "had ended")}.");
                    if (!ran) await cluster.TryStartAsync();
                    return await cluster.AnswersAsync();
                },
                "PostgreSQL to answer");
        }
    }

    private async Task RunFullAsync(TestPlace place, string connection, TinyDisk disk, Func<Task> mendAsync)
    {
        await using var site = await SiteProgram.StartAsync(place, SiteProgram.FreePort(), ("ConnectionStrings:Accounts", connection));
        await using var crowd = new Crowd(AtATime, site.Address);
        using var person = new Applicant(site.Address);
        await person.GoToCodeAsync();
        var code = await person.CodeAsync();
        await crowd.MoreAsync(3, Beginning);

        await Eventually.TrueAsync(Beginning, async () =>
        {
            // Again and again: the database gives room back, too.
            disk.Fill();
            using var other = new Applicant(site.Address);
            var watch = Stopwatch.StartNew();
            await other.GetAsync("/sign-up/agreement");
            if (other.Status == HttpStatusCode.OK) await other.AgreeAsync();
            if (other.Status == HttpStatusCode.OK) await other.GiveDetailsAsync();
            Assert.True(watch.Elapsed < 3 * Patience, $"The steps took {watch.Elapsed}.");
            return other.Status == HttpStatusCode.ServiceUnavailable && other.Body.Contains("ขออภัย ระบบใช้ไม่ได้ชั่วคราว", StringComparison.Ordinal);
        }, "an honest page");
        await Eventually.TrueAsync(
            Beginning, async () => (await FailingAsync(site)).Any(part => part is "disk" or "database"), "/health/ready to name what is broken");
        var step = Stopwatch.StartNew();
        await person.TypeCodeAsync(code);
        Assert.True(step.Elapsed < Patience, $"The step took {step.Elapsed}.");

        // PostgreSQL may still have room in a page that it has begun.
        Assert.True(person.Path == "/sign-up/done" || (person.Status, person.RetryAfter.HasValue) == (HttpStatusCode.ServiceUnavailable, true));

        // All of them may be waiting for an SMS that cannot be sent now.
        await Eventually.TrueAsync(Beginning, () => Task.FromResult(crowd.Faults.Count > 0), "somebody of the crowd to see it");

        disk.Free();
        await mendAsync();
        var back = await Eventually.TrueAsync(
            Recovery,
            async () =>
            {
                if (person.Path != "/sign-up/done") await person.TypeCodeAsync(code);
                return person.Path == "/sign-up/done";
            },
            "the same step to work");
        await crowd.MoreAsync(3, Beginning);
        await Eventually.TrueAsync(Recovery, async () => (await FailingAsync(site)).Count == 0, "the site to be ready");
        await crowd.EndAsync();
        output.WriteLine($"{crowd.Told.Count} told, {crowd.Faults.Count} saw the fault; back after {back.TotalSeconds:0.0} s.");
        await SignedUp.AreWholeAsync(place, [person.Person, .. crowd.Told]);
    }

    private static async Task<IReadOnlyList<string>> FailingAsync(SiteProgram site)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. told.RootElement.GetProperty("failing").EnumerateObject().Select(part => part.Name)];
    }
}
