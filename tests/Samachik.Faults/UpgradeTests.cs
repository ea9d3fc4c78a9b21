using System.Net;

namespace Samachik.Faults;

/// <summary>The last release's program and this one on one database, as while an office brings node after node to the new version.</summary>
public sealed class UpgradeTests(ITestOutputHelper output)
{
    private const int AtATime = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);
    private static readonly int Least = TestLength.Of(4, 40);

    [Fact]
    public async Task People_sign_up_from_the_last_release_to_this_one_and_back_while_the_nodes_change()
    {
        var lastRelease = await LastRelease.ProgramAsync();
        await using var place = new TestPlace(DatabaseKind.Postgres);
        (string, string)[] settings = [("PhoneCodes:ResendAfter", "00:00:00")];
        await using var old = await SiteProgram.StartAsync(place, SiteProgram.FreePort(), lastRelease, settings);
        using var early = new Applicant(old.Address);
        await early.GoToCodeAsync();
        await early.TypeCodeAsync(await early.CodeAsync());
        Assert.Equal("/sign-up/done", early.Path);

        var port = SiteProgram.FreePort();
        var outboxes = new[] { old.Address, new UriBuilder(old.Address) { Port = port }.Uri };
        await using var crowd = new Crowd(AtATime, () => new Applicant(old.Address), applicant => applicant.CodeAsync(outboxes));
        await crowd.MoreAsync(1, Patience);
        await SiteProgram.SayAsync(place, 0, "migrate");
        await crowd.MoreAsync(Least, Patience);
        await using var node = await SiteProgram.StartAsync(place, port, settings);
        await crowd.MoreAsync(Least, Patience);

        // Each step of a sign-up on the other program, both ways round; then the session, too.
        var moved = new List<Person>();
        foreach (var (first, other) in ((SiteProgram, SiteProgram)[])[(old, node), (node, old), (old, node), (node, old)])
        {
            using var person = Wandering.Applicant(moved.Count / 2, first, other);
            await person.GetAsync("/sign-up/agreement");
            await StepAsync(person, person.AgreeAsync, "/sign-up/details");
            await StepAsync(person, person.GiveDetailsAsync, "/sign-up/phone-code");
            var code = await person.CodeAsync(outboxes);
            await StepAsync(person, () => person.TypeCodeAsync(code), "/sign-up/done");
            for (var i = 0; i < 2; i++) await StepAsync(person, () => person.GetAsync("/account"), "/account");
            moved.Add(person.Person);
        }

        await crowd.EndAsync();
        Assert.Empty(crowd.Faults);
        output.WriteLine($"{crowd.Told.Count} told by the last release.");

        // The last of them have their codes before it is on record who took those.
        await Eventually.TrueAsync(
            async () => (await place.AskAsync("SELECT DISTINCT state FROM outgoing_messages", row => row.GetString(0))).SequenceEqual(["Accepted"]),
            "every message to be on record as accepted");
        await SignedUp.AreWholeAsync(place, [early.Person, .. moved, .. crowd.Told]);
    }

    // A form of the last release may have to be sent once more: it lacks what this release puts into its forms.
    private async Task StepAsync(Applicant person, Func<Task> step, string next)
    {
        await step();
        Assert.Equal(HttpStatusCode.OK, person.Status);
        if (person.Path == next) return;
        output.WriteLine($"To {next}: at {person.Path} first.");
        await step();
        Assert.Equal((next, HttpStatusCode.OK), (person.Path, person.Status));
    }
}
