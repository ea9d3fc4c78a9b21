namespace Samachik.Rules.Board.Search;

/// <summary>How well a post fits a query, so that what fits best comes first.</summary>
/// <param name="TermsInTitle">How many of the terms are in the title.</param>
/// <param name="TermsInText">How many of the terms are in the text.</param>
/// <param name="Hits">How often they are in both, all told.</param>
public sealed record SearchRank(int TermsInTitle, int TermsInText, int Hits)
{
    private const int OfTitle = 40, OfText = 20, MostHits = 10;

    /// <summary>
    /// The higher, the better: a term in the title counts twice as much as in the text, and how often it comes is weighed
    /// only up to ten times, so that who repeats a word gains nothing.
    /// </summary>
    public int Weight => TermsInTitle * OfTitle + TermsInText * OfText + Math.Min(Hits, MostHits);

    /// <summary>Looks a query up in a title and a text, both as <see cref="SearchText.Normal"/> gives them.</summary>
    public static SearchRank Of(SearchQuery query, string title, string text)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);
        var counts = query.Terms.Select(term => (Title: Count(title, term.Normal), Text: Count(text, term.Normal))).ToList();
        return new(counts.Count(count => count.Title > 0), counts.Count(count => count.Text > 0), counts.Sum(count => count.Title + count.Text));
    }

    private static int Count(string text, string term)
    {
        var count = 0;
        for (var at = text.IndexOf(term, StringComparison.Ordinal); at >= 0 && count < MostHits; at = text.IndexOf(term, at + term.Length, StringComparison.Ordinal))
            count++;
        return count;
    }
}
