using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Samachik.Site.Tests.Sms;

namespace Samachik.Faults;

/// <summary>The site's process is killed at any moment while it sends to a gateway that knows ids: nothing is lost, nothing goes out twice.</summary>
public abstract class SendingKillTests(DatabaseKind kind)
{
    private static readonly int Kills = TestLength.Of(2, 20);

    [Fact]
    public async Task Every_message_that_was_saved_goes_out_once()
    {
        await using var place = new TestPlace(kind);
        await using var peer = new GatewayPeer();
        var sent = new ConcurrentDictionary<string, string>();
        var (asked, inHand) = (0, 0);
        peer.Answer = async (request, stop) =>
        {
            using var json = JsonDocument.Parse(request.Body);
            Interlocked.Increment(ref asked);
            Interlocked.Increment(ref inHand);
            sent.TryAdd(json.RootElement.GetProperty("id").GetString() ?? "", json.RootElement.GetProperty("to").GetString() ?? "");
            await Task.Delay(RandomNumberGenerator.GetInt32(600), stop);
            Interlocked.Decrement(ref inHand);
            return GatewayPeer.Http(200, """{"status":"ok"}""");
        };
        (string, string)[] settings =
        [
            ("Sms:Gateways", "HttpJson"), ("Sms:HttpJson:Url", peer.Url.ToString()), ("Sms:HttpJson:Body", """{"id":"{id}","to":"{to}","text":"{text}"}"""),
            ("Sms:HttpJson:StatusPath", "status"), ("Sms:HttpJson:Accepted", "ok"), ("Sms:HttpJson:Repeats", "Recognised"), ("PhoneCodes:Life", "00:30:00"),
        ];
        var port = SiteProgram.FreePort();

        // Some more where none has come yet while a message was in hand: such a run would tell nothing.
        var (kills, inTheMiddle) = (0, 0);
        for (; kills < Kills || (inTheMiddle == 0 && kills < 10 * Kills); kills++)
        {
            await using var site = await SiteProgram.StartAsync(place, port, settings);
            using var over = new CancellationTokenSource();
            var people = Enumerable.Range(0, 4).Select(_ => SignUpAsync(site.Address, over.Token)).ToArray();
            var before = sent.Count;
            await Eventually.TrueAsync(() => Task.FromResult(sent.Count > before), "a message to go out");
            await Task.Delay(RandomNumberGenerator.GetInt32(300), TestContext.Current.CancellationToken);
            if (Volatile.Read(ref inHand) > 0) inTheMiddle++;
            await site.KillAsync();
            await over.CancelAsync();
            await Task.WhenAll(people);
        }

        Assert.True(inTheMiddle > 0, "No kill came while a message was in hand: the test tells nothing.");
        await using var last = await SiteProgram.StartAsync(place, port, settings);
        var rows = await RowsAsync(place);

        // A message in hand at the kill is settled after half a minute, then handed over again.
        await Eventually.TrueAsync(async () => (rows = await RowsAsync(place)).All(row => row.State == "Accepted"), "every message to be accepted");
        Assert.Equal(rows.Select(row => row.Id).Order(), sent.Keys.Order());

        // Asked for again was only what a kill had left in the middle; the gateway sent each once all the same.
        Assert.InRange(asked - sent.Count, 0, kills * 16);
    }

    private static async Task SignUpAsync(Uri address, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            using var applicant = new Applicant(address);
            try
            {
                await applicant.GoToCodeAsync();
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                return;
            }
            catch (Xunit.Sdk.XunitException)
            {
                // A database that is busy for a moment: somebody else comes.
            }
        }
    }

    private static Task<List<(string Id, string State)>> RowsAsync(TestPlace place) => place.AskAsync(
        "SELECT CAST(id AS text), state FROM outgoing_messages", row => (row.GetString(0).ToLowerInvariant(), row.GetString(1)));
}

/// <inheritdoc/>
public sealed class SendingKillTestsOnSqlite() : SendingKillTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class SendingKillTestsOnPostgres() : SendingKillTests(DatabaseKind.Postgres);
