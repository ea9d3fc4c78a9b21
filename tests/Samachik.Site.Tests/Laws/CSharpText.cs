using System.Text;

namespace Samachik.Site.Tests.Laws;

/// <summary>
/// C# with its strings, characters and comments blanked, line by line as before; so that a law looks at code, not at
/// words about it.
/// </summary>
public static class CSharpText
{
    /// <summary>Blanks what is not code. Interpolation holes are blanked with their string.</summary>
    public static string Blank(string source)
    {
        var code = new StringBuilder(source.Length);
        for (var at = 0; at < source.Length;)
        {
            var length = LengthOfNonCode(source, at);
            if (length == 0)
            {
                code.Append(source[at++]);
                continue;
            }

            foreach (var c in source.AsSpan(at, length)) code.Append(c == '\n' ? '\n' : ' ');
            at += length;
        }

        return code.ToString();
    }

    private static int LengthOfNonCode(string source, int at)
    {
        var rest = source.AsSpan(at);
        if (rest.StartsWith("//")) return Until(rest, "\n", 2) - 1;
        if (rest.StartsWith("/*")) return Until(rest, "*/", 2);
        if (rest[0] == '\'') return EndOfEscaped(rest, 1, '\'');
        var quote = rest.IndexOf('"');
        if (quote < 0 || quote > 4 || rest[..quote].ContainsAnyExcept('$', '@')) return 0;
        var marks = 0;
        while (quote + marks < rest.Length && rest[quote + marks] == '"') marks++;
        if (marks >= 3) return Until(rest, new string('"', marks), quote + marks);
        if (marks == 2) return quote + 2;
        return rest[..quote].Contains('@') ? EndOfVerbatim(rest, quote + 1) : EndOfEscaped(rest, quote + 1, '"');
    }

    private static int Until(ReadOnlySpan<char> text, string end, int from)
    {
        var found = text[from..].IndexOf(end, StringComparison.Ordinal);
        return found < 0 ? text.Length : from + found + end.Length;
    }

    private static int EndOfEscaped(ReadOnlySpan<char> text, int at, char end)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[0] == '$' && text[at] == '{') depth++;
            else if (text[0] == '$' && text[at] == '}') depth--;
            else if (text[at] == '\n') return at;
            else if (text[at] == end && depth <= 0) return at + 1;
        }

        return text.Length;
    }

    private static int EndOfVerbatim(ReadOnlySpan<char> text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] != '"') continue;
            if (at + 1 < text.Length && text[at + 1] == '"') at++;
            else return at + 1;
        }

        return text.Length;
    }
}
