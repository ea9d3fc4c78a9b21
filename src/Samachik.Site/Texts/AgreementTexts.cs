using Samachik.Rules.Agreements;
using Samachik.Site.Settings;
using Samachik.Site.Web;

namespace Samachik.Site.Texts;

/// <summary>An agreement with its text as HTML, made once.</summary>
public sealed record AgreementText(Agreement Agreement, string Html);

/// <summary>
/// All versions of the two documents: those of the files, read once at start (<c>privacy/1.0.th.md</c> and so on), and
/// those published in the console, which come in while the site runs.
/// </summary>
public sealed class AgreementTexts
{
    private readonly TimeProvider time;
    private readonly Lock coming = new();

    // Swapped whole, so that a request sees all of a version or none of it.
    private volatile IReadOnlyList<AgreementText> all = [];

    /// <summary>Reads the folder of the settings, or the texts that came with the site.</summary>
    /// <exception cref="SettingsException">A document is missing, or a version lacks a language.</exception>
    public AgreementTexts(SiteSettings settings, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.time = time;
        var folder = settings.Storage.AgreementsFolder ?? Path.Combine(AppContext.BaseDirectory, "Texts", "Agreements");
        foreach (var document in Enum.GetValues<AgreementDocument>())
        {
            var place = Path.Combine(folder, document.ToString().ToLowerInvariant());
            var files = Directory.Exists(place) ? Directory.GetFiles(place, "*.md") : [];
            all = [.. all, .. files.Select(file => Read(file, document, settings.Office))];
        }

        Check();
    }

    /// <summary>The version in force now, in a language.</summary>
    public AgreementText Current(AgreementDocument document, ReadingLanguage language) => Versions(document, language)[0];

    /// <summary>
    /// The text in force that a page showed, by its digest, in whichever language; null when it is in force no more. A
    /// page that told no digest showed the reader's language.
    /// </summary>
    public Agreement? Shown(AgreementDocument document, string? digest)
    {
        if (string.IsNullOrEmpty(digest)) return Current(document, Languages.Current).Agreement;
        return Enum.GetValues<ReadingLanguage>().Select(language => Current(document, language).Agreement)
            .FirstOrDefault(agreement => agreement.Digest == digest);
    }

    /// <summary>One version, or null if there is none of that name in force or past.</summary>
    public AgreementText? Find(AgreementDocument document, string version, ReadingLanguage language) =>
        Versions(document, language).FirstOrDefault(text => text.Agreement.Version == version);

    /// <summary>The versions in force and past, newest first.</summary>
    public IReadOnlyList<AgreementText> Versions(AgreementDocument document, ReadingLanguage language)
    {
        var today = BangkokTime.Today(time);
        return [.. Everything(document, language).Where(text => text.Agreement.Effective <= today)];
    }

    /// <summary>The versions in force, past and to come, newest first; for the staff.</summary>
    public IReadOnlyList<AgreementText> Everything(AgreementDocument document, ReadingLanguage language) =>
        [.. all.Where(text => text.Agreement.Document == document && text.Agreement.Language == language)
            .OrderByDescending(text => text.Agreement.Effective)
            .ThenByDescending(text => text.Agreement.Version, StringComparer.Ordinal)];

    /// <summary>
    /// Takes a version in, in all its languages. A file of the same version, which came with a later release, gives way:
    /// members may have accepted what was published.
    /// </summary>
    public void Show(IReadOnlyList<Agreement> version)
    {
        lock (coming)
        {
            var known = all;
            if (version.All(agreement => known.Any(text => text.Agreement == agreement))) return;
            all =
            [
                .. known.Where(text => !version.Any(agreement =>
                    agreement.Document == text.Agreement.Document && agreement.Version == text.Agreement.Version)),
                .. version.Select(agreement => new AgreementText(agreement, MarkdownText.ToHtml(agreement.Text))),
            ];
        }
    }

    private static AgreementText Read(string file, AgreementDocument document, OfficeSettings office)
    {
        var language = LanguageTag.Read(Path.GetFileNameWithoutExtension(file).Split('.')[^1]);
        if (!file.EndsWith($".{LanguageTag.Of(language)}.md", StringComparison.Ordinal)) throw Fault(file, "names no language of ours");
        var text = MarkdownText.Read(file, office, language);
        var version = text.FrontMatter.GetValueOrDefault("version", "");
        if (version.Length == 0 || text.Title.Length == 0 || text.Effective is null)
            throw Fault(file, "needs version, effective (yyyy-mm-dd) and title in its front matter");
        return new(
            new Agreement(document, version, text.Effective.Value, language, text.Title, text.Text), MarkdownText.ToHtml(text.Text));
    }

    private static SettingsException Fault(string file, string why) => new([$"Agreements:Folder: {Path.GetFileName(file)} {why}."]);

    private void Check()
    {
        foreach (var document in Enum.GetValues<AgreementDocument>())
        {
            var inForce = Enum.GetValues<ReadingLanguage>().All(language => Versions(document, language).Count > 0);
            var languages = Enum.GetValues<ReadingLanguage>().Select(language => all
                .Where(text => text.Agreement.Document == document && text.Agreement.Language == language)
                .Select(text => text.Agreement.Version).ToHashSet()).ToList();
            if (!inForce || languages.Any(versions => !versions.SetEquals(languages[0])))
                throw new SettingsException([$"Agreements:Folder: {document} needs every version in Thai and English, one of them in force."]);
        }
    }
}
