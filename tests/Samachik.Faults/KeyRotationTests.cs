namespace Samachik.Faults;

/// <summary><c>keys rotate</c> as an operator runs it beside nodes that people sign up at: nobody notices, and the old key can go.</summary>
public sealed class KeyRotationTests(ITestOutputHelper output)
{
    private const int AtATime = 3, Before = 3;
    private const string NewKey = "fields-0002.key", OldKey = "fields-0001.key";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100), Rotates = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task People_sign_up_while_it_runs_and_everything_opens_without_the_old_key()
    {
        await using var place = new TestPlace(DatabaseKind.Postgres);
        var told = new List<Person>();
        await using (var one = await SiteProgram.StartAsync(place, SiteProgram.FreePort()))
        await using (var two = await SiteProgram.StartAsync(place, SiteProgram.FreePort()))
        {
            var turn = 0;
            await using var crowd = new Crowd(
                AtATime,
                () => Wandering.Applicant(Interlocked.Increment(ref turn), one, two),
                applicant => applicant.CodeAsync(one.Address, two.Address));
            await crowd.MoreAsync(Before, Patience);
            var rotated = await SiteProgram.SayAsync(place, 0, Rotates, "keys", "rotate");
            Assert.Contains($"Everything is encrypted with {NewKey}.", rotated, StringComparison.Ordinal);
            Assert.Contains($"May be taken away from every node: {OldKey}.", rotated, StringComparison.Ordinal);
            await crowd.MoreAsync(1, Patience);
            await crowd.EndAsync();
            Assert.Empty(crowd.Faults);
            told.AddRange(crowd.Told);
            await Task.WhenAll(one.TerminateAsync(), two.TerminateAsync());
        }

        File.Delete(Path.Combine(place.KeysFolder, OldKey));
        await using var later = await SiteProgram.StartAsync(place, SiteProgram.FreePort(), ("PhoneCodes:ResendAfter", "00:00:00"));
        await SignedUp.UntilSealedAsync(place);
        await SignedUp.AreWholeAsync(place, told);
        foreach (var person in (Person[])[told[0], told[^1]])
        {
            using var member = new Applicant(later.Address, person);
            await member.GetAsync("/sign-in");
            await member.GivePasswordAsync();
            await member.PostAsync("/sign-in/code", ("Code", await member.CodeAsync()));
            Assert.Equal("/account", member.Path);
            Assert.Contains(person.FirstName, member.Body, StringComparison.Ordinal);
        }

        output.WriteLine($"{told.Count} told.");
    }
}
