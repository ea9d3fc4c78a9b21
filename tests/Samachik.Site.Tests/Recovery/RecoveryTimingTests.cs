using System.Diagnostics;
using System.Globalization;

namespace Samachik.Site.Tests.Recovery;

/// <summary>
/// Whether the time of an answer tells an ID number with an account from one without: over interleaved pairs the chance
/// that the one takes longer than the other (the area under the ROC curve) has to stay near a half.
/// </summary>
[Trait("Category", "Timing")]
public abstract class RecoveryTimingTests(DatabaseKind kind)
{
    private const int Pairs = 1_000;
    private const int People = 100;

    [Fact]
    public async Task An_ID_with_an_account_and_one_without_take_the_same_time()
    {
        await using var site = new TestSite(
            kind, ("PhoneCodes:SendsPerPhonePerHour", "100000"), ("PhoneCodes:SendsPerPhonePerDay", "100000"),
            ("PhoneCodes:SendsPerIdPerDay", "100000"));
        var known = await MembersAsync(site);
        var unknown = Enumerable.Range(0, People).Select(_ => Person.New()).ToArray();
        await RunAsync(site, known, unknown, 100);
        var first = await RunAsync(site, known, unknown, Pairs);
        if (Roc.IsNearAHalf(first.Start) && Roc.IsNearAHalf(first.Code)) return;
        var second = await RunAsync(site, known, unknown, Pairs);
        Assert.True(
            Roc.IsNearAHalf(second.Start) && Roc.IsNearAHalf(second.Code),
            string.Create(CultureInfo.InvariantCulture, $"AUC of the start {first.Start:F3}, then {second.Start:F3}; of the code {first.Code:F3}, then {second.Code:F3}."));
    }

    // Every try has a browser of its own; as many IDs without an account come as often as those with one.
    private static async Task<(double Start, double Code)> RunAsync(
        TestSite site, IReadOnlyList<Person> known, IReadOnlyList<Person> unknown, int pairs)
    {
        var ready = new List<(Visitor Visitor, string Token, string NationalId, bool IsKnown)>();
        for (var i = 0; i < pairs; i++)
            foreach (var isKnown in i % 2 == 0 ? new[] { true, false } : [false, true])
            {
                var visitor = site.NewVisitor();
                ready.Add((visitor, await visitor.TokenAsync("/recovery"), (isKnown ? known : unknown)[i % People].NationalId, isKnown));
            }

        var (starts, codes) = (new Times(), new Times());
        foreach (var one in ready)
        {
            var watch = Stopwatch.StartNew();
            var reply = await one.Visitor.PostAsync("/recovery", ("NationalId", one.NationalId), ("__RequestVerificationToken", one.Token));
            starts.Add(one.IsKnown, watch);
            Assert.Equal("/recovery/code", reply.Location);
        }

        foreach (var one in ready)
        {
            var watch = Stopwatch.StartNew();
            var reply = await one.Visitor.PostAsync("/recovery/code", ("Code", "123456"), ("__RequestVerificationToken", one.Token));
            codes.Add(one.IsKnown, watch);
            Assert.NotNull(reply.ErrorOf("Code"));
        }

        return (starts.Area(), codes.Area());
    }

    private static async Task<IReadOnlyList<Person>> MembersAsync(TestSite site)
    {
        var members = new List<Person>();
        for (var i = 0; i < People; i++) members.Add((await Newcomer.MemberAsync(site)).Person);
        return members;
    }

    private sealed class Times
    {
        private readonly List<double> known = [], unknown = [];

        public void Add(bool isKnown, Stopwatch watch) => (isKnown ? known : unknown).Add(watch.Elapsed.TotalMicroseconds);

        public double Area() => Roc.Area(known, unknown);
    }
}

/// <inheritdoc/>
public sealed class RecoveryTimingTestsOnSqlite() : RecoveryTimingTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class RecoveryTimingTestsOnPostgres() : RecoveryTimingTests(DatabaseKind.Postgres);
