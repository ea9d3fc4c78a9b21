using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.SignIn;

/// <summary>
/// Whether the time of an answer tells an ID number with an account from one without, or from a closed one: over
/// interleaved tries, the chance that one kind takes longer than another (the area under the ROC curve) has to stay
/// near a half.
/// </summary>
[Trait("Category", "Timing")]
public abstract class SignInTimingTests(DatabaseKind kind)
{
    private static readonly int Tries = TestLength.Of(4_000, 10_000);
    private const int Kinds = 3;

    [Fact]
    public async Task A_wrong_password_an_unknown_ID_and_a_closed_account_take_the_same_time()
    {
        await using var site = new TestSite(kind, ("SignIn:FreeTries", "100"), ("Passwords:MemoryKiB", "19456"), ("Passwords:Passes", "2"));
        var wrong = await Member.NewAsync(site);
        var closed = await Member.NewAsync(site);
        await closed.ChangeAsync(row => (row.ClosedAt, row.NationalIdHash) = (site.Clock.GetUtcNow(), null));
        Person[] people = [wrong.Person, Person.New(), closed.Person];
        await RunAsync(site, people, 500);
        var first = await RunAsync(site, people, Tries);
        if (first.All(Roc.IsNearAHalf)) return;
        var second = await RunAsync(site, people, Tries);
        Assert.True(second.All(Roc.IsNearAHalf), $"AUC {Told(first)}, then {Told(second)}.");
    }

    private static async Task<double[]> RunAsync(TestSite site, Person[] people, int tries)
    {
        var visitor = site.NewVisitor();
        var token = await visitor.TokenAsync("/sign-in");
        var times = people.Select(_ => new List<double>()).ToList();
        var order = Enumerable.Range(0, Kinds).ToArray();
        for (var i = 0; i < tries / Kinds; i++)
        {
            // A hundred in a row disable the password: the counters are swept before, for all kinds alike.
            if (i % 90 == 0) await site.LookAsync(db => db.SignInAttempts.ExecuteDeleteAsync());
            Random.Shared.Shuffle(order);
            foreach (var kind in order)
            {
                var watch = Stopwatch.StartNew();
                var reply = await visitor.PostAsync(
                    "/sign-in", ("NationalId", people[kind].NationalId), ("Password", "notTheRightOne1"), ("__RequestVerificationToken", token));
                times[kind].Add(watch.Elapsed.TotalMicroseconds);
                Assert.Equal(System.Net.HttpStatusCode.OK, reply.Status);
            }
        }

        return [Roc.Area(times[0], times[1]), Roc.Area(times[0], times[2]), Roc.Area(times[1], times[2])];
    }

    private static string Told(double[] aucs) => string.Join(' ', aucs.Select(auc => auc.ToString("F3", CultureInfo.InvariantCulture)));
}

/// <inheritdoc/>
[Collection(typeof(Alone))]
public sealed class SignInTimingTestsOnSqlite() : SignInTimingTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
[Collection(typeof(Alone))]
public sealed class SignInTimingTestsOnPostgres() : SignInTimingTests(DatabaseKind.Postgres);
