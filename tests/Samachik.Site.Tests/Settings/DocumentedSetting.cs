using System.Globalization;
using System.Text.RegularExpressions;
using Samachik.Site.Tests.Laws;

namespace Samachik.Site.Tests.Settings;

/// <summary>One key of the table of settings in docs/operating.md, with the default and the bounds that stand there.</summary>
/// <param name="Key">The whole key.</param>
/// <param name="Default">As an operator would write it; empty: none.</param>
/// <param name="Bounds">The words of its bounds.</param>
public sealed partial record DocumentedSetting(string Key, string Default, string Bounds)
{
    private const string Head = "| key | default | bounds | meaning |";

    /// <summary>The whole table, in its order.</summary>
    public static IReadOnlyList<DocumentedSetting> All { get; } =
    [
        .. File.ReadAllLines(SourceTree.PathOf("docs/operating.md")).SkipWhile(line => line != Head).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).SelectMany(Read),
    ];

    /// <summary>The least and the most that are allowed, as an operator would write them; null: no such bounds.</summary>
    public (string Least, string Most)? Range => RangeOf(Bounds) switch
    {
        { Success: true } range => (Written(range.Groups["least"].Value), Written(range.Groups["most"].Value)),
        _ => null,
    };

    /// <summary>The words of which it must be one; none: other bounds.</summary>
    public IReadOnlyList<string> Choices => IsSwitch ? ["true", "false"] : [.. InCode().Matches(Bounds).Select(word => word.Groups[1].Value)];

    /// <summary>Whether it is a time.</summary>
    public bool IsDuration => Default.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(Default, CultureInfo.InvariantCulture, out _);

    private bool IsSwitch => Default is "true" or "false";

    // Several keys on a line share a section; their defaults and bounds stand in the same order, or one bound for all.
    private static IEnumerable<DocumentedSetting> Read(string line)
    {
        var cells = line.Trim('|').Split('|');
        var keys = InCode().Matches(cells[0]).Select(key => key.Groups[1].Value).ToList();
        for (var at = 0; at < keys.Count; at++)
            if (keys[at][0] == ':') keys[at] = keys[0][..keys[0].LastIndexOf(':')] + keys[at];
        string[] defaults = keys.Count == 1 ? [cells[1]] : cells[1].Split(',');
        string[] bounds = RangeOf(cells[2]).NextMatch().Success ? cells[2].Split(',') : [.. keys.Select(_ => cells[2])];
        Assert.True(keys.Count == defaults.Length && keys.Count == bounds.Length, $"Keys, defaults and bounds are not as many: {line}");
        return keys.Select((key, at) => new DocumentedSetting(key, DefaultOf(defaults[at].Trim()), bounds[at].Trim()));
    }

    private static string DefaultOf(string words) => words switch
    {
        "number of cores" => Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
        _ when words.StartsWith("empty", StringComparison.Ordinal) => "",
        _ when InCode().Match(words) is { Success: true } code => code.Groups[1].Value,
        _ => words,
    };

    private string Written(string bound) => bound switch
    {
        "" => int.MaxValue.ToString(CultureInfo.InvariantCulture),
        _ when bound.EndsWith(" s", StringComparison.Ordinal) => TimeSpan.FromSeconds(int.Parse(bound.Split(' ')[0], CultureInfo.InvariantCulture)).ToString("c"),
        _ when bound.EndsWith(" days", StringComparison.Ordinal) => $"{bound.Split(' ')[0]}.00:00:00",
        "1 day" => "1.00:00:00",
        "0" when IsDuration => "00:00:00",
        _ => bound,
    };

    private static Match RangeOf(string words) => Between().Match(words);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InCode();

    [GeneratedRegex("(?<least>[0-9]+( s)?) to (?<most>[0-9]+( days?| s)?)|from (?<least>[0-9]+)")]
    private static partial Regex Between();
}
