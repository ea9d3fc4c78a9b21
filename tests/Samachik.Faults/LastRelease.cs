using Samachik.Site.Tests.Laws;

namespace Samachik.Faults;

/// <summary>The release before this one, built from its commit in the history; the build is kept for later runs.</summary>
internal static class LastRelease
{
    // One commit, its hash alone; to be moved to the release before whenever there is a new one.
    private const string Named = "tests/Samachik.Faults/last-release.txt";

    /// <summary>Its program; without the history, the test skips.</summary>
    public static async Task<string> ProgramAsync()
    {
        var commit = (await File.ReadAllTextAsync(SourceTree.PathOf(Named))).Trim();
        var kept = SourceTree.PathOf($"tests/Samachik.Faults/obj/last-release/{commit}");
        var program = Path.Combine(kept, "samachik.dll");
        if (File.Exists(program)) return program;
        var (code, said) = await Tool.RunInAsync(SourceTree.Root, "git", "cat-file", "-e", $"{commit}^{{commit}}");
        Assert.SkipUnless(code == 0, $"The last release's commit is not in the history here: {said}");
        var sources = Directory.CreateTempSubdirectory("samachik-last-").FullName;
        try
        {
            var packed = Path.Combine(sources, "sources.tar");
            Must(await Tool.RunInAsync(SourceTree.Root, "git", "archive", "--format=tar", "-o", packed, commit));
            Must(await Tool.RunInAsync(sources, "tar", "-xf", packed));
            Must(await Tool.RunInAsync(
                sources, "dotnet", "publish", "src/Samachik.Site", "-c", "Release", "-o", $"{kept}.made", "-nologo", "-v", "quiet", "-p:NuGetAudit=false"));
            if (!Directory.Exists(kept)) Directory.Move($"{kept}.made", kept);
        }
        finally
        {
            Directory.Delete(sources, recursive: true);
        }

        return program;
    }

    private static void Must((int Code, string Said) run)
    {
        Assert.True(run.Code == 0, run.Said);
    }
}
