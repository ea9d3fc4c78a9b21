using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>
/// What the public bombing scripts do, for an hour against a site of usual settings and a usual past: how many
/// messages they get out of it, what that costs, and what an honest person meets meanwhile. The table that it prints
/// stands in docs/security.md.
/// </summary>
public abstract class BomberTests(DatabaseKind kind, ITestOutputHelper output)
{
    private const int Presses = 300;
    private const int Addresses = 200;
    private static readonly TimeSpan Between = TimeSpan.FromHours(1) / Presses;

    /// <summary>A method, what the guard does, and the most that may go out.</summary>
    public static TheoryData<string, string, int> Bills
    {
        get
        {
            TheoryData<string, string, int> bills = new()
            {
                { "one session, one copied form, many numbers", "Record", 1 },
                { "one session, many numbers", "Record", 5 },
                { "many sessions, one number", "Record", 10 },
                { "sequential numbers, one address", "Record", 60 },
                { "sequential numbers, 200 addresses", "Work", 20 },
                { "scattered numbers, 200 addresses", "Deny", 80 },
            };
            if (!TestLength.IsLong) return bills;
            bills.Add("sequential numbers, 200 addresses", "Record", Presses);
            bills.Add("sequential numbers, 200 addresses", "Deny", 20);
            bills.Add("scattered numbers, 200 addresses", "Record", Presses);
            bills.Add("scattered numbers, 200 addresses", "Work", 80);
            return bills;
        }
    }

    /// <summary>The bill of one hour.</summary>
    protected async Task BillAsync(string method, string guard, int most)
    {
        await using var site = new TestSite(
            kind, ("PhoneCodes:Guard", guard), ("PhoneCodes:SendsPerNetworkPerHour", "30"), ("PhoneCodes:BudgetPerHour", "60000"),
            ("PhoneCodes:BudgetPerDay", "400000"));
        await SendingPast.QuietAsync(site);
        await BombAsync(site, method);
        var sent = await SentAsync(site);
        var strikes = await site.LookAsync(db => db.GuardDecisions.CountAsync());
        var honest = await HonestAsync(site);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {method} | {guard} | {sent} | {sent * 0.5m:0.00} | {strikes} | {honest} |"));
        Assert.InRange(sent, 1, most);
        Assert.StartsWith("signs up", honest, StringComparison.Ordinal);
    }

    private static async Task BombAsync(TestSite site, string method)
    {
        var (session, copied, one) = (From(site, 0), ((string, string?)[]?)null, Person.New());
        for (var i = 0; i < Presses; i++, site.Clock.Advance(Between))
        {
            var isOneSession = method.StartsWith("one session", StringComparison.Ordinal);
            var bomber = isOneSession ? session : From(site, method.Contains("addresses", StringComparison.Ordinal) ? i % Addresses : 0);
            var person = one with
            {
                NationalId = Person.New().NationalId,
                Phone = method.StartsWith("sequential", StringComparison.Ordinal) ? $"0899123{i % 1000:000}"
                    : method.Contains("one number", StringComparison.Ordinal) ? one.Phone : Scattered(i),
            };
            if (i > 0 && isOneSession) await bomber.GetAsync("/sign-up/details");
            else await new Newcomer(site, person, bomber).AgreeAsync();
            if (copied is null || !method.Contains("copied", StringComparison.Ordinal))
                copied = await bomber.HiddenAsync("/sign-up/details");

            var reply = await bomber.PostAsync("/sign-up/details", [.. person.Fields, .. copied]);
            Assert.True(reply.Status is HttpStatusCode.Found or HttpStatusCode.OK, $"{reply.Status}");
        }
    }

    private static Visitor From(TestSite site, int network) => new(site) { From = $"203.0.{network}.7" };

    // Over all first digits that numbers have, as a list of strangers' numbers is.
    private static string Scattered(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"0{"689"[i % 3]}{i * 7919L % 10:0}{i * 104_729L % 10_000_000:0000000}");

    private static Task<int> SentAsync(TestSite site) => site.LookAsync(db => db.OutgoingMessages.CountAsync());

    // From another network, with an old phone without scripts.
    private static async Task<string> HonestAsync(TestSite site)
    {
        var honest = new Newcomer(site, Person.New() with { Phone = "0624681357" }, new Visitor(site) { From = "198.51.100.4" });
        await honest.AgreeAsync();
        var page = await honest.GiveDetailsAsync();
        var met = "at once";
        if (page.Document.GetElementById("work") is not null)
        {
            met = "after a wait of 20 s, or the script's work";
            site.Clock.Advance(TimeSpan.FromSeconds(20));
            page = await honest.Visitor.SubmitAndFollowAsync("/sign-up/phone-code?handler=Resend");
        }

        if (page.Reference is null) return $"is refused: {page.Document.GetElementById("send-limit")?.TextContent.Trim()}";
        return (await honest.ProvePhoneAsync()).Path == "/sign-up/done" ? $"signs up {met}" : "is stuck";
    }
}

/// <inheritdoc/>
public sealed class BomberTestsOnSqlite(ITestOutputHelper output) : BomberTests(DatabaseKind.Sqlite, output)
{
    [Theory]
    [MemberData(nameof(Bills))]
    public Task The_bill_of_an_hour(string method, string guard, int most) => BillAsync(method, guard, most);
}

/// <inheritdoc/>
public sealed class BomberTestsOnPostgres(ITestOutputHelper output) : BomberTests(DatabaseKind.Postgres, output)
{
    /// <summary>The one that all counters take part in; all of them in the long form.</summary>
    public static TheoryData<string, string, int> BillsHere =>
        TestLength.IsLong ? Bills : new() { { "sequential numbers, 200 addresses", "Work", 20 } };

    [Theory]
    [MemberData(nameof(BillsHere))]
    public Task The_bill_of_an_hour(string method, string guard, int most) => BillAsync(method, guard, most);
}
