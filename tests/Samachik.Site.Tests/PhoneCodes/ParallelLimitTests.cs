using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>Two hundred requests at one instant send exactly as many codes as a limit allows.</summary>
public abstract class ParallelLimitTests(DatabaseKind kind)
{
    private const int AtOnce = 200;

    [Theory]
    [InlineData(SendAxis.PhonePerHour, 5)]
    [InlineData(SendAxis.PhonePerDay, 10)]
    [InlineData(SendAxis.NationalIdPerDay, 10)]
    [InlineData(SendAxis.NetworkPerHour, 30)]
    [InlineData(SendAxis.BudgetPerHour, 40)]
    [InlineData(SendAxis.BudgetPerDay, 41)]
    public async Task Exactly_the_limit_is_sent(SendAxis axis, int limit)
    {
        await using var site = Site(axis, limit);
        var one = Person.New();
        var ready = new List<(Newcomer Newcomer, (string, string?)[] Hidden)>();
        for (var i = 0; i < AtOnce; i++)
        {
            var person = axis switch
            {
                SendAxis.PhonePerHour or SendAxis.PhonePerDay => Person.New() with { Phone = one.Phone },
                SendAxis.NationalIdPerDay => Person.New() with { NationalId = one.NationalId },
                _ => Person.New(),
            };
            var newcomer = await Newcomer.AtDetailsAsync(site, person);
            ready.Add((newcomer, await newcomer.Visitor.HiddenAsync("/sign-up/details")));
        }

        var replies = await Task.WhenAll(ready.Select(one => one.Newcomer.Visitor.PostAsync(
            "/sign-up/details", [.. one.Newcomer.Person.Fields, .. one.Hidden])));
        AssertFine(replies);
        Assert.Equal(limit, await SentAsync(site));

        // What was refused was not counted either, and those whom the database kept waiting may press again.
        await ready[^1].Newcomer.GiveDetailsAsync();
        Assert.Equal(limit, await SentAsync(site));
    }

    [Fact]
    public async Task A_journey_sends_five_and_no_more()
    {
        await using var site = Site(SendAxis.Journey, 5);
        var newcomer = await Newcomer.AtCodeAsync(site);
        var forms = new List<(string, string?)[]>();
        for (var i = 0; i < AtOnce; i++)
        {
            await newcomer.Visitor.GetAsync("/sign-up/phone-code");
            forms.Add(await newcomer.Visitor.HiddenAsync("/sign-up/phone-code?handler=Resend"));
        }

        AssertFine(await Task.WhenAll(forms.Select(form => newcomer.Visitor.PostAsync("/sign-up/phone-code?handler=Resend", form))));
        Assert.InRange(await SentAsync(site), 2, 5);
        while (newcomer.Visitor.Page?.Document.GetElementById("send-limit") is null) await newcomer.ResendAsync();
        Assert.Equal(5, await SentAsync(site));
    }

    private TestSite Site(SendAxis axis, int limit) => new(
        kind,
        ("PhoneCodes:Guard", "Off"), ("PhoneCodes:ResendAfter", "00:00:00"),
        ("PhoneCodes:SendsPerPhonePerHour", $"{(axis == SendAxis.PhonePerHour ? limit : 1000)}"),
        ("PhoneCodes:SendsPerPhonePerDay", $"{(axis == SendAxis.PhonePerDay ? limit : 1000)}"),
        ("PhoneCodes:SendsPerIdPerDay", $"{(axis == SendAxis.NationalIdPerDay ? limit : 1000)}"),
        ("PhoneCodes:SendsPerNetworkPerHour", $"{(axis == SendAxis.NetworkPerHour ? limit : 1000)}"),
        ("PhoneCodes:BudgetPerHour", $"{(axis == SendAxis.BudgetPerHour ? limit : 1000)}"),
        ("PhoneCodes:BudgetPerDay", $"{(axis == SendAxis.BudgetPerDay ? limit : 1000)}"));

    // SQLite has one writer: who waits for it too long is told to come back.
    private void AssertFine(IEnumerable<Reply> replies) => Assert.All(replies, reply => Assert.True(
        (int)reply.Status < 400 || (kind == DatabaseKind.Sqlite && reply.Status == HttpStatusCode.ServiceUnavailable), $"{reply.Status}"));

    private static Task<int> SentAsync(TestSite site) => site.LookAsync(db => db.OutgoingMessages.CountAsync());
}

/// <inheritdoc/>
public sealed class ParallelLimitTestsOnSqlite() : ParallelLimitTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class ParallelLimitTestsOnPostgres() : ParallelLimitTests(DatabaseKind.Postgres);
