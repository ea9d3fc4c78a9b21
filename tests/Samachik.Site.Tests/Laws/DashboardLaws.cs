using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samachik.Site.Tests.Laws;

/// <summary>The dashboard of <c>ops/grafana/samachik.json</c> shows figures that there are, by labels that they have, and leaves none out.</summary>
public sealed partial class DashboardLaws
{
    private const string File = "ops/grafana/samachik.json";

    // Of the framework's own figures, as a running site was seen to tell them.
    private static readonly string[] Framework =
    [
        "http_server_request_duration_seconds_bucket", "http_server_request_duration_seconds_count", "http_server_active_requests",
        "kestrel_active_connections", "dotnet_process_memory_working_set_bytes", "dotnet_gc_last_collection_heap_size_bytes",
        "dotnet_gc_pause_time_seconds_total", "dotnet_process_cpu_time_seconds_total", "dotnet_thread_pool_thread_count_total",
        "dotnet_thread_pool_queue_length_total",
    ];

    private static IReadOnlyList<(string Panel, string Expr)> Queries
    {
        get
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllText(SourceTree.PathOf(File)));
            return
            [
                .. from panel in json.RootElement.GetProperty("panels").EnumerateArray()
                   where panel.TryGetProperty("targets", out _)
                   from target in panel.GetProperty("targets").EnumerateArray()
                   select (panel.GetProperty("title").GetString() ?? "", target.GetProperty("expr").GetString() ?? ""),
            ];
        }
    }

    [Fact]
    public void Every_figure_that_is_shown_is_told() => Law.Holds(
        from query in Queries
        from figure in Figure().Matches(query.Expr).Select(match => match.Value)
        where !ToldFigures.Names.Contains(figure) && !Framework.Contains(figure)
        select $"{query.Panel} shows {figure}, which there is not");

    [Fact]
    public void Every_figure_of_the_site_is_shown()
    {
        var shown = Queries.SelectMany(query => Figure().Matches(query.Expr).Select(match => Plain().Replace(match.Value, ""))).ToHashSet();
        Law.Holds(from figure in ToldFigures.Names where !shown.Contains(Plain().Replace(figure, "")) select $"{figure} is not in {File}");
    }

    [Fact]
    public void Every_label_of_the_site_s_figures_is_one_that_they_carry() => Law.Holds(
        from query in Queries
        where query.Expr.Contains("samachik_", StringComparison.Ordinal)
        from label in Grouping().Matches(query.Expr).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))
        where !ToldFigures.Labels.ContainsKey(label)
        select $"{query.Panel}: {label}");

    [Fact]
    public void Every_query_closes_what_it_opens() => Law.Holds(
        from query in Queries
        from pair in (string[])["()", "{}", "[]"]
        where query.Expr.Count(c => c == pair[0]) != query.Expr.Count(c => c == pair[1])
        select $"{query.Panel}: {pair}");

    [GeneratedRegex(@"\b(samachik|http_server|kestrel|dotnet)_\w+")]
    private static partial Regex Figure();

    [GeneratedRegex("_(bucket|count|sum)$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\bby \(([^)]*)\)")]
    private static partial Regex Grouping();
}
