using Samachik.Site.Tests.Laws;

namespace Samachik.Site.Tests.Supply;

/// <summary>
/// No package, ours or one that another brings along, has a flaw that the feed knows of. A feed that does not even know
/// a famous one knows of none: then nobody looked, and the test says so.
/// </summary>
public sealed class KnownFlawsTests : IDisposable
{
    // GHSA-5crp-9r3c-p9vr, published in 2022: high.
    private const string Flawed = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><PackageReference Include="Newtonsoft.Json" Version="12.0.1" /></ItemGroup>
        </Project>
        """;

    private const string Told = "\"severity\"";

    private readonly string folder = Directory.CreateTempSubdirectory("samachik-flawed-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task No_package_has_a_flaw_that_the_feed_knows_of()
    {
        File.WriteAllText(Path.Combine(folder, "flawed.csproj"), Flawed);
        var (code, _) = await OutsideProgram.DotnetAsync(folder, "restore", "-nologo", "-v", "quiet");
        Assert.SkipWhen(code != 0, "The package feed cannot be asked: NOBODY LOOKED for known flaws of the packages.");
        Assert.SkipUnless(
            (await AskAsync(folder, "flawed.csproj")).Contains(Told, StringComparison.Ordinal),
            "The package feed here tells of no flaws, not even of a package known to be flawed: NOBODY LOOKED for known flaws of the packages.");
        var told = await AskAsync(SourceTree.Root, "Samachik.slnx");
        Assert.False(told.Contains(Told, StringComparison.Ordinal), told);
    }

    private static async Task<string> AskAsync(string folder, string project)
    {
        var (code, output) = await OutsideProgram.DotnetAsync(folder, "list", project, "package", "--vulnerable", "--include-transitive", "--format", "json");
        Assert.True(code == 0 && output.Contains("\"projects\"", StringComparison.Ordinal), output);
        return output;
    }
}
