using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.SignUp;

/// <summary>
/// Whether the time of an answer tells a registered ID number from a free one: over many interleaved pairs, the
/// chance that a registered one takes longer (the area under the ROC curve) has to stay near a half.
/// </summary>
[Trait("Category", "Timing")]
public abstract class TimingTests(DatabaseKind kind)
{
    private const int Pairs = 1_000;

    [Fact]
    public async Task A_registered_and_a_free_ID_take_the_same_time()
    {
        await using var site = new TestSite(
            kind, ("PhoneCodes:SendsPerIdPerDay", "100000"), ("PhoneCodes:SendsPerPhonePerDay", "100000"));
        var member = await Newcomer.MemberAsync(site);
        await RunAsync(site, member.Person, 50);
        var first = await RunAsync(site, member.Person, Pairs);
        if (Roc.IsNearAHalf(first)) return;
        var second = await RunAsync(site, member.Person, 2 * Pairs);
        Assert.True(Roc.IsNearAHalf(second), string.Create(CultureInfo.InvariantCulture, $"AUC {first:F3}, then {second:F3}."));
    }

    private static async Task<double> RunAsync(TestSite site, Person registered, int pairs)
    {
        // Both kinds of browser are fresh, and made ready beforehand in the same order as they are measured.
        var ready = new List<(Visitor Visitor, (string Name, string? Value)[] Hidden, Person Person, bool Registered)>();
        for (var i = 0; i < pairs; i++)
            foreach (var isRegistered in i % 2 == 0 ? new[] { true, false } : [false, true])
            {
                var person = Person.New();
                if (isRegistered) person = person with { NationalId = registered.NationalId };
                var newcomer = await Newcomer.AtDetailsAsync(site, person);
                ready.Add((newcomer.Visitor, await newcomer.Visitor.HiddenAsync("/sign-up/details"), person, isRegistered));
            }

        var (slow, fast) = (new List<double>(), new List<double>());
        foreach (var (visitor, hidden, person, isRegistered) in ready)
        {
            var watch = Stopwatch.StartNew();
            var reply = await visitor.PostAsync("/sign-up/details", [.. person.Fields, .. hidden]);
            (isRegistered ? slow : fast).Add(watch.Elapsed.TotalMicroseconds);
            Assert.Equal("/sign-up", reply.Location);
        }

        Assert.True(await site.LookAsync(db => db.CodeChallenges.CountAsync()) >= 2 * pairs);
        return Roc.Area(slow, fast);
    }
}

/// <inheritdoc/>
[Collection(typeof(Alone))]
public sealed class TimingTestsOnSqlite() : TimingTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
[Collection(typeof(Alone))]
public sealed class TimingTestsOnPostgres() : TimingTests(DatabaseKind.Postgres);
