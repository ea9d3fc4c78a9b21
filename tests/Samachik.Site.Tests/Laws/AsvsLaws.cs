using System.Globalization;
using System.Text.RegularExpressions;

namespace Samachik.Site.Tests.Laws;

/// <summary>
/// docs/asvs.md has a line for every requirement of OWASP ASVS 5.0, levels 1 and 2, with a state and what shows it; and
/// what it and the tables of docs/security.md name is in the repository.
/// </summary>
public sealed partial class AsvsLaws
{
    private const string Page = "docs/asvs.md";
    private const string List = "tests/Samachik.Site.Tests/Laws/asvs-levels-1-2.txt";

    private static readonly string[] States = ["met", "not applicable", "not met"];

    /// <summary>The tables of docs/security.md whose last column says where to look.</summary>
    private static readonly string[] Heads = ["| attack | answer | where |", "| row | attack | verdict | evidence |", "| way in | proofs | a session begins in | tests |"];

    private static readonly Lazy<HashSet<string>> Types = new(() => TypesOf(SourceTree.Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))));

    private static readonly Lazy<HashSet<string>> Tests = new(() => TypesOf(SourceTree.Files.Where(file => file.Is("tests/", ".cs"))));

    private static List<Requirement> Rows =>
    [
        .. File.ReadAllLines(SourceTree.PathOf(Page)).Select(line => RowOf().Match(line)).Where(row => row.Success)
            .Select(row => new Requirement(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value.Trim(), row.Groups[4].Value, row.Groups[5].Value)),
    ];

    [Fact]
    public void Every_requirement_of_both_levels_has_one_line()
    {
        var wanted = File.ReadAllLines(SourceTree.PathOf(List));
        Assert.Equal(217, wanted.Length);
        Assert.Equal(wanted.Order(StringComparer.Ordinal), Rows.Select(row => $"{row.Id} {row.Level}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_line_has_a_state_and_what_shows_it_or_why_not() => Law.Holds(
        from row in Rows
        let fault = !States.Contains(row.State) ? $"the state \"{row.State}\""
            : row.Words.Length < 5 ? "no words of the requirement"
            : row.State == "met" && !NamesIn(row.Evidence).Any() && !LinksIn(row.Evidence).Any() ? "met, and nothing shows it"
            : row.State != "met" && Words(row.Evidence) < 4 ? "no reason"
            : null
        where fault is not null
        select $"{row.Id}: {fault}");

    [Fact]
    public void The_counts_are_those_of_the_lines()
    {
        var told = Counts().Match(File.ReadAllText(SourceTree.PathOf(Page)));
        Assert.Equal(
            States.Select(state => Rows.Count(row => row.State == state)),
            States.Select((_, at) => int.Parse(told.Groups[at + 1].Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void What_the_lines_name_is_there() => Law.Holds(
        from row in Rows
        from name in NamesIn(row.Evidence).Where(name => !IsThere(name)).Concat(LinksIn(row.Evidence).Where(link => !IsFile(link)))
        select $"{row.Id} names {name}");

    [Fact]
    public void What_the_tables_of_security_md_name_is_there()
    {
        var lines = File.ReadAllLines(SourceTree.PathOf("docs/security.md"));
        Law.Holds(Heads.Where(head => !lines.Contains(head)).Select(head => $"there is no table {head}"));
        Law.Holds(
            from at in Enumerable.Range(0, lines.Length).Where(at => Heads.Contains(lines[at]))
            from line in lines.Skip(at + 2).TakeWhile(line => line.StartsWith('|'))
            let cell = line.TrimEnd('|', ' ').Split(" | ")[^1]
            from name in NamesIn(cell).Where(name => !IsThere(name)).Concat(LinksIn(cell).Where(link => !IsFile(link)))
            select $"docs/security.md names {name}");
    }

    [Theory]
    [InlineData("SecurityHeaders", true)]
    [InlineData("SecurityHeadersOfNobody", false)]
    [InlineData("CookieTests", true)]
    [InlineData("CookiesTests", false)]
    [InlineData("SaveAct.HoldFast", true)]
    [InlineData("SignIn/InputTests", true)]
    [InlineData("Rules/People", true)]
    [InlineData("Rules/Peoples", false)]
    [InlineData("frontend/src/js", true)]
    [InlineData("ops/sbom", true)]
    [InlineData("ops/sbomb", false)]
    [InlineData("appsettings.json", true)]
    [InlineData("apsettings.json", false)]
    public void A_name_is_there_or_it_is_not(string name, bool isThere) => Assert.Equal(isThere, IsThere(name));

    // In backquotes, in the shape of a type, a folder or a file; a setting, a header or a path of the site is another matter.
    private static IEnumerable<string> NamesIn(string text) => InCode().Matches(text).Select(match => match.Groups[1].Value)
        .Where(name => Name().IsMatch(name) && !name.StartsWith("Samachik", StringComparison.Ordinal) && name is not ("DENY" or "Random" or "Standard" or "Process.Start"));

    private static IEnumerable<string> LinksIn(string text) => Link().Matches(text).Select(match => match.Groups[1].Value);

    private static bool IsThere(string name)
    {
        var last = name.Split('/')[^1];
        if (IsPath(name) || IsPath($"src/Samachik.{name}")) return true;
        if (last.EndsWith("Tests", StringComparison.Ordinal) || last.EndsWith("Laws", StringComparison.Ordinal))
            return Tests.Value.Contains(last) && (last == name || SourceTree.Files.Any(file => file.Path.EndsWith($"/{name}.cs", StringComparison.Ordinal)));
        return Types.Value.Contains(name.Split('.')[0]);
    }

    private static bool IsPath(string name) => SourceTree.Files.Any(file =>
        file.Path == name || file.Path.EndsWith($"/{name}", StringComparison.Ordinal) || file.Path.StartsWith($"{name}/", StringComparison.Ordinal));

    private static bool IsFile(string link) => File.Exists(Path.Combine(SourceTree.PathOf("docs"), link));

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static HashSet<string> TypesOf(IEnumerable<SourceFile> files) =>
        [.. files.SelectMany(file => Declared().Matches(CSharpText.Blank(file.Text))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^\| ([0-9]+\.[0-9]+\.[0-9]+) \| ([12]) \| ([^|]+) \| ([^|]*) \| ([^|]*) \|$")]
    private static partial Regex RowOf();

    [GeneratedRegex(@"^([0-9]+) met, ([0-9]+) not applicable, ([0-9]+) not met\.", RegexOptions.Multiline)]
    private static partial Regex Counts();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InCode();

    [GeneratedRegex(@"\]\(([^)#]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(_?[A-Z][A-Za-z]+(\.[A-Za-z]+)?|[A-Za-z]+\.(json|md|yml)|\.?[A-Za-z][A-Za-z.-]*(/[A-Za-z.-]+)+|\.editorconfig)$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:class|record|enum|interface|struct)\s+([A-Z]\w+)")]
    private static partial Regex Declared();

    private sealed record Requirement(string Id, string Level, string Words, string State, string Evidence);
}
