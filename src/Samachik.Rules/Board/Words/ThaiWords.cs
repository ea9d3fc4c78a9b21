using System.IO.Compression;
using System.Text;
using Samachik.Rules.Board.Search;

namespace Samachik.Rules.Board.Words;

/// <summary>
/// The Thai words that are known: of a general dictionary, and those of the office and of everyday
/// that it lacks; without those that have ๆ in them. README.md tells where they are from.
/// </summary>
public static class ThaiWords
{
    private const string GeneralName = "thai-words.txt.gz", OwnName = "own-words.txt";

    private static readonly Lazy<WordDictionary> List = new(() =>
        new(Lines(GeneralName).Concat(Lines(OwnName)).Where(word => word.All(ThaiCluster.IsThai))));

    /// <summary>In the form of <see cref="SearchText.Normal"/>, in ordinal order.</summary>
    public static IReadOnlyList<string> All => List.Value.Words;

    internal static WordDictionary Dictionary => List.Value;

    /// <summary>
    /// Other words that have the given one in them, and which a search for mere letters would hit: to show to who adds it to a list.
    /// </summary>
    public static IEnumerable<string> Around(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var inner = SearchText.Of(word).Normal;
        return All.Where(outer => outer.Length > inner.Length && outer.Contains(inner, StringComparison.Ordinal));
    }

    /// <summary>The lines of a list that the assembly holds, without empty ones and those that begin with #.</summary>
    internal static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(ThaiWords).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        using Stream plain = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
