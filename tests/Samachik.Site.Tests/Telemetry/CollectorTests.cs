using System.Diagnostics;
using System.Globalization;
using System.Net;
using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Telemetry;

/// <summary>A collector that is slow, gone or not wanted is nobody's trouble: what it does not take is dropped and counted.</summary>
[Trait("Category", "Process")]
[Collection(typeof(Alone))]
public sealed class CollectorTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_collector_that_hangs_or_is_gone_slows_nobody_and_what_is_lost_is_counted(bool hangs)
    {
        await using var collector = await OtlpReceiver.StartAsync();
        collector.Hangs = true;
        var address = hangs ? collector.Address : $"http://127.0.0.1:{Text(SiteProgram.FreePort())}";
        var figures = SiteProgram.FreePort();
        await using var place = new TestPlace(DatabaseKind.Sqlite);
        await using var site = await SiteProgram.StartAsync(
            place, SiteProgram.FreePort(), ("Telemetry:Otlp", address), ("Telemetry:TracedPart", "1"), ("Metrics:Port", Text(figures)));
        using var applicant = new Applicant(site.Address);
        await applicant.GetAsync("/");
        var watch = Stopwatch.StartNew();
        for (var asked = 0; asked < 300; asked++)
        {
            await applicant.GetAsync("/");
            Assert.Equal(HttpStatusCode.OK, applicant.Status);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"300 pages took {watch.Elapsed}.");
        using var http = new HttpClient();
        var told = "";
        await Eventually.TrueAsync(
            async () => (told = await http.GetStringAsync(new Uri($"http://127.0.0.1:{Text(figures)}/metrics"))).Contains("samachik_telemetry_lost_total{", StringComparison.Ordinal)
                && told.Contains("signal=\"Traces\",why=\"NotTaken\"", StringComparison.Ordinal),
            "the count of what was lost");
        var ending = await site.TerminateAsync();
        Assert.True(ending < TimeSpan.FromSeconds(12), $"It took {ending} to end.");
        Assert.Equal(0, collector.Count);
    }

    [Fact]
    public async Task It_gets_logs_traces_and_figures_and_the_last_words()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var place = new TestPlace(DatabaseKind.Sqlite);
        await using var site = await SiteProgram.StartAsync(
            place, SiteProgram.FreePort(), ("Telemetry:Otlp", collector.Address + "/some/where/"), ("Telemetry:TracedPart", "1"));
        using var applicant = new Applicant(site.Address);
        await applicant.GetAsync("/health/ready");
        await applicant.GetAsync("/sign-in");
        await site.TerminateAsync();
        Assert.Equal(0, site.ExitCode);
        Assert.Contains("Application is shutting down", collector.TextAt("/some/where/v1/logs"), StringComparison.Ordinal);
        var traces = collector.TextAt("/some/where/v1/traces");
        Assert.Contains("GET sign-in", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("health", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("POST", traces, StringComparison.Ordinal); // the way to the collector itself
        foreach (var figure in (string[])["samachik.host.huge_pages", "http.server.request.duration", "dotnet.gc.collections"])
            Assert.Contains(figure, collector.TextAt("/some/where/v1/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_part_nothing_is_traced_and_the_log_still_goes()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var place = new TestPlace(DatabaseKind.Sqlite);
        await using var site = await SiteProgram.StartAsync(place, SiteProgram.FreePort(), ("Telemetry:Otlp", collector.Address), ("Telemetry:TracedPart", "0"));
        using var applicant = new Applicant(site.Address);
        await applicant.GetAsync("/sign-in");
        await site.TerminateAsync();
        Assert.Empty(collector.TextOf("traces"));
        Assert.Contains("Transparent huge pages of this host", collector.TextOf("logs"), StringComparison.Ordinal);
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
