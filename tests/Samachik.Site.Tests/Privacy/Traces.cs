using System.Globalization;
using System.Text;

namespace Samachik.Site.Tests.Privacy;

/// <summary>Looks for traces of what people typed, in whatever spelling and form.</summary>
public sealed class Traces
{
    private const int CodeLength = 6;

    // Thousands of forms are looked for in one pass, by their first bytes.
    private readonly Dictionary<ulong, List<(string What, byte[] Bytes)>> byBeginning = [];
    private readonly Dictionary<long, string> numbers = [];

    /// <summary>Looks for these.</summary>
    public Traces(IEnumerable<Typed> typed)
    {
        foreach (var thing in typed)
        {
            foreach (var text in thing.Spellings) Add(Forms.Of(text), $"{thing.What} as \"{text}\"");
            foreach (var number in thing.Numbers)
            {
                Add(Forms.Of(number), thing.What);
                numbers[number] = $"{thing.What} as a number";
            }
        }
    }

    /// <summary>What is found in bytes.</summary>
    public IReadOnlyList<string> In(ReadOnlySpan<byte> bytes) => In(bytes, isPrinted: false);

    /// <summary>What is found in a text that was printed: a code only where it is no part of a longer number.</summary>
    public IReadOnlyList<string> In(string text) => In(Encoding.UTF8.GetBytes(text), isPrinted: true);

    private List<string> In(ReadOnlySpan<byte> bytes, bool isPrinted)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + Forms.Shortest <= bytes.Length; at++)
        {
            if (!byBeginning.TryGetValue(Beginning(bytes[at..]), out var forms)) continue;
            foreach (var (what, form) in forms) if (bytes[at..].StartsWith(form) && !(isPrinted && IsChance(bytes, at, form))) found.Add(what);
        }

        return [.. found];
    }

    /// <summary>What is found in a value of a column: in numbers only the whole number counts.</summary>
    public IReadOnlyList<string> InValue(object? value) => value switch
    {
        null or DBNull => [],
        byte[] bytes => In(bytes),
        short or int or long => numbers.TryGetValue(Convert.ToInt64(value, CultureInfo.InvariantCulture), out var what) ? [what] : [],
        IFormattable text => In(Encoding.UTF8.GetBytes(text.ToString(null, CultureInfo.InvariantCulture))),
        _ => In(Encoding.UTF8.GetBytes(value.ToString() ?? "")),
    };

    // The six digits of a code stand by chance in the longer numbers of times, ports and versions.
    private static bool IsChance(ReadOnlySpan<byte> bytes, int at, byte[] form) =>
        form.Length <= CodeLength && form.All(one => char.IsAsciiDigit((char)one))
        && ((at > 0 && char.IsAsciiDigit((char)bytes[at - 1])) || (at + form.Length < bytes.Length && char.IsAsciiDigit((char)bytes[at + form.Length])));

    private void Add(IEnumerable<(string Form, byte[] Bytes)> forms, string what)
    {
        foreach (var (form, bytes) in forms)
        {
            var beginning = Beginning(bytes);
            if (!byBeginning.TryGetValue(beginning, out var others)) byBeginning[beginning] = others = [];
            others.Add(($"{what}, {form}", bytes));
        }
    }

    private static ulong Beginning(ReadOnlySpan<byte> bytes)
    {
        var beginning = 0UL;
        for (var at = 0; at < Forms.Shortest; at++) beginning = (beginning << 8) | bytes[at];
        return beginning;
    }
}
