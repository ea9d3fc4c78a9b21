using System.Net;
using System.Text.Json;
using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Web;

/// <summary><c>/health/ready</c> names what is broken, each part by its own name, and is well again by itself.</summary>
public sealed class HealthTests
{
    private const string NoKeys = "UPDATE key_checks SET hash = hash || hash";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_database_of_another_version(DatabaseKind kind)
    {
        await using var site = new TestSite(kind);
        Assert.Empty(await FailingAsync(site));
        site.Place.OnDatabase("CREATE TABLE kept AS SELECT * FROM \"__EFMigrationsHistory\"; DELETE FROM \"__EFMigrationsHistory\"");
        Assert.Equal(["database"], await FailingAsync(site));
        site.Place.OnDatabase("INSERT INTO \"__EFMigrationsHistory\" SELECT * FROM kept");
        Assert.Empty(await FailingAsync(site));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Keys_of_another_database(DatabaseKind kind)
    {
        await using var site = new TestSite(kind);
        Assert.Empty(await FailingAsync(site));
        site.Place.OnDatabase(kind == DatabaseKind.Postgres ? NoKeys : "UPDATE key_checks SET hash = x'00'");
        Assert.Equal(["keys"], await FailingAsync(site));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Agreements_that_were_never_read(DatabaseKind kind)
    {
        await using var place = new TestPlace(kind);
        await using (var first = new TestSite(place)) first.EnsureStarted();
        place.OnDatabase("ALTER TABLE agreement_versions RENAME TO elsewhere");
        await using var site = new TestSite(place);
        Assert.Equal(["agreements"], await FailingAsync(site));
        place.OnDatabase("ALTER TABLE elsewhere RENAME TO agreement_versions");
        Assert.Empty(await FailingAsync(site));
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite);
        Assert.Empty(await FailingAsync(site));
        Assert.DoesNotContain(Directory.EnumerateFiles(site.Place.Folder), file => Path.GetFileName(file).StartsWith(".ready", StringComparison.Ordinal));

        // SQLite goes on in the files that it has open, as it does on a disk that is full.
        var elsewhere = site.Place.Folder + ".elsewhere";
        Directory.Move(site.Place.Folder, elsewhere);
        Assert.Contains("disk", await FailingAsync(site));
        Directory.Move(elsewhere, site.Place.Folder);
        Assert.DoesNotContain("disk", await FailingAsync(site));
    }

    [Fact]
    public async Task A_database_that_is_gone()
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        var direct = new Npgsql.NpgsqlConnectionStringBuilder(place.Connection);
        await using var proxy = new TcpProxy(direct.Port);
        (direct.Host, direct.Port) = ("127.0.0.1", proxy.Port);
        await using var site = new TestSite(place, ("ConnectionStrings:Accounts", direct.ConnectionString));
        Assert.Empty(await FailingAsync(site));
        proxy.Set(Line.Refused);
        Assert.Equal(["database", "keys"], (await FailingAsync(site)).Order());
        var live = await site.NewVisitor().GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.Status);
        proxy.Set(Line.Whole);
        Assert.Empty(await FailingAsync(site));
    }

    private static async Task<IReadOnlyList<string>> FailingAsync(TestSite site)
    {
        var reply = await site.NewVisitor().GetAsync("/health/ready");
        using var told = JsonDocument.Parse(reply.Body);
        var failing = told.RootElement.GetProperty("failing").EnumerateObject().ToList();
        Assert.All(failing, part => Assert.False(string.IsNullOrEmpty(part.Value.GetString())));
        Assert.Equal(failing.Count == 0, told.RootElement.GetProperty("ready").GetBoolean());
        Assert.Equal(failing.Count == 0 ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, reply.Status);
        return [.. failing.Select(part => part.Name)];
    }
}
