using System.Text.RegularExpressions;

namespace Samachik.Site.Tests.Supply;

/// <summary>What operators get is the program and its texts: nothing of tests, of the repository, of a machine.</summary>
[Collection(typeof(PublishedOnce))]
public sealed partial class PublishedTests(Published published)
{
    [Fact]
    public void The_program_and_its_texts_are_there()
    {
        foreach (var file in (string[])["samachik.dll", "Samachik.Rules.dll", "wwwroot/assets/assets.json", "Texts/Agreements/privacy/1.0.th.md"])
            Assert.Contains(file, published.Files);
        Assert.True(published.Packages.Count > 20, $"Only {published.Packages.Count} packages were found.");
    }

    [Fact]
    public void Nothing_else_is()
    {
        Assert.DoesNotContain(published.Files, Unwanted().IsMatch);
        Assert.DoesNotContain(published.Packages.Keys, package => Testing().IsMatch(package));
    }

    [Theory]
    [InlineData(".git/HEAD")]
    [InlineData("data/keys/fields-0001.key")]
    [InlineData("samachik.db")]
    [InlineData("Samachik.Site.Tests.dll")]
    [InlineData("Features/SignUp/Done.cshtml")]
    public void What_is_unwanted_is_recognised(string file) => Assert.Matches(Unwanted(), file);

    [GeneratedRegex(@"(^|/)\.|\.(cs|cshtml|csproj|resx|db|db-wal|key|sealed|eml|pem|pfx|map)$|Tests?\.|xunit|testhost", RegexOptions.IgnoreCase)]
    private static partial Regex Unwanted();

    [GeneratedRegex("test|xunit|playwright|anglesharp|Design$|CodeAnalysis", RegexOptions.IgnoreCase)]
    private static partial Regex Testing();
}
