using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Samachik.Site.Tests.Sms;

namespace Samachik.Site.Tests.Recovery;

/// <summary>
/// Whether the time of an answer tells an ID number with an account from one without: over interleaved pairs the chance
/// that the one takes longer than the other (the area under the ROC curve) has to stay near a half.
/// </summary>
[Trait("Category", "Timing")]
public abstract class RecoveryTimingTests(DatabaseKind kind, ITestOutputHelper output)
{
    private const int Pairs = 1_000;
    private const int People = 100;

    [Fact]
    public async Task An_ID_with_an_account_and_one_without_take_the_same_time()
    {
        // A gateway that takes at once and tells no receipt: those come later, and from outside.
        await using var site = Sending.SiteWith(
            kind,
            [
                ("PhoneCodes:SendsPerPhonePerHour", "100000"), ("PhoneCodes:SendsPerPhonePerDay", "100000"),
                ("PhoneCodes:SendsPerIdPerDay", "100000"),
            ],
            new RecordingGateway());
        var known = await MembersAsync(site);
        var unknown = Enumerable.Range(0, People).Select(_ => Person.New()).ToArray();
        await RunAsync(site, known, unknown, 100);
        var first = await RunAsync(site, known, unknown, Pairs);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"AUC of the start {first.Start:F3}, of the code {first.Code:F3}; {first.Told}."));
        if (Roc.IsNearAHalf(first.Start) && Roc.IsNearAHalf(first.Code)) return;
        var second = await RunAsync(site, known, unknown, 2 * Pairs);
        Assert.True(
            Roc.IsNearAHalf(second.Start) && Roc.IsNearAHalf(second.Code),
            string.Create(CultureInfo.InvariantCulture, $"AUC of the start {first.Start:F3}, then {second.Start:F3}; of the code {first.Code:F3}, then {second.Code:F3}; {second.Told}."));
    }

    // Every try has a browser of its own; as many IDs without an account come as often as those with one, in a drawn
    // order: the sending of one try's SMS falls on the try after it, and that has to be of either kind equally often.
    private static async Task<(double Start, double Code, string Told)> RunAsync(
        TestSite site, IReadOnlyList<Person> known, IReadOnlyList<Person> unknown, int pairs)
    {
        var ready = new List<(Visitor Visitor, (string Name, string? Value)[] Hidden, string NationalId, bool IsKnown)>();
        for (var i = 0; i < pairs; i++)
            foreach (var isKnown in new[] { true, false })
            {
                var visitor = site.NewVisitor();
                ready.Add((visitor, await visitor.HiddenAsync("/recovery"), (isKnown ? known : unknown)[i % People].NationalId, isKnown));
            }

        Random.Shared.Shuffle(CollectionsMarshal.AsSpan(ready));
        var (starts, codes) = (new Times(), new Times());
        foreach (var one in ready)
        {
            var watch = Stopwatch.StartNew();
            var reply = await one.Visitor.PostAsync("/recovery", [("NationalId", one.NationalId), .. one.Hidden]);
            starts.Add(one.IsKnown, watch);
            Assert.Equal("/recovery/code", reply.Location);
        }

        // A code that was sent to nobody: of some thousand tries one would be right by chance before long.
        await site.NoticesAsync(known[0].Phone);
        var sent = (site.Gateway?.Handed ?? []).Select(message => ReceivedSms.CodeIn(message.Text)).ToHashSet();
        var wrong = Enumerable.Range(100_000, sent.Count + 1).Select(code => $"{code}").First(code => !sent.Contains(code));
        foreach (var one in ready)
        {
            var watch = Stopwatch.StartNew();
            var reply = await one.Visitor.PostAsync("/recovery/code", [("Code", wrong), .. one.Hidden.Where(field => field.Name != "FormStamp")]);
            codes.Add(one.IsKnown, watch);
            Assert.NotNull(reply.ErrorOf("Code"));
        }

        return (starts.Area(), codes.Area(), $"medians of the start {starts.Medians()}, of the code {codes.Medians()}");
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

        private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

        public void Add(bool isKnown, Stopwatch watch) => (isKnown ? known : unknown).Add(watch.Elapsed.TotalMicroseconds);

        public string Medians() => string.Create(CultureInfo.InvariantCulture, $"{Median(known):F0} and {Median(unknown):F0} µs");

        public double Area() => Roc.Area(known, unknown);
    }
}

/// <inheritdoc/>
[Collection(typeof(Alone))]
public sealed class RecoveryTimingTestsOnSqlite(ITestOutputHelper output) : RecoveryTimingTests(DatabaseKind.Sqlite, output);

/// <inheritdoc/>
[Collection(typeof(Alone))]
public sealed class RecoveryTimingTestsOnPostgres(ITestOutputHelper output) : RecoveryTimingTests(DatabaseKind.Postgres, output);
