using System.Text;
using Npgsql;
using Samachik.Site.Tests.Privacy;
using Samachik.Site.Tests.Processes;
using System.Globalization;

namespace Samachik.Site.Tests.Telemetry;

/// <summary>
/// Whole lives at a running program, with gateways that fail and a database that goes away: nothing of what was typed is
/// on its standard output, in its figures, or in what a collector got, though that is sent every level and every trace.
/// </summary>
[Trait("Category", "Process")]
public sealed class NothingLeavesTests
{
    private static readonly (string, string)[] EveryLevelToTheCollector =
    [
        ("Logging:OpenTelemetry:LogLevel:Default", "Trace"), ("Logging:OpenTelemetry:LogLevel:Microsoft", "Trace"), ("Telemetry:TracedPart", "1"),
    ];

    [Fact]
    public async Task On_SQLite()
    {
        await using var place = new TestPlace(DatabaseKind.Sqlite);
        await LiveAsync(place, place.Connection, async outage =>
        {
            place.OnDatabase("ALTER TABLE member_journeys RENAME TO elsewhere");
            await outage();
            place.OnDatabase("ALTER TABLE elsewhere RENAME TO member_journeys");
        });
    }

    [Fact]
    public async Task On_PostgreSQL()
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        var direct = new NpgsqlConnectionStringBuilder(place.Connection);
        await using var proxy = new TcpProxy(direct.Port);
        var through = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = proxy.Port, Database = direct.Database, Username = direct.Username, Password = direct.Password,
        };
        await LiveAsync(place, through.ConnectionString, async outage =>
        {
            proxy.Set(Line.Refused);
            await outage();
            proxy.Set(Line.Whole);
        });
    }

    private static async Task LiveAsync(TestPlace place, string connection, Func<Func<Task>, Task> during)
    {
        await using var collector = await OtlpReceiver.StartAsync();
        var figures = SiteProgram.FreePort();
        await using var site = await SiteProgram.StartAsync(
            place, SiteProgram.FreePort(),
            [
                .. EveryLevelToTheCollector, ("Telemetry:Otlp", collector.Address), ("ConnectionStrings:Accounts", connection),
                ("Logging:Console:FormatterName", "json"), ("PhoneCodes:ResendAfter", "00:00:00"), ("Metrics:Port", Text(figures)),

                // The first gateway fails with an exception, and the next takes over.
                ("Sms:Gateways", "Kannel,Outbox"), ("Sms:Kannel:Url", $"http://127.0.0.1:{Text(SiteProgram.FreePort())}/sms?secret=word"),
                ("Sms:Kannel:User", "site"), ("Sms:Kannel:Password", "hidden-in-kannel"), ("Sms:Kannel:Sender", "SSO"),
            ]);
        using var life = new WholeLife(site);
        await life.SignUpAsync();
        var id = life.Person.NationalId;
        await life.SignInAsync($"{id[..1]}-{id[1..5]}-{id[5..10]}-{id[10..12]}-{id[12..]}", life.Person.E164);
        var phone = await life.ChangeAddressesAsync();
        await life.LookUpAsync(await InviteAsync(place));
        using var other = new Applicant(site.Address);
        await during(async () =>
        {
            await other.GetAsync("/sign-in");
            await other.PostAsync("/sign-in", ("NationalId", WholeLife.InThaiDigits(id)), ("Password", life.Person.Password));
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, other.Status);
        });
        await life.RecoverAsync(phone);
        await life.DisavowAsync();
        await life.ShoutAsync();
        await collector.UntilAsync("metrics", "samachik.codes.verified");
        using var http = new HttpClient();
        var told = await http.GetStringAsync(new Uri($"http://127.0.0.1:{Text(figures)}/metrics"));
        await site.TerminateAsync();

        // There is much to search, and of all kinds.
        var (logs, traces) = (collector.TextOf("logs"), collector.TextOf("traces"));
        foreach (var word in (string[])["GET not-me/{word}", "POST sign-in", "SELECT members", "samachik.request.id", "service.name"])
            Assert.Contains(word, traces, StringComparison.Ordinal);
        foreach (var word in (string[])["by Outbox: Accepted", "exception.stacktrace", "samachik.request.id", "Executed DbCommand ({elapsed}ms)"])
            Assert.Contains(word, logs, StringComparison.Ordinal);
        Assert.Contains("samachik_codes_verified_total", told, StringComparison.Ordinal);
        Assert.Contains("An unhandled exception", site.Output, StringComparison.Ordinal);

        var search = new Traces([.. life.Typed, .. Typed.By(other.Person)]);
        Assert.Empty(search.In(site.Output));
        Assert.Empty(search.In(Labels(told)));
        Assert.Empty(search.In(collector.Bytes));

        // A parameter in a list or in a statement: three letters alone may stand in the bytes of a time.
        foreach (var word in (string[])["hidden-in-kannel", "secret=word", "b7ad6b7169203331", "@p0=", "(@p0", " @p0", "SELECT m.", "url.path", "url.query", "url.full", "client.address", "db.query.text", "exception.message"])
            Assert.DoesNotContain(word, Encoding.UTF8.GetString(collector.Bytes), StringComparison.Ordinal);
    }

    private static async Task<string> InviteAsync(TestPlace place)
    {
        await using var program = SiteProgram.Run(
            ["officer", "invite", "--name", "สมศรี ใจเย็น", "--role", "Officer"], SiteProgram.FreePort(), "Development",
            ("Storage:Kind", $"{place.Kind}"), ("ConnectionStrings:Accounts", place.Connection), ("Keys:Folder", place.KeysFolder));
        Assert.Equal(0, await program.EndAsync());
        return program.Output.Split('\n').Single(line => line.StartsWith("Link:", StringComparison.Ordinal)).Split("localhost:5000")[1].Trim();
    }

    // The values are numbers of any size: a code may stand in one by chance.
    private static string Labels(string figures) => string.Join('\n', figures.Split('\n').Select(line => line.StartsWith('#') ? line : line[..(line.LastIndexOf('}') + 1)]));

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
