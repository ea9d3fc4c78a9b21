using System.Security.Cryptography;
using Samachik.Site.Settings;

namespace Samachik.Site.Tests.Storage;

public sealed class KeyRingTests : IDisposable
{
    private static readonly string[] Names = ["audit-0001.key", "codes-0001.key", "fields-0001.key", "lookup-0001.key"];

    private readonly KeyFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Development_makes_three_different_keys_that_only_the_owner_reads()
    {
        var keys = folder.Open();
        Assert.Equal(Names, Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(1, keys.CurrentField);
        byte[][] all = [keys.Fields[1], keys.Lookup, keys.Codes];
        Assert.All(all, key => Assert.Equal(32, key.Length));
        Assert.Equal(3, all.Select(Convert.ToHexString).Distinct().Count());
        if (OperatingSystem.IsWindows()) return;
        foreach (var name in Names)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.FileOf(name)));
    }

    [Fact]
    public void Development_makes_a_missing_folder_and_keeps_what_is_there()
    {
        Directory.Delete(folder.Path);
        var first = folder.Open();
        var second = folder.Open();
        Assert.Equal(first.Lookup, second.Lookup);
        Assert.Equal(first.Codes, second.Codes);
        Assert.Equal(first.Fields[1], second.Fields[1]);
    }

    [Fact]
    public void Two_folders_have_different_keys()
    {
        using var other = new KeyFolder();
        Assert.NotEqual(folder.Open().Lookup, other.Open().Lookup);
    }

    [Fact]
    public void Production_makes_no_folder()
    {
        Directory.Delete(folder.Path);
        Assert.Contains("does not exist", FaultOf(isDevelopment: false), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Theory]
    [InlineData("fields-0001.key")]
    [InlineData("lookup-0001.key")]
    [InlineData("codes-0001.key")]
    [InlineData("audit-0001.key")]
    public void Production_demands_every_key(string name)
    {
        folder.Open();
        File.Delete(folder.FileOf(name));
        Assert.Contains(name, FaultOf(isDevelopment: false), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.FileOf(name)));
    }

    [Fact]
    public void Production_opens_what_Development_made()
    {
        var made = folder.Open();
        Assert.Equal(made.Lookup, folder.Open(isDevelopment: false).Lookup);
    }

    [Theory]
    [InlineData(UnixFileMode.OtherRead, true)]
    [InlineData(UnixFileMode.OtherWrite, true)]
    [InlineData(UnixFileMode.GroupRead, false)]
    [InlineData(UnixFileMode.None, false)]
    public void Production_refuses_a_key_that_everybody_can_read_or_write(UnixFileMode beside, bool isRefused)
    {
        if (OperatingSystem.IsWindows()) return;
        folder.Open();
        foreach (var name in Names)
        {
            File.SetUnixFileMode(folder.FileOf(name), UnixFileMode.UserRead | beside);
            if (isRefused) Assert.Contains(name, FaultOf(isDevelopment: false), StringComparison.Ordinal);
            else folder.Open(isDevelopment: false);
            folder.Open();
            File.SetUnixFileMode(folder.FileOf(name), UnixFileMode.UserRead);
        }
    }

    [Theory]
    [InlineData("fields-0001.key", "")]
    [InlineData("fields-0001.key", "not base64 at all!")]
    [InlineData("lookup-0001.key", "c2hvcnQ=")]
    [InlineData("codes-0001.key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_damaged_file_is_named_and_its_content_is_not_shown(string name, string content)
    {
        folder.Open();
        folder.Write(name, content);
        foreach (var isDevelopment in (bool[])[true, false])
        {
            var fault = FaultOf(isDevelopment);
            Assert.Contains(name, fault, StringComparison.Ordinal);
            if (content.Length > 0) Assert.DoesNotContain(content, fault, StringComparison.Ordinal);
        }

        Assert.Equal(content, File.ReadAllText(folder.FileOf(name)));
    }

    [Theory]
    [InlineData("fields-old.key")]
    [InlineData("fields-70000.key")]
    [InlineData("fields--1.key")]
    public void A_file_without_a_number_is_named(string name)
    {
        folder.Open();
        folder.Write(name, NewKey());
        Assert.Contains(name, FaultOf(isDevelopment: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_a_file_is_told()
    {
        Directory.Delete(folder.Path);
        File.WriteAllText(folder.Path, "");
        try
        {
            FaultOf(isDevelopment: true);
            FaultOf(isDevelopment: false);
        }
        finally
        {
            File.Delete(folder.Path);
        }
    }

    [Fact]
    public void The_newest_keys_are_in_use_but_a_new_field_key_waits_until_it_is_told()
    {
        var old = folder.Open();
        foreach (var purpose in (string[])["fields", "lookup", "codes"]) folder.Write($"{purpose}-0007.key", NewKey() + "\n");
        var keys = folder.Open();
        Assert.Equal(1, keys.CurrentField);
        keys.WriteWith(7);
        Assert.Equal(7, keys.CurrentField);
        Assert.Throws<ArgumentException>(() => keys.WriteWith(8));
        Assert.Equal(old.Fields[1], keys.Fields[1]);
        Assert.NotEqual(old.Lookup, keys.Lookup);
        Assert.NotEqual(old.Codes, keys.Codes);
    }

    [Fact]
    public void A_field_key_that_comes_later_is_found_and_one_that_is_half_copied_is_not()
    {
        var keys = folder.Open();
        folder.Write("fields-0002.key", "AAAA");
        Assert.Null(keys.FieldKey(2));
        folder.Write("fields-0002.key", NewKey());
        Assert.NotNull(keys.FieldKey(2));
        Directory.Delete(folder.Path, recursive: true);
        Assert.Null(keys.FieldKey(3));
        Assert.NotNull(keys.FieldKey(2));
    }

    [Fact]
    public void A_field_key_is_made_whole_and_never_twice()
    {
        var keys = folder.Open();
        keys.MakeField(2);
        var content = File.ReadAllText(folder.FileOf("fields-0002.key"));
        keys.MakeField(2);
        Assert.Equal(content, File.ReadAllText(folder.FileOf("fields-0002.key")));
        Assert.Equal(Names.Length + 1, Directory.GetFiles(folder.Path).Length);
        Assert.Equal(32, keys.FieldKey(2)?.Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.FileOf("fields-0002.key")));
    }

    private string FaultOf(bool isDevelopment)
    {
        var fault = Assert.Single(Assert.Throws<SettingsException>(() => folder.Open(isDevelopment)).Faults);
        Assert.StartsWith("Keys:Folder: ", fault, StringComparison.Ordinal);
        return fault;
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
