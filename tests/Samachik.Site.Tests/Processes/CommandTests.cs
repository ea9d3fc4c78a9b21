namespace Samachik.Site.Tests.Processes;

/// <summary>The program's words, exit codes and refusals.</summary>
[Trait("Category", "Process")]
public sealed class CommandTests
{
    private static readonly (string, string)[] Public = [("Office:PublicUrl", "https://member.example.go.th")];

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Migrate_may_be_repeated_and_needs_no_gateway(DatabaseKind kind)
    {
        await using var place = new TestPlace(kind);
        for (var i = 0; i < 2; i++)
        {
            await using var program = Run(
                "migrate", [.. Public, ("Storage:Kind", kind.ToString()), ("ConnectionStrings:Accounts", place.Connection)]);
            Assert.True(await program.EndAsync() == 0, program.Output);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_gateway_is_switched_off_and_on_again(DatabaseKind kind)
    {
        await using var place = new TestPlace(kind);
        Assert.Contains("Database", await SiteProgram.SayAsync(place, 0, "migrate"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Outbox: on", await SiteProgram.SayAsync(place, 0, "gateway", "list"), StringComparison.Ordinal);
        Assert.Contains("Outbox is off.", await SiteProgram.SayAsync(place, 0, "gateway", "off", "--name=outbox"), StringComparison.Ordinal);
        Assert.Contains("Outbox: off since ", await SiteProgram.SayAsync(place, 0, "gateway", "list"), StringComparison.Ordinal);
        Assert.Contains("Outbox is on.", await SiteProgram.SayAsync(place, 0, "gateway", "on", "--name=Outbox"), StringComparison.Ordinal);
        Assert.Contains("Outbox: on since ", await SiteProgram.SayAsync(place, 0, "gateway", "list"), StringComparison.Ordinal);
        Assert.Contains("no gateway of Sms:Gateways", await SiteProgram.SayAsync(place, 2, "gateway", "off", "--name=Nowhere"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_given_and_other_words_are_refused()
    {
        await using var help = Run("--help");
        Assert.Equal(0, await help.EndAsync());
        await using var other = Run("migrat");
        Assert.Equal(2, await other.EndAsync());
    }

    [Theory]
    [InlineData("--help", "audit verify")]
    [InlineData("serve --help", "Ctrl-C")]
    [InlineData("migrate --help", "Storage:ApplicationRole")]
    [InlineData("audit --help", "audit verify")]
    [InlineData("audit verify --help", "--anchor NUMBER:HEAD")]
    [InlineData("gateway --help", "gateway off")]
    [InlineData("gateway off --help", "--name GATEWAY")]
    [InlineData("register --help", "register import")]
    [InlineData("register import --help", "FILE.rejected.csv")]
    [InlineData("keys --help", "keys rotate")]
    [InlineData("keys rotate --help", "--prepare")]
    [InlineData("restored --help", "before any node serves")]
    public async Task Every_command_tells_what_it_does(string words, string word)
    {
        await using var program = SiteProgram.Run(words.Split(' '), SiteProgram.FreePort(), "Production");
        Assert.Equal(0, await program.EndAsync());
        Assert.Contains(word, program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("audit", "audit verify")]
    [InlineData("audit verify now", "there is no command")]
    [InlineData("audit verify --anker=1", "--anker")]
    [InlineData("audit verify --anchor", "--anchor wants")]
    [InlineData("audit verify --anchor 1:ab", "--anchor wants")]
    [InlineData("migrate --anchor=1", "--anchor")]
    [InlineData("gateway off", "--name wants")]
    [InlineData("gateway list --name=Outbox", "--name")]
    [InlineData("register", "register import")]
    [InlineData("keys", "keys rotate")]
    [InlineData("keys rotate 2", "there is no command")]
    [InlineData("keys rotate --new", "--new")]
    [InlineData("keys rotate --prepare=yes", "--prepare takes no value")]
    [InlineData("register import", "wants FILE.csv")]
    [InlineData("register import a.csv b.csv", "there is no command")]
    [InlineData("register import a.csv --remove-up-to=many", "--remove-up-to wants")]
    [InlineData("register import a.csv --remove=1", "--remove")]
    [InlineData("register import --remove-up-to 1", "wants FILE.csv")]
    public async Task What_is_no_command_or_has_no_such_option_is_wrong_usage(string words, string told)
    {
        await using var program = SiteProgram.Run(words.Split(' '), SiteProgram.FreePort(), "Production");
        Assert.Equal(2, await program.EndAsync());
        Assert.Contains(told, program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sms:Gateways", "Outbox")]
    [InlineData("Sms:Gateways", "")]
    [InlineData("Sms:Gateways", "Nowhere")]
    [InlineData("Office:PublicUrl", "http://member.example.go.th")]
    [InlineData("Office:PublicUrl", "https://localhost")]
    [InlineData("PhoneCodes:Life", "soon-not-a-time")]
    [InlineData("ConnectionStrings:Accounts", "no=connection-string")]
    public async Task Production_refuses_to_start_and_names_the_setting(string key, string value)
    {
        await using var program = Run("serve", [.. Public, ("Sms:Gateways", "Nowhere"), (key, value)]);
        Assert.Equal(1, await program.EndAsync());
        Assert.Contains($"{key}:", program.Output, StringComparison.Ordinal);
        foreach (var told in (string[])["soon-not-a-time", "Nowhere", "no=connection-string", "   at "])
            Assert.DoesNotContain(told, program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_names_every_gateway_and_folder_that_is_missing_and_makes_none()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"samachik-none-{Guid.NewGuid():N}");
        await using var program = Run(
            "serve", [.. Public, ("Sms:Gateways", "Nowhere"), ("Keys:Folder", $"{folder}-keys"), ("Agreements:Folder", $"{folder}-texts")]);
        Assert.Equal(1, await program.EndAsync());
        foreach (var key in (string[])["Sms:Gateways", "Keys:Folder", "Agreements:Folder"])
            Assert.Contains($"{key}: ", program.Output, StringComparison.Ordinal);
        foreach (var told in (string[])["Nowhere", folder, "   at "]) Assert.DoesNotContain(told, program.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists($"{folder}-keys"));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told()
    {
        await using var place = new TestPlace(DatabaseKind.Sqlite);
        await using var first = await SiteProgram.StartAsync(place, SiteProgram.FreePort());
        await using var second = SiteProgram.Run(
            ["serve"], first.Address.Port, "Development", ("ConnectionStrings:Accounts", place.Connection), ("Keys:Folder", place.KeysFolder));
        Assert.Equal(1, await second.EndAsync());
        Assert.Contains("ASPNETCORE_URLS: ", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SIGTERM_ends_the_site_within_ten_seconds()
    {
        await using var place = new TestPlace(DatabaseKind.Sqlite);
        await using var site = await SiteProgram.StartAsync(place, SiteProgram.FreePort());
        Assert.InRange(await site.TerminateAsync(), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(0, site.ExitCode);
    }

    private static SiteProgram Run(string word, params (string, string)[] settings) =>
        SiteProgram.Run([word], SiteProgram.FreePort(), "Production", settings);
}
