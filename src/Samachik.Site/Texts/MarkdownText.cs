using System.Collections.Frozen;
using System.Globalization;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Samachik.Rules.Agreements;
using Samachik.Site.Settings;

namespace Samachik.Site.Texts;

/// <summary>A text of ours in Markdown: what its front matter says, and the text with the office's names filled in.</summary>
public sealed record MarkdownText(IReadOnlyDictionary<string, string> FrontMatter, string Text)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:", "#"];

    /// <summary>The page's title.</summary>
    public string Title => FrontMatter.GetValueOrDefault("title", "");

    /// <summary>
    /// The text as HTML; raw HTML in it is shown, not obeyed. Links lead to pages of ours, to the web, a mailbox or a
    /// telephone; pictures are ours.
    /// </summary>
    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
            if (!IsOurs(link.Url) && (link.IsImage || !HasKnownScheme(link.Url))) (link.Url, link.GetDynamicUrl) = ("", null);
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            if (!link.IsEmail && !HasKnownScheme(link.Url)) link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(Pipeline);
    }

    /// <summary>Reads a file and fills in <c>{office}</c>, <c>{hotline}</c>, <c>{helpline}</c> and <c>{site}</c>.</summary>
    /// <exception cref="SettingsException">The file has no front matter.</exception>
    public static MarkdownText Read(string path, OfficeSettings office, ReadingLanguage language)
    {
        ArgumentNullException.ThrowIfNull(office);
        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        if (lines[0] != "---" || end < 0)
            throw new SettingsException([$"Agreements:Folder: {Path.GetFileName(path)} does not begin with its front matter."]);
        var front = lines[1..end].Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .ToFrozenDictionary(pair => pair[0].Trim(), pair => pair[1].Trim().Trim('"'));
        var text = string.Join('\n', lines[(end + 1)..]).Trim()
            .Replace("{office}", office.Name(language), StringComparison.Ordinal)
            .Replace("{hotline}", office.Hotline, StringComparison.Ordinal)
            .Replace("{helpline}", office.CodeHelpline, StringComparison.Ordinal)
            .Replace("{site}", office.PublicUrl.Host, StringComparison.Ordinal);
        return new MarkdownText(front, text);
    }

    /// <summary>The day a version takes effect; null when the front matter tells none.</summary>
    public DateOnly? Effective =>
        DateOnly.TryParseExact(
            FrontMatter.GetValueOrDefault("effective", ""), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    private static bool IsOurs(string? address) => address is ['/', not ('/' or '\\'), ..] or "/";

    private static bool HasKnownScheme(string? address) =>
        address is not null && Schemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}
