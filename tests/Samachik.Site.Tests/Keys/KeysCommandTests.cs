using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Keys;

/// <summary>The command as a process: what it prints, and its exit codes.</summary>
[Trait("Category", "Process")]
public abstract class KeysCommandTests(DatabaseKind kind)
{
    private static readonly string[] Both = ["fields-0001.key", "fields-0002.key"];

    [Fact]
    public async Task A_key_is_prepared_once_and_nothing_is_written_with_it()
    {
        await using var place = new TestPlace(kind);
        Assert.Contains("samachik migrate", await SiteProgram.SayAsync(place, 1, "keys", "rotate"), StringComparison.Ordinal);
        await SiteProgram.SayAsync(place, 0, "migrate");
        for (var i = 0; i < 2; i++)
        {
            var told = await SiteProgram.SayAsync(place, 0, "keys", "rotate", "--prepare");
            Assert.Contains("fields-0002.key is in Keys:Folder, and announced.", told, StringComparison.Ordinal);
            Assert.Contains("Back fields-0002.key up", told, StringComparison.Ordinal);
        }

        Assert.Equal(Both, FieldFiles(place));
        Assert.Equal([1], await place.AskAsync("SELECT number FROM field_keys WHERE used_since IS NOT NULL", row => row.GetInt32(0)));
    }

    [Fact]
    public async Task What_is_missing_is_told_and_a_lost_announced_key_is_replaced()
    {
        await using var place = new TestPlace(kind);
        await SiteProgram.SayAsync(place, 0, "migrate");
        await SiteProgram.SayAsync(place, 0, "keys", "rotate", "--prepare");
        File.Delete(Path.Combine(place.KeysFolder, "fields-0002.key"));
        var told = await SiteProgram.SayAsync(place, 1, "keys", "rotate");
        Assert.Contains("fields-0002.key is announced and is not there", told, StringComparison.Ordinal);
        Assert.Contains("fields-0003.key", await SiteProgram.SayAsync(place, 0, "keys", "rotate", "--prepare", "--new-key"), StringComparison.Ordinal);

        File.Copy(Path.Combine(place.KeysFolder, "fields-0003.key"), Path.Combine(place.KeysFolder, "fields-0001.key"), overwrite: true);
        told = await SiteProgram.SayAsync(place, 1, "keys", "rotate");
        Assert.Contains("Keys:Folder: fields-0001.key is not there, or is another one", told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
    }

    private static string?[] FieldFiles(TestPlace place) =>
        [.. Directory.GetFiles(place.KeysFolder, "fields-*").Select(Path.GetFileName).Order(StringComparer.Ordinal)];
}

/// <inheritdoc/>
public sealed class KeysCommandTestsOnSqlite() : KeysCommandTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class KeysCommandTestsOnPostgres() : KeysCommandTests(DatabaseKind.Postgres);
