using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignUp;

/// <summary>A new version of the agreement comes into force at midnight in Thailand; older ones stay readable.</summary>
public abstract class AgreementVersionTests(DatabaseKind kind)
{
    private static readonly TimeSpan UntilMidnight = TimeSpan.FromHours(14);

    [Fact]
    public async Task A_version_that_comes_into_force_meanwhile_is_shown_before_it_is_accepted()
    {
        await using var place = new TestPlace(kind);
        await using var site = await SiteAsync(place);
        var newcomer = new Newcomer(site);
        var page = await newcomer.Visitor.OpenAsync("/sign-up/agreement");
        Assert.Contains("privacy 1.0 th", page.Body, StringComparison.Ordinal);

        site.Clock.Advance(UntilMidnight);
        page = await newcomer.AgreeAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(SiteTexts.Of<SignUpTexts>(site, "th", "AcceptVerdict.TextHasChanged"), page.ErrorOf("AcceptPrivacy"));
        Assert.Equal((null, null), (page.Shown("AcceptPrivacy"), page.Shown("AcceptConduct")));
        Assert.Contains("privacy 2.0 th", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("privacy 1.0 th", page.Body, StringComparison.Ordinal);
        Assert.Equal(0, await site.LookAsync(db => db.SignUpJourneys.CountAsync()));

        Assert.Equal("/sign-up/details", (await newcomer.AgreeAsync()).Path);
        var journey = await site.LookAsync(db => db.SignUpJourneys.SingleAsync());
        Assert.Equal(("2.0", "1.0"), (journey.PrivacyVersion, journey.ConductVersion));
    }

    [Fact]
    public async Task Older_versions_stay_readable_and_coming_ones_are_not_yet()
    {
        await using var place = new TestPlace(kind);
        await using var site = await SiteAsync(place);
        var visitor = site.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/privacy?version=2.0")).Status);
        Assert.Contains("privacy 1.0 th", (await visitor.GetAsync("/privacy")).Body, StringComparison.Ordinal);

        site.Clock.Advance(UntilMidnight);
        var current = await visitor.GetAsync("/privacy");
        Assert.Contains("privacy 2.0 th", current.Body, StringComparison.Ordinal);
        var old = current.Document.QuerySelector("a[href='/privacy?version=1.0']");
        Assert.NotNull(old);
        var page = await visitor.GetAsync("/privacy?version=1.0");
        Assert.Contains("privacy 1.0 th", page.Body, StringComparison.Ordinal);
        Assert.Contains(SiteTexts.Of<SharedTexts>(site, "th", "Version.Old"), page.Body, StringComparison.Ordinal);
        await visitor.ReadAsync("en");
        Assert.Equal("/privacy?version=1.0", visitor.Page?.Path);
        Assert.Contains("privacy 1.0 en", visitor.Page?.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/privacy?version=1.1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/conduct?version=2.0")).Status);
    }

    private static async Task<TestSite> SiteAsync(TestPlace place)
    {
        var folder = Path.Combine(place.Folder, "agreements");
        foreach (var (document, version, effective) in new[]
            { ("privacy", "1.0", "2026-11-01"), ("privacy", "2.0", "2026-12-02"), ("conduct", "1.0", "2026-11-01") })
            foreach (var language in (string[])["th", "en"])
            {
                Directory.CreateDirectory(Path.Combine(folder, document));
                await File.WriteAllTextAsync(
                    Path.Combine(folder, document, $"{version}.{language}.md"),
                    $"---\nversion: \"{version}\"\neffective: {effective}\ntitle: {document}\n---\n\n{document} {version} {language} of {{office}}\n");
            }

        return new TestSite(place, ("Agreements:Folder", folder));
    }
}

/// <inheritdoc/>
public sealed class AgreementVersionTestsOnSqlite() : AgreementVersionTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class AgreementVersionTestsOnPostgres() : AgreementVersionTests(DatabaseKind.Postgres);
