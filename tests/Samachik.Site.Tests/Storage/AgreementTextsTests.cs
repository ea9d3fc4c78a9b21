using Microsoft.Extensions.Time.Testing;
using Samachik.Rules.Agreements;
using Samachik.Site.Settings;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Storage;

public sealed class AgreementTextsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("samachik-agreements-").FullName;
    private readonly FakeTimeProvider clock = new(TestSite.Start);

    public AgreementTextsTests()
    {
        foreach (var document in (string[])["privacy", "conduct"])
            foreach (var language in (string[])["th", "en"]) Write($"{document}/1.0.{language}.md", Text("1.0", "2026-11-01"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_shipped_texts_are_whole()
    {
        var texts = new AgreementTexts(SettingsOf.Development(), clock);
        foreach (var document in Enum.GetValues<AgreementDocument>())
        {
            foreach (var language in Enum.GetValues<ReadingLanguage>())
            {
                var text = texts.Current(document, language);
                Assert.NotEmpty(text.Agreement.Title);
                Assert.Matches("^[0-9]+[.][0-9]+$", text.Agreement.Version);
                Assert.Matches("^[0-9a-f]{64}$", text.Agreement.Digest);
                Assert.DoesNotContain('{', text.Agreement.Text);
                Assert.Contains("<p>", text.Html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_folder_of_the_settings_is_read()
    {
        var text = Open().Current(AgreementDocument.Privacy, ReadingLanguage.English);
        Assert.Equal("A title", text.Agreement.Title);
        Assert.Equal("1.0", text.Agreement.Version);
        Assert.Equal(new DateOnly(2026, 11, 1), text.Agreement.Effective);
        Assert.Equal("Some *words* of the office.", text.Agreement.Text);
    }

    [Theory]
    [InlineData("privacy/1.0.th.md")]
    [InlineData("privacy/1.0.en.md")]
    [InlineData("conduct/1.0.th.md")]
    [InlineData("conduct/1.0.en.md")]
    public void A_version_without_one_of_its_languages_is_refused(string file)
    {
        File.Delete(Path.Combine(folder, file));
        Refused(file.Split('/')[0]);
    }

    [Fact]
    public void A_newer_version_in_one_language_only_is_refused()
    {
        Write("privacy/1.1.th.md", Text("1.1", "2026-11-15"));
        Refused("Privacy");
        Write("privacy/1.1.en.md", Text("1.1", "2026-11-15"));
        Assert.Equal("1.1", Open().Current(AgreementDocument.Privacy, ReadingLanguage.Thai).Agreement.Version);
    }

    // Found at the start, not on the day it comes into force.
    [Fact]
    public void A_coming_version_in_one_language_only_is_refused_already()
    {
        Write("privacy/2.0.th.md", Text("2.0", "2027-01-01"));
        Refused("Privacy");
    }

    [Fact]
    public void A_document_of_which_no_version_is_in_force_is_refused()
    {
        foreach (var language in (string[])["th", "en"]) Write($"conduct/1.0.{language}.md", Text("1.0", "2027-01-01"));
        Refused("Conduct");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        var fault = Assert.Throws<SettingsException>(() => new AgreementTexts(SettingsOf.Development(("Agreements:Folder", $"{folder}-gone")), clock));
        Assert.StartsWith("Agreements:Folder: ", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Only words.")]
    [InlineData("---\nversion: \"1.0\"\neffective: 2026-11-01\ntitle: A title\nnever closed")]
    [InlineData("---\neffective: 2026-11-01\ntitle: A title\n---\nwords")]
    [InlineData("---\nversion: \"1.0\"\ntitle: A title\n---\nwords")]
    [InlineData("---\nversion: \"1.0\"\neffective: 1 November 2026\ntitle: A title\n---\nwords")]
    [InlineData("---\nversion: \"1.0\"\neffective: 2569-13-01\ntitle: A title\n---\nwords")]
    [InlineData("---\nversion: \"1.0\"\neffective: 2026-11-01\n---\nwords")]
    public void Bad_front_matter_is_refused_and_the_file_named(string text)
    {
        foreach (var language in (string[])["th", "en"]) Write($"privacy/1.0.{language}.md", text);
        Refused("1.0.");
    }

    [Theory]
    [InlineData("privacy/1.0.md")]
    [InlineData("privacy/1.0.fr.md")]
    public void A_file_of_no_language_of_ours_is_refused(string file)
    {
        Write(file, Text("1.0", "2026-11-01"));
        Refused(Path.GetFileName(file));
    }

    [Fact]
    public void A_version_comes_into_force_at_midnight_in_Thailand()
    {
        foreach (var language in (string[])["th", "en"]) Write($"privacy/2.0.{language}.md", Text("2.0", "2026-12-02"));
        var texts = Open();
        clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 16, 59, 59, TimeSpan.Zero));
        Assert.Equal("1.0", texts.Current(AgreementDocument.Privacy, ReadingLanguage.Thai).Agreement.Version);
        Assert.Null(texts.Find(AgreementDocument.Privacy, "2.0", ReadingLanguage.Thai));
        clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 17, 0, 0, TimeSpan.Zero));
        Assert.Equal("2.0", texts.Current(AgreementDocument.Privacy, ReadingLanguage.Thai).Agreement.Version);
        Assert.Equal("1.0", texts.Find(AgreementDocument.Privacy, "1.0", ReadingLanguage.Thai)?.Agreement.Version);
    }

    [Fact]
    public void Html_in_a_text_is_shown_and_not_obeyed()
    {
        var html = MarkdownText.ToHtml("a <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n**b**");
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<strong>b</strong>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_offices_names_and_numbers_are_filled_in()
    {
        var file = Path.Combine(folder, "text.en.md");
        File.WriteAllText(file, "---\r\ntitle: \"T\"\r\n---\r\n{office} {hotline} {helpline} {site}\r\n");
        var office = SettingsOf.Development(("Office:Name:en", "Example Office"), ("Office:Hotline", "1111"), ("Office:CodeHelpline", "02-000-0000"),
            ("Office:PublicUrl", "https://member.example.go.th")).Office;
        var text = MarkdownText.Read(file, office, ReadingLanguage.English);
        Assert.Equal("Example Office 1111 02-000-0000 member.example.go.th", text.Text);
        Assert.Equal("T", text.Title);
    }

    private AgreementTexts Open() => new(SettingsOf.Development(("Agreements:Folder", folder)), clock);

    private void Refused(string what)
    {
        var fault = Assert.Single(Assert.Throws<SettingsException>(Open).Faults);
        Assert.StartsWith("Agreements:Folder: ", fault, StringComparison.Ordinal);
        Assert.Contains(what, fault, StringComparison.OrdinalIgnoreCase);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        File.WriteAllText(path, text);
    }

    private static string Text(string version, string effective) =>
        $"---\nversion: \"{version}\"\neffective: {effective}\ntitle: A title\n---\n\nSome *words* of the office.\n";
}
