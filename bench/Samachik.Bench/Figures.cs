using System.Globalization;

namespace Samachik.Bench;

/// <summary>Figures of several rounds; what is told is the median, and the least and the most.</summary>
internal sealed class Figures
{
    private readonly List<(string Name, string Unit)> order = [];
    private readonly Dictionary<string, List<double>> values = new(StringComparer.Ordinal);

    /// <summary>Adds a round's value.</summary>
    public void Add(string name, string unit, double value)
    {
        if (!values.TryGetValue(name, out var round))
        {
            order.Add((name, unit));
            values[name] = round = [];
        }

        round.Add(value);
    }

    /// <summary>The medians, with the spread.</summary>
    public void Write()
    {
        Console.WriteLine("| figure | median | least | most |\n|---|---:|---:|---:|");
        foreach (var (name, unit) in order)
        {
            var all = values[name].Order().ToList();
            Console.WriteLine($"| {name} | {Text(Median(all))} {unit} | {Text(all[0])} | {Text(all[^1])} |");
        }

        Console.WriteLine();
    }

    /// <summary>The head of what is set beside its limit.</summary>
    public static void WriteHead() => Console.WriteLine("| beside its limit | is | aim | met |\n|---|---:|---:|---|");

    /// <summary>One figure beside another, round by round; told is the median, and whether it is what is aimed at.</summary>
    public void Compare(string what, string name, string beside, double atLeast)
    {
        if (!values.TryGetValue(name, out var own) || !values.TryGetValue(beside, out var other)) return;
        var ratios = own.Zip(other, (one, two) => one / two).Order().ToList();
        Row(what, Median(ratios), ratios, "at least", atLeast, Median(ratios) >= atLeast);
    }

    /// <summary>A figure that should not be more than a number.</summary>
    public void Bound(string what, string name, double atMost)
    {
        if (!values.TryGetValue(name, out var own)) return;
        var all = own.Order().ToList();
        Row(what, Median(all), all, "at most", atMost, Median(all) <= atMost);
    }

    private static void Row(string what, double median, List<double> all, string word, double aim, bool isMet) =>
        Console.WriteLine($"| {what} | {Text(median)} ({Text(all[0])} to {Text(all[^1])}) | {word} {Text(aim)} | {(isMet ? "yes" : "NO")} |");

    private static double Median(List<double> ordered) => ordered[ordered.Count / 2];

    private static string Text(double value) => value.ToString(Math.Abs(value) >= 100 ? "0" : "0.00", CultureInfo.InvariantCulture);
}
