namespace Samachik.Rules.Board.Search;

/// <summary>One word of a query; it may stand anywhere in a text, for Thai words have no space between them.</summary>
/// <param name="Normal">In the form of <see cref="SearchText.Normal"/>.</param>
public sealed record SearchTerm(string Normal)
{
    /// <summary>Characters that an index of trigrams needs to be of use.</summary>
    public const int IndexedFrom = 3;

    /// <summary>
    /// Whether it is too short for an index of trigrams, which would read every row (PostgreSQL) or find nothing (SQLite FTS5):
    /// it has to go another way.
    /// </summary>
    public bool IsShort { get; } = Normal.EnumerateRunes().Count() < IndexedFrom;

    /// <summary>Tells nothing: people look for names and numbers.</summary>
    public override string ToString() => IsShort ? "a short term" : "a term";
}

/// <summary>What somebody looks for: every term has to be in the title or the text.</summary>
public sealed record SearchQuery
{
    /// <summary>UTF-16 units of a query that are read; the rest is left out.</summary>
    public const int LongestRead = 200;

    /// <summary>Terms that are looked for; the rest is left out.</summary>
    public const int MostTerms = 8;

    private SearchQuery(IReadOnlyList<SearchTerm> terms) => Terms = terms;

    /// <summary>At least one; in the order typed, none inside another.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; }

    /// <summary>Whether only <see cref="SearchTerm.IsShort">short</see> terms were typed, so that no index helps.</summary>
    public bool IsShort => Terms.All(term => term.IsShort);

    /// <summary>Reads a query as typed; null when nothing is in it to look for.</summary>
    public static SearchQuery? Read(string? typed)
    {
        var read = typed is { Length: > LongestRead } ? typed[..LongestRead] : typed ?? "";
        var words = SearchText.Of(read).Normal.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostTerms).ToList();
        var terms = words.Where(word => !words.Exists(other => other.Length > word.Length && other.Contains(word, StringComparison.Ordinal)));
        SearchTerm[] found = [.. terms.Select(word => new SearchTerm(word))];
        return found.Length == 0 ? null : new(found);
    }

    /// <summary>Tells nothing: people look for names and numbers.</summary>
    public override string ToString() => $"{Terms.Count} terms";
}
