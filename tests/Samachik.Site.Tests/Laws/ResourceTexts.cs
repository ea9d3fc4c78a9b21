using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Samachik.Site.Tests.Laws;

/// <summary>The texts of one part of the site in one language, as they stand in its <c>.resx</c>.</summary>
public sealed record ResourceTexts(string Name, string Language, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>All files, read from the sources.</summary>
    public static IReadOnlyList<ResourceTexts> All { get; } =
        [.. SourceTree.Files.Where(file => file.Is("src/Samachik.Site/Texts/", ".resx")).Select(Read)];

    /// <summary>The names of the parts: <c>SignUpTexts</c> and so on.</summary>
    public static IEnumerable<string> Names => All.Select(texts => texts.Name).Distinct();

    /// <summary>A part in a language.</summary>
    public static ResourceTexts Of(string name, string language) =>
        All.Single(texts => texts.Name == name && texts.Language == language);

    private static ResourceTexts Read(SourceFile file)
    {
        var parts = Path.GetFileName(file.Path).Split('.');
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var data in XDocument.Load(file.FullPath).Descendants("data"))
        {
            var key = data.Attribute("name")?.Value ?? "";
            Assert.True(values.TryAdd(key, data.Element("value")?.Value ?? ""), $"{file.Path} has {key} twice.");
        }

        return new(parts[0], parts[1], values);
    }
}

/// <summary>One place in the sources that asks for a text.</summary>
/// <param name="File">Where.</param>
/// <param name="Part">Which part's texts.</param>
/// <param name="Key">The key, or the pattern of an interpolated one.</param>
/// <param name="IsPattern">Whether it has holes.</param>
public sealed partial record TextUse(string File, string Part, string Key, bool IsPattern)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TextUse> All { get; } =
        [.. SourceTree.AllCode.Where(file => file.Path.StartsWith("src/Samachik.Site/", StringComparison.Ordinal)).SelectMany(In)];

    private static IEnumerable<TextUse> In(SourceFile file)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in Imports(file).Append(file))
            foreach (Match declared in Declared().Matches(source.Text)) names[declared.Groups[2].Value] = declared.Groups[1].Value;
        foreach (Match spoken in Spoken().Matches(file.Text))
            yield return new(file.Path, spoken.Groups[1].Value, spoken.Groups[3].Value, spoken.Groups[2].Length > 0);
        if (names.Count == 0) yield break;
        var asked = new Regex($@"\b({string.Join('|', names.Keys)})\[\s*(\$?)""((?:[^""\\{{]|\{{[^}}]*\}})*)""", RegexOptions.IgnoreCase);
        foreach (Match use in asked.Matches(file.Text))
            yield return new(file.Path, names[use.Groups[1].Value], use.Groups[3].Value, use.Groups[2].Length > 0);
    }

    // A page sees what the _ViewImports of its folder and of those above inject.
    private static IEnumerable<SourceFile> Imports(SourceFile file) => !file.Path.EndsWith(".cshtml", StringComparison.Ordinal) ? []
        : SourceTree.Files.Where(import => import.Path.EndsWith("/_ViewImports.cshtml", StringComparison.Ordinal)
            && file.Path.StartsWith(import.Path[..^"_ViewImports.cshtml".Length], StringComparison.Ordinal)).OrderBy(import => import.Path.Length);

    // Texts in the language of who gets a message, not of who reads the page.
    [GeneratedRegex(@"SpokenTexts\.Of<(\w+)>\(\s*\w+,\s*(\$?)""([^""]*)""")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"IStringLocalizer<(\w+)>\s+(\w+)")]
    private static partial Regex Declared();
}
