using System.Globalization;
using System.Security.Cryptography;
using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Sms;

/// <summary>The whole way with real peers: sign-up, worker, Kannel, SMPP, delivery report, receipt, the message's row.</summary>
[Trait("Category", "Process")]
public sealed class KannelTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "DELIVRD", "Delivered")]
    [InlineData(DatabaseKind.Postgres, "DELIVRD", "Delivered")]
    [InlineData(DatabaseKind.Sqlite, "UNDELIV", "Failed")]
    [InlineData(DatabaseKind.Postgres, "UNDELIV", "Failed")]
    public async Task A_code_goes_the_whole_way_and_its_report_comes_back(DatabaseKind kind, string end, string delivery)
    {
        await using var place = new TestPlace(kind);
        await using var kannel = await KannelRig.StartAsync();
        await kannel.EndAsync(end);
        await using var site = await StartAsync(place, kannel);
        using var applicant = new Applicant(site.Address);
        await applicant.GoToCodeAsync();
        var sms = await kannel.SubmitAsync(applicant.Person.E164[1..]);
        Assert.Equal("SSO", sms.From);
        await applicant.TypeCodeAsync(ReceivedSms.CodeIn(sms.Text));
        Assert.Equal("/sign-up/done", applicant.Path);
        await Eventually.TrueAsync(
            async () => (await RowsAsync(place)).SequenceEqual([("Accepted", delivery, true)]), $"the row to be {delivery}");
        Assert.Single(kannel.Submits);
        Assert.DoesNotContain("/sms/receipts", site.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_smsbox_that_dies_in_the_middle_lets_nothing_go_out_twice_and_loses_nothing_it_took()
    {
        await using var place = new TestPlace(DatabaseKind.Sqlite);
        await using var kannel = await KannelRig.StartAsync();
        await using var site = await StartAsync(place, kannel);
        const int People = 24;
        var signingUp = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var i = 0; i < People / 4; i++)
            {
                using var applicant = new Applicant(site.Address);
                await applicant.GoToCodeAsync();
            }
        }));
        for (var kill = 0; kill < 3; kill++)
        {
            var before = kannel.Submits.Count;
            await Eventually.TrueAsync(() => Task.FromResult(kannel.Submits.Count > before || signingUp.IsCompleted), "a message to go out");
            await Task.Delay(RandomNumberGenerator.GetInt32(100), TestContext.Current.CancellationToken);
            await kannel.KillSmsboxAsync();
            await kannel.StartSmsboxAsync();
        }

        await signingUp;
        await Eventually.TrueAsync(
            async () => await RowsAsync(place) is { Count: People } rows && rows.All(row => row.State is "Accepted" or "Unknown"), "all to be handed over");
        var rows = await RowsAsync(place);

        // Kannel says that it took a message before its message centre has it.
        var accepted = rows.Count(row => row.State == "Accepted");
        await Eventually.TrueAsync(() => Task.FromResult(kannel.Submits.Count >= accepted), "all that Kannel took to reach the message centre");
        var submits = kannel.Submits;
        Assert.Equal(submits.Count, submits.Distinct().Count());
        Assert.InRange(submits.Count, accepted, People);
        Assert.All(rows, row => Assert.True(row.IsWiped));
    }

    private static Task<SiteProgram> StartAsync(TestPlace place, KannelRig kannel)
    {
        var port = SiteProgram.FreePort();
        return SiteProgram.StartAsync(
            place, port,
            [.. kannel.Settings, ("Sms:ReceiptsUrl", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")), ("Sms:BreakFor", "00:00:01")]);
    }

    private static Task<List<(string State, string? Delivery, bool IsWiped)>> RowsAsync(TestPlace place) => place.AskAsync(
        "SELECT state, delivery, text_cipher IS NULL AND phone_cipher IS NULL FROM outgoing_messages",
        row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetBoolean(2)));
}
