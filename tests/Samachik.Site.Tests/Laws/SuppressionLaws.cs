using System.Text.RegularExpressions;

namespace Samachik.Site.Tests.Laws;

/// <summary>Nothing gets around the compiler or the banned symbols without a reason beside it.</summary>
public sealed partial class SuppressionLaws
{
    private static readonly string[] ProjectFiles = [".csproj", ".props", ".targets"];

    [Fact]
    public void No_pragma_region_or_suppression_without_a_reason_on_its_line() => Law.Holds(
        from file in SourceTree.AllCode
        let code = CSharpText.Blank(file.Text).Split('\n')
        from line in Numbered(file)
        where Directive().IsMatch(code[line.Number - 1]) && !HasReason(line.Text)
        select $"{file.Path}:{line.Number}: {line.Text.Trim()}");

    [Fact]
    public void No_project_silences_a_warning() => Law.Holds(
        from file in SourceTree.Files
        where ProjectFiles.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal))
        from line in Numbered(file)
        where Silencing().IsMatch(line.Text) && !line.Text.Contains("<!--", StringComparison.Ordinal)
        select $"{file.Path}:{line.Number}: {line.Text.Trim()}");

    [Fact]
    public void Null_is_not_forgiven_without_a_reason_on_the_line() => Law.Holds(
        from file in SourceTree.AllCode
        let isRazor = file.Path.EndsWith(".cshtml", StringComparison.Ordinal)
        let code = (isRazor ? file.Text : CSharpText.Blank(file.Text)).Split('\n')
        from line in Numbered(file)
        where Forgiven().IsMatch(code[line.Number - 1]) && !HasReason(line.Text)
        select $"{file.Path}:{line.Number}: {line.Text.Trim()}");

    [Fact]
    public void The_banned_symbols_are_banned()
    {
        string[] wanted =
        [
            "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "System.Random",
            "Thread.Sleep", "Tasks.Task.Wait", "Task`1.Result", "Process.Start", "Char.IsDigit",
        ];
        var banned = File.ReadAllText(SourceTree.PathOf("BannedSymbols.txt"));
        Law.Holds(wanted.Where(name => !banned.Contains(name, StringComparison.Ordinal)).Select(name => $"{name} is not in BannedSymbols.txt"));
    }

    // The analyser does the work; this finds the way around it.
    [Fact]
    public void No_shipped_code_names_a_banned_symbol() => Law.Holds(
        from file in SourceTree.ShippedCode.Concat(SourceTree.Files.Where(file => file.Is("src/", ".cshtml")))
        let code = CSharpText.Blank(file.Text).Split('\n')
        from line in Numbered(file)
        where Banned().IsMatch(code[line.Number - 1])
        select $"{file.Path}:{line.Number}: {line.Text.Trim()}");

    [Fact]
    public void No_test_sleeps_or_reads_the_clock_of_a_date() => Law.Holds(
        from file in SourceTree.Files
        where file.Is("tests/", ".cs")
        let code = CSharpText.Blank(file.Text).Split('\n')
        from line in Numbered(file)
        where Sleeping().IsMatch(code[line.Number - 1])
        select $"{file.Path}:{line.Number}: {line.Text.Trim()}");

    [Fact]
    public void No_analyser_is_turned_down_beyond_what_editorconfig_explains()
    {
        var lines = File.ReadAllLines(SourceTree.PathOf(".editorconfig"));
        Law.Holds(
            from number in Enumerable.Range(0, lines.Length)
            where lines[number].Contains(".severity = none", StringComparison.Ordinal)
                || lines[number].Contains(".severity = silent", StringComparison.Ordinal)
            where lines[number].Contains("RS0030", StringComparison.Ordinal) || !IsExplained(lines, number)
            select $".editorconfig:{number + 1}: {lines[number]}");
    }

    [Fact]
    public void Strings_and_comments_are_told_from_code()
    {
        var blank = CSharpText.Blank("var a = \"x!.y // no\"; /* b! */ var c = $\"{d[\"e\"]} f\"; // g!\nvar h = @\"i\"\"j\"; var k = '\"'; l!.M();");
        Assert.Equal("var a =", blank[..7]);
        Assert.DoesNotContain("no", blank, StringComparison.Ordinal);
        Assert.DoesNotContain("b!", blank, StringComparison.Ordinal);
        Assert.DoesNotContain("g!", blank, StringComparison.Ordinal);
        Assert.DoesNotContain("f", blank, StringComparison.Ordinal);
        Assert.EndsWith("l!.M();", blank, StringComparison.Ordinal);
        Assert.Matches(Forgiven(), blank);
    }

    private static bool IsExplained(string[] lines, int number)
    {
        while (number > 0 && lines[number].StartsWith("dotnet_", StringComparison.Ordinal)) number--;
        return lines[number].StartsWith('#') || lines[number].StartsWith("[tests", StringComparison.Ordinal);
    }

    private static bool HasReason(string line) => Reason().IsMatch(line);

    private static IEnumerable<(int Number, string Text)> Numbered(SourceFile file) =>
        file.Lines.Select((text, index) => (index + 1, text));

    [GeneratedRegex(@"^\s*#(pragma|region|nullable disable)|\[(assembly: )?(Unconditional)?SuppressMessage|\[ExcludeFromCodeCoverage")]
    private static partial Regex Directive();

    [GeneratedRegex("<NoWarn|<WarningsNotAsErrors|<TreatWarningsAsErrors>false|<NuGetAudit>false|<RunAnalyzers>false|<EnableNETAnalyzers>false")]
    private static partial Regex Silencing();

    [GeneratedRegex(@"(?<=[\w\)\]>""])!(?=[.;,)\]}\[]|\s*$|\s\?\?)")]
    private static partial Regex Forgiven();

    [GeneratedRegex(@"//\s*\w+|@\*|<!--")]
    private static partial Regex Reason();

    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(Now|UtcNow|Today)\b|\bnew Random\b|\bRandom\.Shared\b|\bThread\.Sleep\b|\.Wait\(\)|\bProcess\.Start\b|\bchar\.IsDigit\b|\bChar\.IsDigit\b")]
    private static partial Regex Banned();

    [GeneratedRegex(@"\bThread\.Sleep\b|\bDateTime(Offset)?\.(Now|Today)\b")]
    private static partial Regex Sleeping();
}
