using System.Text.Json;
using Samachik.Site.Tests.Laws;

namespace Samachik.Site.Tests.Supply;

/// <summary>The bill of materials names what is shipped: every package, its version, its licence; and nothing else.</summary>
[Collection(typeof(PublishedOnce))]
public sealed class BillOfMaterialsTests(Published published)
{
    [Fact]
    public async Task It_names_every_shipped_package_with_its_version_and_licence()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ops/sbom is a script for Linux.");
        var folder = Directory.CreateTempSubdirectory("samachik-sbom-").FullName;
        try
        {
            var (code, output) = await OutsideProgram.RunAsync(SourceTree.Root, SourceTree.PathOf("ops/sbom"), folder);
            Assert.True(code == 0, output);
            using var bill = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "samachik.cdx.json")));
            Assert.Equal("CycloneDX", bill.RootElement.GetProperty("bomFormat").GetString());
            var components = bill.RootElement.GetProperty("components").EnumerateArray().ToList();
            Assert.Equal(
                published.Packages.Select(package => $"{package.Key} {package.Value}").Order(StringComparer.Ordinal),
                components.Select(component => $"{component.GetProperty("name")} {component.GetProperty("version")}").Order(StringComparer.Ordinal));
            Law.Holds(components.Where(component => !HasLicence(component)).Select(component => $"{component.GetProperty("name")} has no licence"));
            Law.Holds(components.Where(component => !component.TryGetProperty("hashes", out _)).Select(component => $"{component.GetProperty("name")} has no hash"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // By its short name, as an expression, or with its whole text.
    private static bool HasLicence(JsonElement component) =>
        component.TryGetProperty("licenses", out var licences) && licences.EnumerateArray().Any(entry =>
            entry.TryGetProperty("expression", out _)
            || entry.TryGetProperty("license", out var licence) && (licence.TryGetProperty("id", out _) || licence.TryGetProperty("text", out _)));
}
