using System.Collections.Frozen;
using Samachik.Rules.Board.Search;

namespace Samachik.Rules.Board.Words;

/// <summary>What the words of a post say of it.</summary>
public enum WordVerdict
{
    /// <summary>No listed word.</summary>
    Clean,

    /// <summary>Suspect words alone: publish it and put it in the queue.</summary>
    Flag,

    /// <summary>A word that is coarse wherever it stands: ask for another, or hold the post.</summary>
    Hold,

    /// <summary>The search took too long and was given up: hold the post.</summary>
    TookTooLong,
}

/// <summary>A listed word in a text.</summary>
/// <param name="Place">Where it stands in the text as typed, with all that disguises it.</param>
/// <param name="Tier">How sure it is, here; a word that may be a part of an unknown one is less so than on the list.</param>
/// <param name="Word">The word as it is listed.</param>
public sealed record WordMark(TextPlace Place, WordTier Tier, string Word);

/// <summary>What was found of listed words.</summary>
/// <param name="Verdict">What is to be done.</param>
/// <param name="Marks">In order of their place; what was found so far where the search was given up.</param>
public sealed record WordCheck(WordVerdict Verdict, IReadOnlyList<WordMark> Marks);

/// <summary>
/// The office's list of coarse words, looked for as words and not as letters: what only contains one passes, and one that
/// touches other words is found. Drawn-out letters and letters written one by one are seen through; asterisks in a certain word are suspect.
/// </summary>
public sealed class CoarseWords
{
    /// <summary>
    /// Three times what the worst text of 32,000 characters that we found takes (181,000); a step is a character looked up in a dictionary.
    /// </summary>
    public const int UsualSteps = 600_000;

    // UTF-16 units. So short, a word beside unknown letters is as likely a part of a name or of a word from abroad.
    private const int Short = 3;

    private readonly FrozenDictionary<string, WordTier> tiers;
    private readonly WordSegmenter segmenter;
    private readonly string[] certain;

    /// <summary>Makes the words of a list ready to be looked for; of one listed twice, the more certain counts.</summary>
    public CoarseWords(IEnumerable<CoarseWord> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        tiers = list.GroupBy(word => word.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(words => words.Key, words => words.Min(word => word.Tier), StringComparer.Ordinal);
        certain = [.. tiers.Where(word => word.Value == WordTier.Certain).Select(word => word.Key)];
        var thai = tiers.Where(word => ThaiCluster.IsThai(word.Key[0])).ToLookup(word => word.Value == WordTier.Innocent, word => word.Key);
        segmenter = WordSegmenter.With(further: thai[true], listed: thai[false]);
    }

    /// <summary>The list that the product brings, for the office to begin with.</summary>
    public static IReadOnlyList<CoarseWord> Shipped { get; } = [.. ThaiWords.Lines("coarse-words.txt").Select(ReadLine)];

    /// <summary>Looks a text through.</summary>
    /// <param name="text">A title or a text of a post.</param>
    /// <param name="steps">How much work is allowed; see <see cref="UsualSteps"/>.</param>
    public WordCheck Check(SearchText text, int steps = UsualSteps)
    {
        ArgumentNullException.ThrowIfNull(text);
        var budget = new WorkBudget(steps);
        var marks = Find(text, text.Normal, budget).Select(found => MarkOf(text, found.Cut.Start, found.Cut.End, found))
            .Concat(FindFolded(text, FoldedLetters.Shortened(text.Normal, kept: 1), withStart: true, budget))
            .Concat(FindFolded(text, FoldedLetters.Shortened(text.Normal, kept: 2), withStart: true, budget))
            .Concat(FindFolded(text, FoldedLetters.Joined(text.Normal), withStart: false, budget))
            .Concat(MaskedLetters.Find(text.Normal, certain).Select(found => new WordMark(text.Original(found.Start, found.Word.Length), WordTier.Suspect, found.Word)))
            .OrderBy(mark => mark.Place.Start).ThenByDescending(mark => mark.Place.Length).ThenBy(mark => mark.Tier).ToList();
        return new(VerdictOf(marks, budget), WithoutInner(marks));
    }

    private static WordVerdict VerdictOf(List<WordMark> marks, WorkBudget budget) =>
        budget.IsSpent ? WordVerdict.TookTooLong
        : marks.Exists(mark => mark.Tier == WordTier.Certain) ? WordVerdict.Hold
        : marks.Count > 0 ? WordVerdict.Flag
        : WordVerdict.Clean;

    private static List<WordMark> WithoutInner(List<WordMark> marks)
    {
        var outer = new List<WordMark>();
        foreach (var mark in marks)
        {
            if (outer.Count == 0 || mark.Place.End > outer[^1].Place.End) outer.Add(mark);
        }
        return outer;
    }

    private static WordMark MarkOf(SearchText text, int start, int end, Found found) =>
        new(text.Original(start, end - start), found.Tier, found.Word);

    private IEnumerable<WordMark> FindFolded(SearchText text, FoldedLetters folded, bool withStart, WorkBudget budget)
    {
        if (!folded.IsFolded) yield break;
        foreach (var found in Find(text, folded.Text, budget))
        {
            if (!folded.IsTouched(found.Cut.Start, found.Cut.End, withStart)) continue;
            var (start, end) = folded.PlaceOf(found.Cut.Start, found.Cut.End);
            yield return MarkOf(text, start, end, found);
        }
    }

    private IEnumerable<Found> Find(SearchText text, string normal, WorkBudget budget)
    {
        var cuts = segmenter.Cut(normal, budget);
        for (var i = 0; i < cuts.Count; i++)
        {
            var word = normal[cuts[i].Start..cuts[i].End];
            if (!tiers.TryGetValue(word, out var tier) || tier == WordTier.Innocent) continue;
            var isDoubtful = word.Length <= Short
                && ((i > 0 && IsUnknownBeside(cuts[i - 1], cuts[i])) || (i + 1 < cuts.Count && IsUnknownBeside(cuts[i + 1], cuts[i])));
            if (!isDoubtful) yield return new(cuts[i], tier, word);
            else if (tier == WordTier.Certain) yield return new(cuts[i], WordTier.Suspect, word);
        }
    }

    private static bool IsUnknownBeside(WordCut other, WordCut cut) => !other.IsKnown && (other.End == cut.Start || cut.End == other.Start);

    private static CoarseWord ReadLine(string line) =>
        line.Split('\t') is [var tier, var word] && CoarseWord.TryParse(word, Enum.Parse<WordTier>(tier, ignoreCase: true), out var read, out _)
            ? read : throw new InvalidOperationException($"The list of coarse words has a line that cannot be read: {line}");

    private readonly record struct Found(WordCut Cut, WordTier Tier, string Word);
}
