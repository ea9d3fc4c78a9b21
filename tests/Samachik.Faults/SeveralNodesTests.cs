using System.Text.Json;

namespace Samachik.Faults;

/// <summary>Nodes behind the shipped nginx: each request goes to the next one, and they come and go without anybody seeing it.</summary>
public sealed class SeveralNodesTests
{
    private const int AtATime = 4;
    private static readonly int Stops = TestLength.Of(2, 20);
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(2), WholeStop = TimeSpan.FromSeconds(10), Patience = TimeSpan.FromSeconds(100);

    [Fact]
    public async Task A_sign_up_goes_round_three_nodes()
    {
        await using var office = await SeveralNodes.StartAsync(3);
        using var applicant = new Applicant(office.Nginx.NewClient());
        await applicant.GetAsync("/sign-up/agreement");
        await applicant.AgreeAsync();

        // Without another page in between, every third request would be a post, and come to the same node.
        await applicant.GetAsync("/");
        await applicant.GiveDetailsAsync();
        await applicant.TypeCodeAsync(await office.CodeAsync(applicant.Person));
        Assert.Equal("/sign-up/done", applicant.Path);

        // A request is written down after its answer went out.
        List<JsonElement> posts = [];
        await Eventually.TrueAsync(
            () => Task.FromResult((posts = [.. office.Nginx.Traffic.Where(line => line.GetProperty("method").GetString() == "POST")]).Count >= 3), "the traffic records");
        Assert.Equal(office.Addresses.Order(), office.Nginx.Traffic.Select(line => line.GetProperty("node").GetString()).Distinct().Order());
        Assert.Equal(3, posts.Count);
        Assert.True(posts.Select(line => line.GetProperty("node").GetString()).Distinct().Count() > 1, "Every step went to the same node: the test tells nothing.");
        Assert.Single(office.Sent);
    }

    [Fact]
    public async Task Nodes_come_and_go_and_nobody_who_signs_up_sees_it()
    {
        await using var office = await SeveralNodes.StartAsync(2);
        await using var crowd = new Crowd(AtATime, () => new Applicant(office.Nginx.NewClient()), applicant => office.CodeAsync(applicant.Person));
        for (var stop = 0; stop < Stops; stop++)
        {
            await crowd.MoreAsync(1, Patience);
            Assert.InRange(await office.StopNodeAsync(stop % 2), Leaving, WholeStop);
            Assert.Empty(crowd.Faults);
            await LeasesAreHeldByOneWhoIsThereAsync(office);
            await office.StartNodeAsync(stop % 2);

            // Three seconds after its last fault nginx tries it again; only then may the other one go.
            var came = office.Nginx.Traffic.Count;
            await Eventually.TrueAsync(
                () => Task.FromResult(office.Nginx.Traffic.Skip(came).Any(line => line.GetProperty("node").GetString() == office.Addresses[stop % 2])), "the node to be asked again");
        }

        await crowd.EndAsync();
        Assert.Empty(crowd.Faults);
        Assert.True(crowd.Told.Count > Stops, $"Only {crowd.Told.Count} signed up: the stops tell little.");
        await SignedUp.AreOnceAsync(office.Place, crowd.Told);
        Assert.All(crowd.Told, person => Assert.Single(office.Sent, one => one.To == person.E164));
        Assert.Equal(office.Sent.Count, office.Sent.Select(one => one.Id).Distinct().Count());
        Assert.Equal(0, await office.RunAsync("audit", "verify"));
    }

    // A node gave back what it held, or it did not hold it: nothing belongs to one that has gone.
    private static async Task LeasesAreHeldByOneWhoIsThereAsync(SeveralNodes office) =>
        Assert.InRange((await office.Place.AskAsync(
            "SELECT DISTINCT holder FROM leases WHERE until > 0", row => row.GetGuid(0))).Count, 0, 1);
}
