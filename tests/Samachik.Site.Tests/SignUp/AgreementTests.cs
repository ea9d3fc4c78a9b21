using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Agreements;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignUp;

/// <summary>Step 1: two documents, two boxes, and a record of the very text that was on the page.</summary>
public abstract class AgreementTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Theory]
    [InlineData(null, null, "th")]
    [InlineData(null, "true", "th")]
    [InlineData("true", null, "th")]
    [InlineData("false", "on", "en")]
    [InlineData("true", null, "en")]
    public async Task A_box_that_is_not_ticked_is_asked_for_and_nothing_begins(string? privacy, string? conduct, string language)
    {
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/sign-up");
        if (language == "en") await visitor.ReadAsync("en");
        var before = await Site.LookAsync(db => db.SignUpJourneys.CountAsync());
        var page = await visitor.SubmitAsync("/sign-up/agreement", ("AcceptPrivacy", privacy), ("AcceptConduct", conduct));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Check("AcceptPrivacy", privacy);
        Check("AcceptConduct", conduct);
        Assert.Equal(page.FieldsInError.Select(field => "#" + field), page.Summary.Select(link => link.Href));
        Assert.DoesNotContain("samachik-sign-up", visitor.Cookies.Keys);
        Assert.Equal(before, await Site.LookAsync(db => db.SignUpJourneys.CountAsync()));

        void Check(string field, string? value)
        {
            var missing = SiteTexts.Of<SharedTexts>(Site, language, $"{field}.Missing");
            Assert.Equal(value == "true" ? null : missing, page.ErrorOf(field));
            Assert.Equal(value == "true" ? "true" : null, page.Shown(field));
        }
    }

    [Fact]
    public async Task The_boxes_are_empty_at_first_and_both_texts_stand_there_in_full()
    {
        var visitor = Site.NewVisitor();
        var page = await visitor.OpenAsync("/sign-up/agreement");
        Assert.Null(page.Shown("AcceptPrivacy"));
        Assert.Null(page.Shown("AcceptConduct"));
        foreach (var name in (string[])["privacy", "conduct"])
        {
            var whole = await Site.NewVisitor().OpenAsync($"/{name}");
            var text = whole.Document.QuerySelector(".sm-prose")?.TextContent;
            Assert.True(text?.Length > 500);
            Assert.Contains(page.Document.QuerySelectorAll(".sm-prose"), prose => prose.TextContent == text);
            Assert.Contains(page.Document.QuerySelectorAll("a"), link => link.GetAttribute("href") == $"/{name}");
        }
    }

    [Theory]
    [InlineData("th", ReadingLanguage.Thai)]
    [InlineData("en", ReadingLanguage.English)]
    public async Task What_was_shown_is_what_is_recorded(string language, ReadingLanguage recorded)
    {
        var newcomer = new Newcomer(Site);
        await newcomer.Visitor.OpenAsync("/sign-up/agreement");
        if (language == "en") await newcomer.Visitor.ReadAsync("en");
        var acceptances = await AcceptedByAsync(newcomer);
        Assert.Equal([AgreementDocument.Privacy, AgreementDocument.Conduct], acceptances.Select(row => row.Document).Order());
        foreach (var acceptance in acceptances)
        {
            Assert.Equal(recorded, acceptance.Language);
            Assert.Equal("1.0", acceptance.Version);
            Assert.Equal(Site.Clock.GetUtcNow(), acceptance.At);
            Assert.Equal(32, acceptance.Network.Length);
            Assert.Equal(DigestOf(acceptance.Document, recorded), acceptance.Digest);
        }
    }

    [Fact]
    public async Task The_language_of_the_page_counts_not_that_of_the_moment()
    {
        var newcomer = new Newcomer(Site);
        await newcomer.Visitor.OpenAsync("/sign-up/agreement");
        var otherTab = newcomer.Visitor.Copy();
        await otherTab.OpenAsync("/");
        await otherTab.ReadAsync("en");
        newcomer.Visitor.Cookies["samachik-language"] = otherTab.Cookies["samachik-language"];

        // The page at hand is still the Thai one.
        var acceptances = await AcceptedByAsync(newcomer);
        Assert.All(acceptances, row => Assert.Equal(ReadingLanguage.Thai, row.Language));
        Assert.All(acceptances, row => Assert.Equal(DigestOf(row.Document, ReadingLanguage.Thai), row.Digest));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("nonsense")]
    public async Task A_text_that_the_site_never_showed_cannot_be_accepted(string digest)
    {
        var visitor = Site.NewVisitor();
        var page = await visitor.SubmitAsync(
            "/sign-up/agreement", ("AcceptPrivacy", "true"), ("AcceptConduct", "true"), ("ConductShown", digest));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(SiteTexts.Of<SignUpTexts>(Site, "th", "AcceptVerdict.TextHasChanged"), page.ErrorOf("AcceptPrivacy"));
        Assert.DoesNotContain("samachik-sign-up", visitor.Cookies.Keys);
    }

    [Fact]
    public async Task One_document_does_not_pass_for_the_other()
    {
        var visitor = Site.NewVisitor();
        var conduct = DigestOf(AgreementDocument.Conduct, ReadingLanguage.Thai);
        var page = await visitor.SubmitAsync(
            "/sign-up/agreement", ("AcceptPrivacy", "true"), ("AcceptConduct", "true"), ("PrivacyShown", conduct));
        Assert.NotNull(page.ErrorOf("AcceptPrivacy"));
    }

    [Fact]
    public async Task Coming_back_shows_the_boxes_as_they_were_ticked()
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        var page = await newcomer.Visitor.OpenAsync("/sign-up/agreement");
        Assert.Equal(("true", "true"), (page.Shown("AcceptPrivacy"), page.Shown("AcceptConduct")));
    }

    private async Task<List<AcceptanceRow>> AcceptedByAsync(Newcomer newcomer)
    {
        Assert.Equal("/sign-up/details", (await newcomer.AgreeAsync()).Path);
        await newcomer.GiveDetailsAsync();
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
        return await Site.LookAsync(async db =>
        {
            var member = await newcomer.Person.MemberAsync(Site);
            return await db.Acceptances.Where(row => member != null && row.MemberId == member.Id).ToListAsync();
        });
    }

    private string DigestOf(AgreementDocument document, ReadingLanguage language)
    {
        var text = Site.Service<AgreementTexts>().Current(document, language).Agreement.Text;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <inheritdoc/>
public sealed class AgreementTestsOnSqlite(SqliteSite shared) : AgreementTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class AgreementTestsOnPostgres(PostgresSite shared) : AgreementTests(shared), IClassFixture<PostgresSite>;
