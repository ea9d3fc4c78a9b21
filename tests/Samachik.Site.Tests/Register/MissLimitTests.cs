using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Members;
using Samachik.Rules.People;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Tests.Register;

/// <summary>Under <c>Demand</c> the sign-up is no oracle: misses are few, and beyond them the right details look like wrong ones.</summary>
public abstract class MissLimitTests(DatabaseKind kind)
{
    private const int PerIdAndDay = 5;

    private static readonly (string, string?) wrong = ("FirstName", "สมหมาย");

    [Fact]
    public async Task After_five_misses_of_the_day_the_right_details_are_refused_alike()
    {
        await using var site = new TestSite(kind, ("SignUp:Register", "Demand"));
        var person = InsuredPeople.NewThai();
        await InsuredPeople.ImportAsync(site, person);
        string? told = null;
        for (var miss = 0; miss < PerIdAndDay; miss++) told = await TryAsync(site, person, wrong);
        Assert.Contains("not-in-register", told, StringComparison.Ordinal);
        Assert.Equal(told, await TryAsync(site, person));
        Assert.Null(await InsuredPeople.LevelOfAsync(site, person));

        site.Clock.Leap(TimeSpan.FromDays(1));
        Assert.Equal("", await TryAsync(site, person));
        Assert.Equal(AssuranceLevel.Matched, await InsuredPeople.LevelOfAsync(site, person));
    }

    [Fact]
    public async Task Who_fits_uses_up_nothing()
    {
        await using var site = new TestSite(kind, ("SignUp:Register", "Demand"), ("PhoneCodes:SendsPerNetworkPerHour", "100"));
        var people = Enumerable.Range(0, 2).Select(_ => InsuredPeople.NewThai()).ToArray();
        await InsuredPeople.ImportAsync(site, people);
        foreach (var person in people) Assert.Equal("", await TryAsync(site, person));
        var counted = await CountsAsync(site, people[0]);
        Assert.Equal((0, 0), counted);
    }

    [Fact]
    public async Task A_network_has_its_own_limit()
    {
        await using var site = new TestSite(kind, ("SignUp:Register", "Demand"), ("PhoneCodes:SendsPerNetworkPerHour", "18"));
        var person = InsuredPeople.NewThai();
        await InsuredPeople.ImportAsync(site, person);
        for (var miss = 0; miss < 6; miss++) Assert.NotEqual("", await TryAsync(site, InsuredPeople.NewThai(), from: "203.0.113.7"));
        Assert.NotEqual("", await TryAsync(site, person, from: "203.0.113.8"));
        Assert.Equal(0, (await CountsAsync(site, person)).OfId);
        Assert.Equal("", await TryAsync(site, person, from: "198.51.100.7"));
    }

    [Fact]
    public async Task The_button_pressed_several_times_is_one_miss()
    {
        await using var site = new TestSite(kind, ("SignUp:Register", "Demand"));
        var newcomer = await Newcomer.AtCodeAsync(site, InsuredPeople.NewThai());
        var replies = await newcomer.Visitor.PostAtOnceAsync(3, "/sign-up/phone-code", ("Code", await newcomer.CodeAsync()));
        Assert.All(replies, reply => Assert.StartsWith("/sign-up", reply.Location, StringComparison.Ordinal));
        Assert.Equal(1, (await CountsAsync(site, newcomer.Person)).OfId);
        Assert.Contains("not-in-register", (await newcomer.Visitor.OpenAsync("/sign-up")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_one_instant_are_not_told_more()
    {
        await using var site = new TestSite(kind, ("SignUp:Register", "Demand"));
        var person = InsuredPeople.NewThai();
        await InsuredPeople.ImportAsync(site, person);
        for (var miss = 0; miss < PerIdAndDay - 1; miss++) await TryAsync(site, person, wrong);
        var ready = new List<(Newcomer Newcomer, string Code)>();
        for (var hand = 0; hand < 4; hand++)
        {
            var newcomer = await Newcomer.AtDetailsAsync(site, person with { Phone = Person.New().Phone });
            await newcomer.GiveDetailsAsync(wrong);
            ready.Add((newcomer, await newcomer.CodeAsync()));
        }

        await Task.WhenAll(ready.Select(one => one.Newcomer.TypeCodeAsync(one.Code)));
        Assert.Equal(PerIdAndDay, (await CountsAsync(site, person)).OfId);
    }

    /// <summary>Whether the time of an answer tells who is in the register from who is not: it may tell no more than the level shown.</summary>
    [Fact]
    [Trait("Category", "Timing")]
    public async Task Not_there_and_different_take_the_same_time()
    {
        await using var site = new TestSite(kind, ("SignUp:Register", "Raise"));
        await RunAsync(site, 30);
        var area = await RunAsync(site, TestLength.Of(250, 1_000));
        if (area is >= 0.44 and <= 0.56) return;
        var again = await RunAsync(site, TestLength.Of(500, 2_000));
        Assert.True(again is >= 0.44 and <= 0.56, string.Create(CultureInfo.InvariantCulture, $"AUC {area:F3}, then {again:F3}."));
    }

    private static async Task<double> RunAsync(TestSite site, int pairs)
    {
        var people = Enumerable.Range(0, 2 * pairs).Select(_ => InsuredPeople.NewThai()).ToArray();
        await InsuredPeople.ImportAsync(site, people[..pairs].Select(InsuredPeople.RowOf), removesUpTo: int.MaxValue);
        var (there, notThere) = (new List<double>(), new List<double>());
        for (var pair = 0; pair < pairs; pair++)
            foreach (var index in pair % 2 == 0 ? new[] { pair, pairs + pair } : [pairs + pair, pair])
            {
                var newcomer = await Newcomer.AtDetailsAsync(site, people[index]);
                await newcomer.GiveDetailsAsync(wrong);
                (string Name, string? Value)[] fields = [("Code", await newcomer.CodeAsync()), .. await newcomer.Visitor.HiddenAsync("/sign-up/phone-code")];
                var watch = Stopwatch.StartNew();
                var reply = await newcomer.Visitor.PostAsync("/sign-up/phone-code", fields);
                (index < pairs ? there : notThere).Add(watch.Elapsed.TotalMicroseconds);
                Assert.Equal("/sign-up/done", reply.Location);
            }

        return Roc.Area(there, notThere);
    }

    // What the page then says of it; nothing when the account was made.
    private static async Task<string> TryAsync(TestSite site, Person person, (string, string?)? otherwise = null, string? from = null)
    {
        var newcomer = new Newcomer(site, person with { Phone = Person.New().Phone }, new Visitor(site) { From = from });
        await newcomer.AgreeAsync();
        await newcomer.GiveDetailsAsync(otherwise is { } field ? [field] : []);
        var page = await newcomer.ProvePhoneAsync();
        Assert.Equal(page.Document.GetElementById("not-in-register") is null ? "/sign-up/done" : "/sign-up/details", page.Path);
        return page.Document.GetElementById("not-in-register")?.OuterHtml ?? "";
    }

    private static async Task<(int OfId, int OfNetwork)> CountsAsync(TestSite site, Person person)
    {
        Assert.True(NationalId.TryParse(person.NationalId, false, out var id, out _));
        var lookup = site.Service<LookupHash>();
        var (ofId, ofNetwork) = (lookup.Counter("register-miss-of-id", lookup.Of(id)), lookup.Counter("register-miss-of-network", lookup.Of(System.Net.IPAddress.Loopback)));
        return await site.LookAsync(async db => (
            await db.SendCounters.Where(row => row.Key == ofId).Select(row => row.Count).SingleOrDefaultAsync(),
            await db.SendCounters.Where(row => row.Key == ofNetwork).Select(row => row.Count).SingleOrDefaultAsync()));
    }
}

/// <inheritdoc/>
[Collection(typeof(Alone))]
public sealed class MissLimitTestsOnSqlite() : MissLimitTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
[Collection(typeof(Alone))]
public sealed class MissLimitTestsOnPostgres() : MissLimitTests(DatabaseKind.Postgres);
