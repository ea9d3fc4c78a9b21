using System.Collections.Frozen;

namespace Samachik.Rules.Board.Checking;

/// <summary>A link in a text as it was typed.</summary>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="Length">How many UTF-16 units.</param>
public readonly record struct TextLink(int Start, int Length);

/// <summary>Finds links: with a scheme, with www, or a bare host name with a well-known ending. E-mail addresses are none.</summary>
public static class TextLinks
{
    private static readonly FrozenSet<string> topLevels = new[]
    {
        "com", "net", "org", "th", "io", "co", "info", "biz", "app", "dev", "ly", "gg", "cc", "xyz", "top", "online", "site", "shop", "link", "club", "vip", "page", "asia", "ee", "tv", "gl",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] schemes = ["https://", "http://", "hxxps://", "hxxp://", "ftp://", "www."];

    /// <summary>Hosts whose ending is a word, so that only they are believed without a scheme.</summary>
    private static readonly string[] hostsByName = ["line.me/", "wa.me/", "t.me/", "m.me/"];

    /// <summary>The links in the order of the text. How many are too many is the caller's to say.</summary>
    public static IReadOnlyList<TextLink> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = FoldedText.Of(text, new WorkBudget(int.MaxValue));
        return
        [
            .. In(folded, new WorkBudget(int.MaxValue)).Select(link =>
            {
                var (start, length) = folded.Typed(link.Start, link.End);
                return new TextLink(start, length);
            }),
        ];
    }

    /// <summary>The places in a folded text, and where in them the host and the path begin.</summary>
    internal static IEnumerable<(int Start, int Host, int Path, int End)> In(FoldedText text, WorkBudget work)
    {
        for (var at = 0; at < text.Length && work.TrySpend();)
        {
            var end = at;
            while (end < text.Length && IsLinkLetter(text[end])) end++;
            work.TrySpend(2 * (end - at));
            if (StartIn(text.Chars[at..end]) is { } offset)
            {
                var start = at + offset;
                var stop = end;
                while (stop > start && text[stop - 1] is '.' or ',' or ')' or ']' or ';' or ':' or '!' or '?' or '\'' or '*') stop--;
                var host = HostOf(text, start, stop);
                yield return (start, host.Start, host.End, stop);
            }

            at = Math.Max(end, at + 1);
        }
    }

    /// <summary>Where a link begins among letters that stand together, if one does.</summary>
    private static int? StartIn(ReadOnlySpan<char> letters)
    {
        foreach (var scheme in schemes)
        {
            var at = letters.IndexOf(scheme, StringComparison.Ordinal);
            if (at >= 0 && letters.Length > at + scheme.Length) return at;
        }

        return IsHost(letters) || IsHostByName(letters) ? 0 : null;
    }

    private static bool IsHost(ReadOnlySpan<char> letters)
    {
        var end = letters.IndexOfAny('/', '?', ':');
        var host = (end < 0 ? letters : letters[..end]).Trim("().,;!'*[]");
        var dot = host.LastIndexOf('.');
        return dot > 0 && !host.Contains('@') && char.IsAsciiLetterOrDigit(host[0])
            && topLevels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(host[(dot + 1)..]);
    }

    private static (int Start, int End) HostOf(FoldedText text, int start, int stop)
    {
        var scheme = text.Chars[start..stop].IndexOf("://", StringComparison.Ordinal);
        var host = scheme is >= 0 and < 8 ? start + scheme + 3 : start;
        var end = text.Chars[host..stop].IndexOfAny('/', '?', '#');
        return (host, end < 0 ? stop : host + end);
    }

    private static bool IsHostByName(ReadOnlySpan<char> link)
    {
        foreach (var host in hostsByName)
            if (link.StartsWith(host, StringComparison.Ordinal) && link.Length > host.Length) return true;
        return false;
    }

    private static bool IsLinkLetter(char c) => c is > ' ' and <= '~' and not '"' and not '<' and not '>';
}
