using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Samachik.Site.Settings;
using Samachik.Site.Tests.Audit;
using Samachik.Site.Tests.Processes;
using Samachik.Site.Tests.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Tests.Web;

/// <summary>Figures are told on a port of their own, to this machine, without a word of anybody.</summary>
public sealed class MetricsPortTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_figures_are_told_there_and_not_on_the_sites_own_port()
    {
        var port = SiteProgram.FreePort();
        await using var site = new TestSite(DatabaseKind.Sqlite, ("Metrics:Port", Text(port)));
        var newcomer = await Newcomer.MemberAsync(site);
        await SealedTrail.SealAllAsync(site);
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.Visitor.GetAsync("/metrics")).Status);
        using var http = new HttpClient();
        var told = "";
        await Eventually.TrueAsync(
            async () => (told = await http.GetStringAsync(new Uri($"http://127.0.0.1:{Text(port)}/metrics"), Stop)).Contains("samachik_audit_seals_total", StringComparison.Ordinal),
            "the figures of the sealing");
        foreach (var name in (string[])["samachik_audit_sealed_entries_total", "samachik_audit_unsealed_entries", "http_server_request_duration_seconds"])
            Assert.Contains(name, told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri($"http://localhost:{Text(port)}/metrics"), Stop)).StatusCode);
        var person = newcomer.Person;
        foreach (var secret in (string[])[person.NationalId, person.Phone, person.E164, person.FirstName, person.LastName, person.Password])
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_told_in_Development_and_stops_no_site()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var site = new TestSite(DatabaseKind.Sqlite, ("Metrics:Port", PortOf(taken)));
        Assert.Equal(HttpStatusCode.OK, (await site.NewVisitor().GetAsync("/")).Status);
        Assert.Contains(site.Log.Lines, line => line.Contains("Metrics:Port", StringComparison.Ordinal));
    }

    [Fact]
    public void A_taken_port_stops_a_site_elsewhere()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var settings = SettingsOf.Production(
            ("Metrics:Port", PortOf(taken)), ("Office:PublicUrl", "https://member.example.go.th"), ("Sms:Gateways", "Recording"));
        var told = Assert.Throws<SettingsException>(() => new MetricsPort(settings, NullLogger<MetricsPort>.Instance));
        Assert.Contains("Metrics:Port", told.Message, StringComparison.Ordinal);
    }

    private static string PortOf(TcpListener listener) => Text(((IPEndPoint)listener.LocalEndpoint).Port);

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
