using System.Text.Json;
using Samachik.Site.Tests.Laws;

namespace Samachik.Site.Tests.Supply;

/// <summary>The program as operators get it: published from what was built, into a folder of its own.</summary>
public sealed class Published : IAsyncLifetime
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("samachik-published-").FullName;

    /// <summary>Every package in it, with its version, as the program itself lists them.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; private set; } = new Dictionary<string, string>();

    /// <summary>Every file in it, by its path from there.</summary>
    public IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))) ?? "";
        var (code, output) = await OutsideProgram.DotnetAsync(
            SourceTree.Root, "publish", "src/Samachik.Site", "-c", configuration, "--no-build", "--no-restore", "-o", Folder, "-nologo", "-v", "quiet");
        Assert.True(code == 0, output);
        using var list = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Folder, "samachik.deps.json")));
        Packages = list.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Name.Split('/')).ToDictionary(name => name[0], name => name[1]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Classes that look at what is published: it is made once, for two at a time would write the same files of the build.</summary>
[CollectionDefinition]
public sealed class PublishedOnce : ICollectionFixture<Published>;
