using Samachik.Site.Tests.Officers;
using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Audit;

/// <summary><c>samachik audit verify --export</c> as somebody runs it who has a copy and the keys, and no database.</summary>
[Trait("Category", "Process")]
public sealed class CopyCommandTests
{
    [Fact]
    public async Task It_tells_an_intact_copy_from_a_changed_and_a_missing_one()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite);
        var account = Guid.NewGuid();
        await TrailSearchTests.WriteAsync(site, account, 3);
        var staff = await Staff.JoinAsync(site, Samachik.Rules.Officers.OfficerRole.DataProtectionOfficer);
        await TrailSearchTests.SearchAsync(staff, ("Subject", $"{account:D}"));
        var copy = await staff.Visitor.SubmitAsync("/officers/trail/copy", ("As", "Lines"));
        var file = Path.Combine(site.Place.Folder, "copy.jsonl");
        await File.WriteAllTextAsync(file, copy.Body, TestContext.Current.CancellationToken);

        var (code, said) = await RunAsync(site, "--export", file);
        Assert.True(code == 0, said);
        Assert.Contains("The copy is intact.", said, StringComparison.Ordinal);
        Assert.Contains($"Query: account {account:D}; days ", said, StringComparison.Ordinal);
        Assert.Contains($"by staff number {staff.Number}", said, StringComparison.Ordinal);
        Assert.Contains("Entries: 3, signed with audit key 1", said, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, copy.Body.Replace("SignedIn", "SignedUp", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (code, said) = await RunAsync(site, $"--export={file}");
        Assert.Equal(1, code);
        Assert.Contains("BROKEN: Changed: the lines are not those that were signed. The first that is no entry of this site: line 1.", said, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(site, "--export", $"{file}.missing")).Code);
        Assert.Equal(2, (await RunAsync(site, "--export")).Code);
        Assert.Equal(2, (await RunAsync(site, "--export", file, "--anchor", $"1:{new string('0', 64)}")).Code);
    }

    // Nothing listens where the database should be.
    private static async Task<(int Code, string Said)> RunAsync(TestSite site, params string[] options)
    {
        await using var program = SiteProgram.Run(
            ["audit", "verify", .. options], SiteProgram.FreePort(), "Production",
            ("Office:PublicUrl", "https://member.example.go.th"), ("Storage:Kind", "Postgres"),
            ("ConnectionStrings:Accounts", "Host=127.0.0.1;Port=1;Username=u;Database=d"), ("Keys:Folder", site.Place.KeysFolder));
        return (await program.EndAsync(), program.Output);
    }
}
