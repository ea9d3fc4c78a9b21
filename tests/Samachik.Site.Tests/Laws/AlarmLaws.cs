using System.Text.RegularExpressions;

namespace Samachik.Site.Tests.Laws;

/// <summary>
/// The alarms of <c>ops/prometheus/alerts.yml</c> watch figures that there are, by labels that they have, and each is
/// in the operators' manual. Whether PromQL takes them tells <c>promtool check rules</c>.
/// </summary>
public sealed partial class AlarmLaws
{
    private const string File = "ops/prometheus/alerts.yml";

    private static string Text => System.IO.File.ReadAllText(SourceTree.PathOf(File));

    private static IReadOnlyList<Alarm> Alarms => [.. AlarmBlock().Matches(Text).Select(match => new Alarm(
        match.Groups["name"].Value, Spaces().Replace(match.Groups["expr"].Value.Trim(), " ").Replace(">- ", "", StringComparison.Ordinal), match.Value))];

    [Fact]
    public void Every_alarm_is_whole() => Law.Holds(
        from alarm in Alarms
        from fault in FaultsOf(alarm)
        select $"{alarm.Name}: {fault}");

    [Fact]
    public void Every_rule_of_the_file_is_read_and_named_once()
    {
        Assert.Equal(Text.Split("- alert:").Length - 1, Alarms.Count);
        Assert.Equal(Alarms.Count, Alarms.Select(alarm => alarm.Name).Distinct().Count());
        Assert.DoesNotContain('\t', Text);
        Assert.All(Text.Split('\n'), line => Assert.Matches(@"^( {2})*(- )?([a-z#(/].*)?$|^ +[a-z(/].*$|^#.*$|^$", line));
    }

    [Fact]
    public void Every_figure_that_is_watched_is_told()
    {
        var told = ToldFigures.Names;
        Law.Holds(
            from alarm in Alarms
            from figure in Figure().Matches(alarm.Expr).Select(match => match.Value)
            where !told.Contains(figure)
            select $"{alarm.Name} watches {figure}, which there is not");
    }

    [Fact]
    public void Every_label_is_one_that_figures_carry() => Law.Holds(
        from alarm in Alarms
        from breach in Grouping().Matches(alarm.Expr).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))
            .Where(label => !ToldFigures.Labels.ContainsKey(label))
            .Concat(from match in Matcher().Matches(alarm.Expr)
                    let words = ToldFigures.Labels.GetValueOrDefault(match.Groups[1].Value) ?? []
                    from word in match.Groups[2].Value.Split('|')
                    where !words.Contains(word)
                    select match.Value)
        select $"{alarm.Name}: {breach}");

    [Fact]
    public void Every_alarm_is_in_the_manual()
    {
        var manual = System.IO.File.ReadAllText(SourceTree.PathOf("docs/operating.md"));
        Law.Holds(from alarm in Alarms where !manual.Contains($"`{alarm.Name}`", StringComparison.Ordinal) select $"{alarm.Name} is not in docs/operating.md");
        Law.Holds(
            from name in ManualName().Matches(manual).Select(match => match.Groups[1].Value)
            where Alarms.All(alarm => alarm.Name != name)
            select $"{name} of docs/operating.md is no alarm");
    }

    private static IEnumerable<string> FaultsOf(Alarm alarm)
    {
        if (alarm.Expr.Length == 0) yield return "no expression";
        foreach (var (open, close) in ((char, char)[])[('(', ')'), ('{', '}'), ('[', ']')])
            if (alarm.Expr.Count(c => c == open) != alarm.Expr.Count(c => c == close)) yield return $"{open} and {close} are not as many";
        if (alarm.Expr.Count(c => c == '"') % 2 != 0) yield return "a quotation mark is open";
        if (!Severity().IsMatch(alarm.Block)) yield return "no severity of warning or critical";
        if (!alarm.Block.Contains("          summary: \"", StringComparison.Ordinal)) yield return "no summary";
    }

    [GeneratedRegex(@"      - alert: (?<name>\w+)\n        expr: (?<expr>(?:.*\n)(?: {10}.*\n)*)(?:(?!      - alert:|  - name:).*\n?)*")]
    private static partial Regex AlarmBlock();

    [GeneratedRegex(@"samachik_\w+")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\bby \(([^)]*)\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"(\w+)(?:=~|!=|!~|=)""([^""]*)""")]
    private static partial Regex Matcher();

    [GeneratedRegex(@"severity: (warning|critical)\n")]
    private static partial Regex Severity();

    [GeneratedRegex(@"`(Samachik[A-Z]\w+)`")]
    private static partial Regex ManualName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed record Alarm(string Name, string Expr, string Block);
}
