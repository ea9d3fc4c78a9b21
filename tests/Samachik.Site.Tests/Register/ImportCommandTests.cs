using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Register;

/// <summary><c>samachik register import</c> as an operator runs it.</summary>
[Trait("Category", "Process")]
public abstract class ImportCommandTests(DatabaseKind kind)
{
    [Fact]
    public async Task It_takes_what_is_good_and_puts_the_rest_aside_for_its_owner_alone()
    {
        await using var place = new TestPlace(kind);
        Assert.Contains("samachik migrate", await SayAsync(place, 1, await InsuredPeople.WriteAsync(place, [])), StringComparison.Ordinal);
        await RunAsync(place, 0, "migrate");
        var people = Enumerable.Range(0, 4).Select(_ => InsuredPeople.NewThai()).ToList();
        var (quoted, broken) = (people[2], people[3]);
        var path = await InsuredPeople.WriteAsync(
            place,
            [
                InsuredPeople.RowOf(people[0]), InsuredPeople.RowOf(people[1]).Replace(people[1].LastName, "", StringComparison.Ordinal), "",
                $"\"{quoted.NationalId}\",\"{quoted.FirstName}\",\"{quoted.LastName} ณ อยุธยา\",\"2530-00-00\"\r",
                $"{broken.NationalId},{broken.FirstName},{broken.LastName},1987-01-01", $"{broken.NationalId[..12]}x,\"=1+1\",,2530-01-01",
                $"{broken.NationalId},\"{broken.FirstName},{broken.LastName},2530-01-01", $"{broken.NationalId},{broken.FirstName}",
            ],
            marked: true);

        var rejectedPath = Path.ChangeExtension(path, "rejected.csv");
        await File.WriteAllTextAsync(rejectedPath, "of an earlier import", TestContext.Current.CancellationToken);
        var said = await SayAsync(place, 0, path);
        Assert.Contains("Rows read: 7.", said, StringComparison.Ordinal);
        Assert.Contains("Rows rejected: 4.", said, StringComparison.Ordinal);
        Assert.Contains("People in the register: 3. Removed: 0.", said, StringComparison.Ordinal);
        foreach (var personal in people.SelectMany(person => (string[])[person.NationalId, person.FirstName, person.LastName]))
            Assert.DoesNotContain(personal, said, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', said);

        var rejected = await File.ReadAllLinesAsync(rejectedPath, TestContext.Current.CancellationToken);
        Assert.Equal("line,reason," + InsuredPeople.Header, rejected[0]);
        string[] reasons = ["6,birth_date: ChristianYear,", "7,national_id: NotThirteenDigits; first_name: ", "8,quotation marks,", "9,number of columns,"];
        Assert.Equal(reasons.Length, rejected.Length - 1);
        foreach (var (row, reason) in rejected[1..].Zip(reasons)) Assert.StartsWith(reason, row, StringComparison.Ordinal);
        Assert.Contains("'=1+1", rejected[2], StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(rejectedPath));
        Assert.Equal(3, await CountAsync(place));

        await InsuredPeople.WriteAsync(place, [InsuredPeople.RowOf(people[0])]);
        Assert.Contains("People in the register: 1. Removed: 2.", await SayAsync(place, 0, path), StringComparison.Ordinal);
        Assert.False(File.Exists(rejectedPath));
        InsuredPeople.RemoveFiles(place);
    }

    [Fact]
    public async Task What_is_no_such_file_fails_and_removes_nobody()
    {
        await using var place = new TestPlace(kind);
        await RunAsync(place, 0, "migrate");
        var path = await InsuredPeople.WriteAsync(place, InsuredPeople.Many(3));
        await SayAsync(place, 0, path);
        Assert.Contains("not there", await SayAsync(place, 1, path + "x"), StringComparison.Ordinal);
        foreach (var (content, told) in ((string, string)[])
        [
            ("", "line 1"), ("id,name\n1,2\n", "line 1 names no column national_id"), (InsuredPeople.Header + "\n", "No row"),
            (InsuredPeople.Header + "\n1,2,3,4\n", "No row"), ($"{InsuredPeople.Header}\n{new string('x', 200_000)}", "64 kB"),
        ])
        {
            await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
            var said = await SayAsync(place, 1, path);
            Assert.Contains(told, said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        }

        Assert.Equal(3, await CountAsync(place));
        InsuredPeople.RemoveFiles(place);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_loses_nobody_and_is_run_again()
    {
        await using var place = new TestPlace(kind);
        await RunAsync(place, 0, "migrate");
        var path = await InsuredPeople.WriteAsync(place, InsuredPeople.Many(500));
        await SayAsync(place, 0, path);
        await InsuredPeople.WriteAsync(place, InsuredPeople.Many(150_000, from: 400));
        await using (var killed = Run(place, "register", "import", path))
        {
            await Eventually.TrueAsync(() => Task.FromResult(killed.Output.Contains("kB read", StringComparison.Ordinal)), "the first rows");
            await killed.KillAsync();
        }

        Assert.True(await CountAsync(place) >= 500);
        Assert.Contains("People in the register: 150000. Removed: 400.", await SayAsync(place, 0, path), StringComparison.Ordinal);
        InsuredPeople.RemoveFiles(place);
    }

    private static async Task<long> CountAsync(TestPlace place) => (await place.AskAsync("SELECT count(*) FROM register_entries", row => row.GetInt64(0)))[0];

    private static Task<string> SayAsync(TestPlace place, int code, string path) => RunAsync(place, code, "register", "import", path);

    private static async Task<string> RunAsync(TestPlace place, int code, params string[] words)
    {
        await using var program = Run(place, words);
        Assert.True(await program.EndAsync() == code, program.Output);
        return program.Output;
    }

    private static SiteProgram Run(TestPlace place, params string[] words) => SiteProgram.Run(
        words, SiteProgram.FreePort(), "Development", ("Storage:Kind", place.Kind.ToString()),
        ("ConnectionStrings:Accounts", place.Connection), ("Keys:Folder", place.KeysFolder));
}

/// <inheritdoc/>
public sealed class ImportCommandTestsOnSqlite() : ImportCommandTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class ImportCommandTestsOnPostgres() : ImportCommandTests(DatabaseKind.Postgres);
