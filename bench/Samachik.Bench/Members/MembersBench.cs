using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Postgres;

namespace Samachik.Bench.Members;

/// <summary>What members take in PostgreSQL, and what signing in costs among a thousand and among a million of them.</summary>
internal static class MembersBench
{
    private const int Hands = 2, Rounds = 5;

    // "Signed up" and "signed in". A sign-in on a remembered browser adds one, a first one with a code three.
    private const int EntriesOfSignUp = 2;

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(string program, string server, HttpMessageInvoker http, bool isShort)
    {
        int[] sizes = isShort ? [1_000, 100_000] : [1_000, 100_000, 1_000_000];
        var time = TimeSpan.FromSeconds(isShort ? 5 : 20);
        await using var small = await Site.StartAsync(program, server, http, "small");
        await using var large = await Site.StartAsync(program, server, http, "large");
        await TellRealAsync(large, isShort ? 10 : 50);
        var (few, many) = (await PrepareAsync(small), await PrepareAsync(large, leftUnsealed: isShort ? 5_000 : 100_000));
        await FillAsync(few, sizes[0], tells: false);
        await small.RunAsync("audit verify");
        foreach (var size in sizes) await FillAsync(many, size, tells: size > sizes[0]);
        await small.StartAgainAsync();
        await large.StartAgainAsync();
        await TellSealingAsync(large);
        await using (var database = await OpenAsync(large)) await TableSizes.RunAsync(database, "SELECT pg_stat_reset()");

        Console.WriteLine("Signing in…");
        var figures = new Figures();
        var (fewText, manyText) = (Text(sizes[0]), Text(sizes[^1]));
        for (var round = 0; round < Rounds; round++)
        {
            figures.Add($"slowest of a hundred sign-ins among {fewText}", "ms", (await SignInAsync(small, few, sizes[0], time)).SlowestOfAHundred);
            await using var database = await OpenAsync(large);
            var before = await WalAsync(database);
            var done = await SignInAsync(large, many, sizes[^1], time);
            var after = await WalAsync(database);
            var signIns = done.PerSecond * (time + Warm).TotalSeconds;
            figures.Add($"slowest of a hundred sign-ins among {manyText}", "ms", done.SlowestOfAHundred);
            figures.Add($"sign-ins among {manyText}", "a second", done.PerSecond);
            figures.Add("transactions in PostgreSQL for one", "", (after.Commits - before.Commits) / signIns);
            figures.Add("WAL for one", "bytes", (after.Bytes - before.Bytes) / signIns);
        }

        figures.Write();
        Console.WriteLine("| beside its limit | is | aim | met |\n|---|---:|---:|---|");
        figures.Compare(
            $"slowest of a hundred sign-ins, {fewText} / {manyText}", $"slowest of a hundred sign-ins among {fewText}", $"slowest of a hundred sign-ins among {manyText}", 0.91);
        await TellScansAsync(large);
        return 0;
    }

    private static TimeSpan Warm => TimeSpan.FromSeconds(1);

    private static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private sealed record Prepared(Site Site, FillMembers Fill, Browser Browser, string Password);

    // People who do through the site what the generated are said to have done: what of it is left in which table.
    private static async Task TellRealAsync(Site site, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (browser, person) = await site.RememberedAsync(default);
            await Site.SignInAsync(browser, person, default);
        }

        await using var database = await OpenAsync(site);
        await UntilSealedAsync(database);
        Console.WriteLine($"\n{count} people signed up, signed in with a code, had the browser remembered, and signed in again. They left:\n\n| table | rows a member | bytes a row |\n|---|---:|---:|");
        foreach (var size in await TableSizes.AskAsync(database))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| `{size.Table}` | {(double)size.Rows / count:0.00} | {size.RowBytes:0} |"));
    }

    private static async Task<Prepared> PrepareAsync(Site site, int leftUnsealed = 0)
    {
        var (browser, person) = await site.RememberedAsync(default);
        var database = await OpenAsync(site);
        await UntilSealedAsync(database);
        await site.StopAsync();
        var model = new PostgresMembersDb(new DbContextOptionsBuilder<PostgresMembersDb>().UseNpgsql(site.Connection).Options);
        var member = await model.Members.OrderByDescending(row => row.CreatedAt).FirstAsync();
        var known = await model.KnownBrowsers.SingleAsync(row => row.MemberId == member.Id);
        var accepted = await model.Acceptances.AsNoTracking().Where(row => row.MemberId == member.Id).ToListAsync();
        var keys = KeyRing.Open(new StorageSettings(StorageKind.Postgres, site.Connection, site.KeysFolder, null), isDevelopment: false);
        return new(site, new(model, database, keys, new(member.PasswordHash, known.BrowserId, known.Device, accepted)) { LeftUnsealed = leftUnsealed }, browser, person.Password);
    }

    private static async Task FillAsync(Prepared to, int size, bool tells)
    {
        var watch = Stopwatch.StartNew();
        await to.Fill.ToAsync(size);
        await to.Fill.SealAsync();
        if (!tells) return;
        await using var database = await OpenAsync(to.Site);
        var sizes = await TableSizes.AskAsync(database);
        var members = sizes.Single(one => one.Table == "members").Rows;
        Console.WriteLine($"\n{Text(members)} members, filled in {watch.Elapsed.TotalSeconds:0} s:\n\n| table | rows a member | bytes a row | table, bytes a member | indexes, bytes a member |\n|---|---:|---:|---:|---:|");
        foreach (var one in sizes.Where(one => one.Bytes > 2 * members))
            Console.WriteLine($"| `{one.Table}` | {(double)one.Rows / members:0.00} | {one.RowBytes:0} | {one.Heap / members} | {one.Indexes / members} |");
        Console.WriteLine($"| all | | | {sizes.Sum(one => one.Heap) / members} | {sizes.Sum(one => one.Indexes) / members} |");
        var perEntry = (Of("audit_entries") + Of("audit_seals")) / (double)sizes.Single(one => one.Table == "audit_entries").Rows;
        var signedUp = (Of("members") + Of("acceptances")) / members + EntriesOfSignUp * perEntry;
        Console.WriteLine(
            $"\nFor good: {signedUp:0} bytes for who signed up (aim: at most 2,048), {perEntry:0} for each entry of the trail with its seal. With what goes in time: {sizes.Sum(one => one.Bytes) / members}.");

        long Of(string table) => sizes.Single(one => one.Table == table).Bytes;
    }

    // Members from all over, one after another, on a browser that each of them had remembered.
    private static Task<Done> SignInAsync(Site site, Prepared among, int size, TimeSpan time)
    {
        var browsers = Enumerable.Range(0, Hands).Select(_ => site.Copy(among.Browser)).ToList();
        return Load.RunAsync(Hands, Warm, time, site.Served, (hand, stop) =>
        {
            browsers[hand].Forget("samachik-sign-in");
            var digits = GeneratedPerson.Of(Random.Shared.Next(size)).Id.Digits;
            return Site.SignInAsync(browsers[hand], new Person(digits, "", among.Password), stop);
        });
    }

    private static async Task TellSealingAsync(Site site)
    {
        await using var database = await OpenAsync(site);
        var before = await TableSizes.NumberAsync(database, "SELECT max(number) FROM audit_seals");
        await UntilSealedAsync(database);
        var rates = await TableSizes.ReadAsync(
            database,
            $"""
            SELECT (max(last_entry) - min(last_entry)) * 1000.0 / nullif(max(sealed_at) - min(sealed_at), 0) FROM audit_seals
            WHERE number > {before} AND octet_length(chain) = 40000
            """,
            row => row.IsDBNull(0) ? 0 : row.GetDouble(0));
        Console.WriteLine($"\nThe site's one sealer seals {rates[0]:0} entries a second when that many wait.\n");
    }

    private static async Task UntilSealedAsync(NpgsqlConnection database)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(10); await Task.Delay(200))
            if (await TableSizes.NumberAsync(database, "SELECT (SELECT coalesce(max(id), 0) FROM audit_entries) - (SELECT coalesce(max(last_entry), 0) FROM audit_seals)") == 0) return;
        throw new InvalidOperationException("The trail is not sealed.");
    }

    // A question that reads a whole table is no matter among a thousand, and is one among a million.
    private static async Task TellScansAsync(Site site)
    {
        await using var database = await OpenAsync(site);
        var scanned = await TableSizes.ReadAsync(
            database, "SELECT stat.relname FROM pg_stat_user_tables stat JOIN pg_class ON oid = relid WHERE reltuples > 500 AND seq_scan > 0 ORDER BY 1", row => row.GetString(0));
        Console.WriteLine($"\nTables of more than 500 rows that a question read as a whole: {(scanned.Count == 0 ? "none" : string.Join(", ", scanned))}.");
    }

    private static async Task<(long Bytes, long Commits)> WalAsync(NpgsqlConnection database) => (
        await TableSizes.NumberAsync(database, "SELECT wal_bytes FROM pg_stat_wal"),
        await TableSizes.NumberAsync(database, "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"));

    private static async Task<NpgsqlConnection> OpenAsync(Site site)
    {
        // What a connection did counts at the latest when it ends: one that waited in a pool would be counted later.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(site.Connection) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
