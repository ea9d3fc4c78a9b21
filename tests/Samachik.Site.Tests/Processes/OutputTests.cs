using System.Text.Json;
using Samachik.Site.Tests.Privacy;

namespace Samachik.Site.Tests.Processes;

/// <summary>What a running program writes to its output tells nothing of a person, at any level and in either format.</summary>
[Trait("Category", "Process")]
public sealed class OutputTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "simple")]
    [InlineData(DatabaseKind.Postgres, "json")]
    public async Task As_shipped(DatabaseKind kind, string format)
    {
        var (output, typed) = await SignUpAsync(kind, [("Logging:Console:FormatterName", format)]);
        Assert.Contains("by Outbox: Accepted", output, StringComparison.Ordinal);
        Assert.Empty(new Traces(typed).In(output));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "json", "Debug")]
    [InlineData(DatabaseKind.Postgres, "simple", "Debug")]
    [InlineData(DatabaseKind.Sqlite, "simple", "Trace")]
    [InlineData(DatabaseKind.Postgres, "json", "Trace")]
    public async Task With_everything_logged(DatabaseKind kind, string format, string level)
    {
        (string, string)[] settings = [("Logging:Console:FormatterName", format), .. SiteLog.AllAt(level)];
        var stranger = Person.New();
        var (output, typed) = await SignUpAsync(kind, settings, $"/privacy?version={Uri.EscapeDataString(stranger.FirstName)}");
        Assert.Contains("sign_up_journeys", output, StringComparison.Ordinal);
        Assert.Empty(new Traces(typed).In(output));

        // What a visitor writes into an address is there to be found.
        Assert.NotEmpty(new Traces(Typed.By(stranger)).In(output));
    }

    private static async Task<(string Output, IReadOnlyList<Typed> Typed)> SignUpAsync(
        DatabaseKind kind, (string, string)[] settings, string alsoOpens = "/")
    {
        await using var place = new TestPlace(kind);
        await using var site = await SiteProgram.StartAsync(place, SiteProgram.FreePort(), settings);
        using var applicant = new Applicant(site.Address);
        await applicant.GoToCodeAsync();

        // The outbox's question for one number would itself stand in the log.
        using var http = new HttpClient { BaseAddress = site.Address };
        var code = await Eventually.GetAsync(
            async () => (await http.GetFromJsonAsync<List<ReceivedSms>>("/dev/sms.json", JsonSerializerOptions.Web))?.FirstOrDefault()?.Code,
            "a code in the outbox");
        await applicant.TypeCodeAsync(code == "271828" ? "314159" : "271828");
        await applicant.TypeCodeAsync(code);
        Assert.Equal("/sign-up/done", applicant.Path);
        await applicant.GetAsync(alsoOpens);
        await site.TerminateAsync();
        return (site.Output, Typed.By(applicant.Person, code));
    }
}
