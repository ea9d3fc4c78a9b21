using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Audit;

/// <summary><c>samachik audit verify</c> as an operator runs it, beside nothing but the database and the keys.</summary>
[Trait("Category", "Process")]
public abstract class VerifyCommandTests(DatabaseKind kind)
{
    [Fact]
    public async Task It_tells_an_intact_trail_from_a_broken_and_a_cut_one()
    {
        await using var place = new TestPlace(kind);
        await using (var site = new TestSite(place))
        {
            await Newcomer.MemberAsync(site);
            await SealedTrail.SealAllAsync(site);
            await Newcomer.MemberAsync(site);
        }

        var (code, said) = await RunAsync(place);
        Assert.True(code == 0, said);
        Assert.Contains("The trail is intact.", said, StringComparison.Ordinal);
        Assert.Contains("Not sealed yet: 2 entries.", said, StringComparison.Ordinal);
        var anchor = said.Split('\n').Single(line => line.StartsWith("Last intact seal: 1:", StringComparison.Ordinal))["Last intact seal: ".Length..];

        Assert.Equal(0, (await RunAsync(place, "--anchor", anchor)).Code);
        (code, said) = await RunAsync(place, $"--anchor=2{anchor[1..]}");
        Assert.Equal(1, code);
        Assert.Contains("CutOff", said, StringComparison.Ordinal);

        long first = 0;
        await using (var site = new TestSite(place))
        {
            first = await site.LookAsync(db => db.AuditEntries.MinAsync(row => row.Id));
            await site.LookAsync(db => db.Database.ExecuteSqlAsync($"UPDATE audit_entries SET detail = 'x' WHERE id = {first}"));
        }

        (code, said) = await RunAsync(place);
        Assert.Equal(1, code);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"BROKEN at entry {first}: Changed: "), said, StringComparison.Ordinal);
        Assert.DoesNotContain("intact.", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', said);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_no_intact_trail()
    {
        await using var place = new TestPlace(kind);
        await using (var site = new TestSite(place)) site.EnsureStarted();
        await using var other = new TestPlace(kind);
        var (code, said) = await RunWithAsync(other, place.KeysFolder);
        Assert.Equal(1, code);
        Assert.DoesNotContain("intact", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Said)> RunAsync(TestPlace place, params string[] options) => RunWithAsync(place, place.KeysFolder, options);

    private static async Task<(int Code, string Said)> RunWithAsync(TestPlace place, string keys, params string[] options)
    {
        await using var program = SiteProgram.Run(
            ["audit", "verify", .. options], SiteProgram.FreePort(), "Production",
            ("Office:PublicUrl", "https://member.example.go.th"), ("Storage:Kind", place.Kind.ToString()),
            ("ConnectionStrings:Accounts", place.Connection), ("Keys:Folder", keys));
        return (await program.EndAsync(), program.Output);
    }
}

/// <inheritdoc/>
public sealed class VerifyCommandTestsOnSqlite() : VerifyCommandTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class VerifyCommandTestsOnPostgres() : VerifyCommandTests(DatabaseKind.Postgres);
