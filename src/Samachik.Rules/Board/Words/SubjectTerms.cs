using Samachik.Rules.Board.Search;

namespace Samachik.Rules.Board.Words;

/// <summary>A term of the list in a text.</summary>
/// <param name="Place">Where it stands in the text as typed.</param>
/// <param name="Term">Which one.</param>
public sealed record SubjectMark(TextPlace Place, SubjectTerm Term);

/// <summary>
/// The office's list of terms that give a post priority. It judges nothing: most posts that name the monarchy or a religion are lawful.
/// </summary>
public sealed class SubjectTerms
{
    /// <summary>UTF-16 units of the normal form between a term and a coarse word that still belong together: a sentence or so, for Thai marks none.</summary>
    public const int Near = 100;

    // Who writes a term more often than this in one post is seen by then.
    private const int MostPlaces = 100;

    private readonly IReadOnlyList<SubjectTerm> terms;

    /// <summary>Makes the terms of a list ready to be looked for.</summary>
    public SubjectTerms(IEnumerable<SubjectTerm> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        terms = [.. list];
    }

    /// <summary>The list that the product brings, for the office to begin with.</summary>
    public static IReadOnlyList<SubjectTerm> Shipped { get; } = [.. ThaiWords.Lines("subject-terms.txt").Select(ReadLine)];

    /// <summary>The terms that count in a text, in order of their place. The work is bounded by the length of text and list.</summary>
    /// <param name="text">A title or a text of a post.</param>
    /// <param name="coarse">What <see cref="CoarseWords.Check"/> marked in it.</param>
    public IReadOnlyList<SubjectMark> Find(SearchText text, IReadOnlyList<WordMark> coarse)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(coarse);
        return [.. terms.SelectMany(term => Places(text, term).Select(place => new SubjectMark(place, term)))
            .Where(mark => mark.Term.Lane == SubjectLane.Urgent || coarse.Any(word => Distance(word.Place, mark.Place) <= Near))
            .OrderBy(mark => mark.Place.Start).ThenByDescending(mark => mark.Place.Length)];
    }

    private static IEnumerable<TextPlace> Places(SearchText text, SubjectTerm term)
    {
        var (normal, seen) = (text.Normal, 0);
        for (var at = normal.IndexOf(term.Term, StringComparison.Ordinal); at >= 0 && seen < MostPlaces;
             at = normal.IndexOf(term.Term, at + term.Term.Length, StringComparison.Ordinal))
        {
            seen++;
            if (Stands(normal, at, at + term.Term.Length, term.IsFoundInside)) yield return text.Original(at, term.Term.Length);
        }
    }

    private static bool Stands(string normal, int start, int end, bool isFoundInside)
    {
        if (!ThaiCluster.IsBoundary(normal, start) || !ThaiCluster.IsBoundary(normal, end)) return false;
        if (IsOther(normal, start) && IsOther(normal, start - 1)) return false;
        if (IsOther(normal, end - 1) && IsOther(normal, end)) return false;
        return isFoundInside || !ThaiCluster.IsThai(normal[start]) || !IsInsideWord(normal, start, end);
    }

    /// <summary>Whether a word of the dictionary, longer than the term, has it inside where it stands.</summary>
    private static bool IsInsideWord(string normal, int start, int end)
    {
        var lengths = new List<int>();
        for (var from = start; from >= 0 && start - from < CoarseWord.MaxLength && ThaiCluster.IsThai(normal[from]); from--)
        {
            lengths.Clear();
            ThaiWords.Dictionary.AddLengths(normal.AsSpan(from), lengths, new(CoarseWord.MaxLength));
            if (lengths.Exists(length => from + length >= end && length > end - start && ThaiCluster.IsBoundary(normal, from + length))) return true;
        }
        return false;
    }

    /// <summary>A letter that is not Thai, or a digit: of these a word ends where they end.</summary>
    private static bool IsOther(string normal, int at) => at >= 0 && at < normal.Length && char.IsLetterOrDigit(normal[at]) && !ThaiCluster.IsThai(normal[at]);

    private static int Distance(TextPlace one, TextPlace other) => Math.Max(0, Math.Max(one.Start, other.Start) - Math.Min(one.End, other.End));

    private static SubjectTerm ReadLine(string line) =>
        line.Split('\t') is [var rule, var lane, var inside, var term]
        && SubjectTerm.TryParse(term, rule[0] - '0', lane == "urgent" ? SubjectLane.Urgent : SubjectLane.NearCoarse, inside == "inside", out var read)
            ? read : throw new InvalidOperationException($"The list of subject terms has a line that cannot be read: {line}");
}
