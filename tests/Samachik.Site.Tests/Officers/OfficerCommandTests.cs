using Samachik.Rules.Officers;
using Samachik.Site.Commands;
using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Officers;

/// <summary>The operator's commands about the staff, as programs of their own beside the running site.</summary>
[Trait("Category", "Process")]
public sealed class OfficerCommandTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_officer_is_invited_joins_and_is_ended(DatabaseKind kind)
    {
        await using var site = new TestSite(kind) { Clock = new(DateTimeOffset.UtcNow) };
        site.EnsureStarted();
        var told = await RunAsync(site, "officer", "invite", "--name", "สมศรี ใจเย็น", "--role", "supervisor");
        var link = told.Split('\n').Single(line => line.StartsWith("Link:", StringComparison.Ordinal)).Split("localhost:5000")[1].Trim();
        Assert.DoesNotContain("สมศรี", told, StringComparison.Ordinal);
        var staff = await Staff.OpenAsync(site, link);
        await staff.Visitor.SubmitAsync(link, ("Password", staff.Password), ("ConfirmPassword", staff.Password), ("Code", staff.Code()));
        Assert.NotNull((await staff.Visitor.GetAsync("/officers")).Document.GetElementById("Query"));

        await RunAsync(site, "officer", "end", "--number", staff.Number);
        Assert.Equal("/officers/sign-in", (await staff.Visitor.GetAsync("/officers")).Location);
        site.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.NotNull((await staff.SignInAsync()).ErrorOf("Number"));
        await RunAsync(site, CommandLine.Failed, "officer", "end", "--number", staff.Number);
    }

    [Theory]
    [InlineData("officer invite --name=A")]
    [InlineData("officer invite --role=Officer")]
    [InlineData("officer invite --name=A --role=King")]
    [InlineData("officer end --number=12")]
    public async Task Wrong_usage_is_told(string words)
    {
        await using var program = SiteProgram.Run(words.Split(' '), SiteProgram.FreePort(), "Development");
        Assert.Equal(CommandLine.WrongUsage, await program.EndAsync());
    }

    [Fact]
    public void Every_role_can_be_invited() => Assert.All(Enum.GetNames<OfficerRole>(), role => Assert.Contains(role, OfficerInviteCommand.Command.Help, StringComparison.Ordinal));

    private static Task<string> RunAsync(TestSite site, params string[] words) => RunAsync(site, CommandLine.Succeeded, words);

    private static async Task<string> RunAsync(TestSite site, int exitCode, params string[] words)
    {
        await using var program = SiteProgram.Run(
            words, SiteProgram.FreePort(), "Development",
            ("Storage:Kind", site.Place.Kind.ToString()), ("ConnectionStrings:Accounts", site.Place.Connection), ("Keys:Folder", site.Place.KeysFolder));
        Assert.Equal(exitCode, await program.EndAsync());
        return program.Output;
    }
}
