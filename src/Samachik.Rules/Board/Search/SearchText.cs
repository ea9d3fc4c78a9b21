namespace Samachik.Rules.Board.Search;

/// <summary>A place in a text as it was typed, in UTF-16 units.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is; more than 0.</param>
public sealed record TextPlace(int Start, int Length)
{
    /// <summary>Where it is over.</summary>
    public int End => Start + Length;
}

/// <summary>
/// A text in the form in which it is looked through and compared: NFKC with ำ as one letter, เเ as แ, ๅ as า but after ฤ
/// and ฦ, marks in their order, nothing invisible, Thai digits as ASCII, lower case, one space for every run of white space.
/// It finds its way back to the text as typed.
/// </summary>
public sealed class SearchText
{
    private readonly MappedText mapped;

    private SearchText(MappedText mapped) => (this.mapped, Normal) = (mapped, mapped.ToString());

    /// <summary>The normal form, as it is stored beside a post. The normal form of a normal form is itself.</summary>
    public string Normal { get; }

    /// <summary>Takes a text of a post or a query, as typed.</summary>
    public static SearchText Of(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var mapped = new MappedText(typed.Length);
        for (var start = 0; start < typed.Length;)
        {
            var end = TextCluster.End(typed, start);
            var cluster = typed.AsSpan(start, end - start);
            if (end == start + 1 && IsPlain(cluster[0])) Append(mapped, char.ToLowerInvariant(cluster[0]), start, end);
            else foreach (var c in TextCluster.IsNormalThai(cluster) ? cluster : TextCluster.Normal(cluster)) Append(mapped, c, start, end);
            start = end;
        }
        if (mapped.Last == ' ') mapped.RemoveLast();
        return new(mapped);
    }

    /// <summary>
    /// Where a part of <see cref="Normal"/> stands in the text as typed, whole letters with their marks.
    /// </summary>
    public TextPlace Original(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var (from, wide) = mapped.Original(start, length);
        return new(from, wide);
    }

    /// <summary>Where a query's terms stand in the text as typed, for highlighting: in order, none touching another.</summary>
    public IReadOnlyList<TextPlace> Find(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = new List<TextPlace>();
        foreach (var place in query.Terms.SelectMany(term => HitsOf(term.Normal)).OrderBy(place => place.Start))
        {
            if (found.Count == 0 || place.Start > found[^1].End) found.Add(place);
            else if (place.End > found[^1].End) found[^1] = new(found[^1].Start, place.End - found[^1].Start);
        }
        return found;
    }

    /// <summary>Tells nothing of the text.</summary>
    public override string ToString() => $"{Normal.Length} characters";

    private IEnumerable<TextPlace> HitsOf(string term)
    {
        for (var at = Normal.IndexOf(term, StringComparison.Ordinal); at >= 0;
             at = Normal.IndexOf(term, at + term.Length, StringComparison.Ordinal))
            yield return Original(at, term.Length);
    }

    // What has no other normal form than its lower case.
    private static bool IsPlain(char c) => c is (> ' ' and < '\u007F') or (>= 'ก' and <= 'ฺ' and not 'ำ') or (>= 'เ' and < 'ๅ') or 'ๆ';

    private static void Append(MappedText mapped, char c, int start, int end)
    {
        if (!char.IsWhiteSpace(c)) mapped.Append(c == 'ๅ' && mapped.Last is not ('ฤ' or 'ฦ') ? 'า' : c, start, end);
        else if (mapped.Length > 0 && mapped.Last != ' ') mapped.Append(' ', start, end);
    }
}
