using System.Net;
using System.Security.Cryptography;
using System.Text;
using Samachik.Rules.Agreements;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Public;

/// <summary>The public texts: readable by anybody, in both languages, with the fingerprint that acceptances refer to.</summary>
public abstract class PublicTextTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("/privacy")]
    [InlineData("/conduct")]
    [InlineData("/contact")]
    [InlineData("/accessibility")]
    [InlineData("/recovery")]
    [InlineData("/PRIVACY")]
    public async Task A_text_is_there_in_both_languages(string path)
    {
        var visitor = Site.NewVisitor();
        var thai = await visitor.OpenAsync(path);
        Assert.Equal(HttpStatusCode.OK, thai.Status);
        var english = await visitor.ReadAsync("en");
        Assert.Equal(path, english.Path);
        Assert.Matches("[ก-๎]{5}", thai.Document.QuerySelector("h1")?.TextContent);
        Assert.Matches("[A-Za-z]{4}", english.Document.QuerySelector("h1")?.TextContent);
        Assert.DoesNotContain("{office}", thai.Body + english.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("privacy", AgreementDocument.Privacy)]
    [InlineData("conduct", AgreementDocument.Conduct)]
    public async Task A_document_tells_its_version_and_its_fingerprint(string path, AgreementDocument document)
    {
        var page = await Site.NewVisitor().OpenAsync($"/{path}");
        var text = Site.Service<AgreementTexts>().Current(document, ReadingLanguage.Thai).Agreement.Text;
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), page.Body, StringComparison.Ordinal);
        Assert.Contains("1.0", page.Document.QuerySelector("main")?.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/privacy?version=0.9")]
    [InlineData("/privacy?version=1.0.0")]
    [InlineData("/privacy?version=../conduct/1.0")]
    [InlineData("/conduct?version=%00")]
    [InlineData("/conduct?version=%ED%A0%80")]
    [InlineData("/conduct?version=1.0%20")]
    public async Task An_unknown_version_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Site.NewVisitor().GetAsync(path)).Status);

    [Fact]
    public async Task The_ten_rules_of_conduct_are_all_there()
    {
        var page = await Site.NewVisitor().OpenAsync("/conduct");
        Assert.Contains(page.Document.QuerySelectorAll("main ol"), list => list.QuerySelectorAll(":scope > li").Length == 10);
    }
}

/// <inheritdoc/>
public sealed class PublicTextTestsOnSqlite(SqliteSite shared) : PublicTextTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class PublicTextTestsOnPostgres(PostgresSite shared) : PublicTextTests(shared), IClassFixture<PostgresSite>;
