using System.Text.RegularExpressions;
using Samachik.Rules.People;
using Samachik.Site.Settings;

namespace Samachik.Site.Tests.Laws;

/// <summary>How long a file may be, and what a type may not be called.</summary>
public sealed partial class SizeAndNameLaws
{
    private const int LongestFile = 250;
    private const int LongestPageModel = 60;

    private static readonly string[] SourceEndings = [".cs", ".cshtml", ".js", ".mjs", ".scss", ".props", ".csproj", ".sh"];

    /// <summary>CommonPasswords is the field's own term (NIST SP 800-63B: "commonly used passwords").</summary>
    private static readonly string[] FieldTerms = ["CommonPasswords", "CommonPasswordsTests"];

    /// <summary>Written by the test platform's build step.</summary>
    private const string Generated = "SelfRegisteredExtensions";

    [Fact]
    public void No_source_file_is_longer_than_250_lines()
    {
        var sources = SourceTree.Files.Where(IsSource).ToList();
        Assert.True(sources.Count > 150, $"Only {sources.Count} source files were found.");
        Law.Holds(sources.Where(file => file.Lines.Length > LongestFile).Select(file => $"{file.Path}: {file.Lines.Length} lines"));
    }

    [Fact]
    public void No_page_model_is_longer_than_60_lines()
    {
        var models = SourceTree.Files.Where(file => file.Is("src/", ".cshtml.cs")).ToList();
        Assert.True(models.Count > 10, $"Only {models.Count} page models were found.");
        Law.Holds(models.Where(file => file.Lines.Length > LongestPageModel).Select(file => $"{file.Path}: {file.Lines.Length} lines"));
    }

    [Fact]
    public void No_type_is_called_by_a_forbidden_word() => Law.Holds(
        typeof(NationalId).Assembly.GetTypes().Concat(typeof(SiteSettings).Assembly.GetTypes()).Concat(GetType().Assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Samachik.", StringComparison.Ordinal) == true)
            .Select(type => type.Name.Split('`')[0])
            .Where(name => !FieldTerms.Contains(name) && name != Generated && !name.StartsWith('<') && ForbiddenWord().IsMatch(name)).Distinct());

    [Fact]
    public void No_file_is_called_by_a_forbidden_word() => Law.Holds(
        from file in SourceTree.AllCode
        let name = Path.GetFileName(file.Path).Split('.')[0]
        where !FieldTerms.Contains(name) && ForbiddenWord().IsMatch(name)
        select file.Path);

    [Theory]
    [InlineData("PhoneHelper")]
    [InlineData("StringUtils")]
    [InlineData("UtilPages")]
    [InlineData("SessionManager")]
    [InlineData("CommonTexts")]
    [InlineData("PageBase")]
    [InlineData("DateExtensions")]
    public void The_words_are_recognised(string name) => Assert.Matches(ForbiddenWord(), name);

    [Theory]
    [InlineData("Database")]
    [InlineData("CheckFieldTagHelper")]
    [InlineData("DatabaseFaults")]
    public void Other_words_are_let_be(string name) => Assert.DoesNotMatch(ForbiddenWord(), name);

    private static bool IsSource(SourceFile file) => !SourceTree.IsGenerated(file)
        && (SourceEndings.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal)) || file.Path is "run" or "test" or ".ci/run")
        && !file.Path.Contains("/wwwroot/", StringComparison.Ordinal);

    // TagHelper is ASP.NET Core's word, and its classes end in it.
    [GeneratedRegex("(?<!Tag)Helper|Util(s|ity)?(?![a-z])|Manager|^Common|(?<![a-z])Base(?![a-z])|(?<=[a-z])Base(?![a-z])|Extensions?(?![a-z])")]
    private static partial Regex ForbiddenWord();
}
