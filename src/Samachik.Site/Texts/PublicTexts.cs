using Samachik.Rules.Agreements;
using Samachik.Site.Settings;

namespace Samachik.Site.Texts;

/// <summary>A public page's title and text.</summary>
public sealed record PublicText(string Title, string Html);

/// <summary>The public pages that have one version only: contact and accessibility. Read once at start.</summary>
public sealed class PublicTexts(SiteSettings settings)
{
    private readonly Dictionary<(string, ReadingLanguage), PublicText> texts = (
        from name in (string[])["contact", "accessibility"]
        from language in Enum.GetValues<ReadingLanguage>()
        let file = Path.Combine(AppContext.BaseDirectory, "Texts", "Pages", $"{name}.{LanguageTag.Of(language)}.md")
        let text = MarkdownText.Read(file, settings.Office, language)
        select ((name, language), new PublicText(text.Title, MarkdownText.ToHtml(text.Text))))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>A page's text in a language.</summary>
    public PublicText Find(string name, ReadingLanguage language) => texts[(name, language)];
}
