using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignIn;

/// <summary>A version that came into force since the member last accepted is asked for before going on; no more than that.</summary>
public abstract class OwedAgreementTests(DatabaseKind kind)
{
    [Fact]
    public async Task Only_the_new_document_is_asked_for_and_the_text_that_was_shown_is_recorded()
    {
        await using var place = new TestPlace(kind);
        var member = await AtSignInAsync(place, "1.1");
        await using var now = member.Site;
        Assert.Equal("/sign-in/agreement", (await member.GoThroughAsync(returnUrl: "/privacy")).Location);
        var page = await member.Visitor.OpenAsync("/sign-in/agreement");
        Assert.Contains("privacy 1.1 th", page.Body, StringComparison.Ordinal);
        Assert.Null(page.Document.GetElementById("AcceptConduct"));
        Assert.Null(page.Shown("AcceptPrivacy"));
        Assert.False(await member.IsSignedInAsync());

        // Unticked it goes no further; the trail tells nothing yet.
        await member.Visitor.OpenAsync("/sign-in/agreement");
        page = await member.Visitor.SubmitAsync("/sign-in/agreement");
        Assert.Equal((HttpStatusCode.OK, SiteTexts.Of<SharedTexts>(member.Site, "th", "AcceptPrivacy.Missing")), (page.Status, page.ErrorOf("AcceptPrivacy")));
        Assert.Equal("/privacy", (await StandingTests.AcceptAsync(member)).Location);
        Assert.True(await member.IsSignedInAsync());

        var (id, digest) = ((await member.RowAsync()).Id, page.Document.QuerySelector("input[name=PrivacyShown]")?.GetAttribute("value"));
        var rows = await member.Site.LookAsync(db => db.Acceptances.AsNoTracking().Where(row => row.MemberId == id).ToListAsync());
        Assert.Equal(3, rows.Count);
        var accepted = Assert.Single(rows, row => row.Version == "1.1");
        Assert.Equal((digest, member.Site.Clock.GetUtcNow()), (accepted.Digest, accepted.At));
        var entry = await member.Site.LookAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(row => row.Act == AuditAct.AgreementAccepted));
        Assert.Equal((id, "privacy 1.1"), (entry.MemberId, entry.Detail));

        // The next sign-in asks for nothing.
        await member.SignOutAsync();
        await member.SignInAsync();
    }

    [Fact]
    public async Task It_is_shown_and_recorded_in_the_readers_language()
    {
        await using var place = new TestPlace(kind);
        var member = await AtSignInAsync(place, "1.1");
        await using var now = member.Site;
        await member.GoThroughAsync();
        await member.Visitor.OpenAsync("/sign-in/agreement");
        var page = await member.Visitor.ReadAsync("en");
        Assert.Contains("privacy 1.1 en", page.Body, StringComparison.Ordinal);
        Assert.Equal("/account", (await StandingTests.AcceptAsync(member)).Location);
        var row = await member.Site.LookAsync(db => db.Acceptances.AsNoTracking().SingleAsync(accepted => accepted.Version == "1.1"));
        Assert.Equal(Rules.Agreements.ReadingLanguage.English, row.Language);
    }

    [Fact]
    public async Task A_text_that_changes_while_the_page_is_open_is_shown_first()
    {
        await using var place = new TestPlace(kind);
        var member = await AtSignInAsync(place, "1.1");
        await using var now = member.Site;
        await member.GoThroughAsync();
        await member.Visitor.OpenAsync("/sign-in/agreement");
        await WriteAsync(place, "1.2");
        await using var site = SiteOn(place);
        var same = member.On(site);
        await same.Visitor.OpenAsync("/sign-in/agreement");
        var digest = member.Visitor.Page?.Document.QuerySelector("input[name=PrivacyShown]")?.GetAttribute("value");
        var page = await same.Visitor.SubmitAsync("/sign-in/agreement", ("AcceptPrivacy", "true"), ("PrivacyShown", digest));
        Assert.Equal(SiteTexts.Of<SignInTexts>(site, "th", "AcceptOwedVerdict.TextHasChanged"), page.ErrorOf("AcceptPrivacy"));
        Assert.Contains("privacy 1.2 th", page.Body, StringComparison.Ordinal);
        Assert.Null(page.Shown("AcceptPrivacy"));
        Assert.False(await same.IsSignedInAsync());
        await same.Visitor.OpenAsync("/sign-in/agreement");
        Assert.Equal("/account", (await StandingTests.AcceptAsync(same)).Location);
    }

    // A member of version 1.0, at a site where another is in force since; the caller ends it.
    private static async Task<Member> AtSignInAsync(TestPlace place, string version)
    {
        await WriteAsync(place, "1.0");
        await using var before = SiteOn(place);
        var member = await Member.NewAsync(before);
        await WriteAsync(place, version);
        return member.On(SiteOn(place));
    }

    private static TestSite SiteOn(TestPlace place) => new(place, ("Agreements:Folder", Path.Combine(place.Folder, "agreements")));

    private static async Task WriteAsync(TestPlace place, string version)
    {
        foreach (var document in (string[])["privacy", "conduct"])
        {
            var folder = Directory.CreateDirectory(Path.Combine(place.Folder, "agreements", document)).FullName;
            foreach (var language in (string[])["th", "en"])
                if (document == "privacy" || version == "1.0")
                    await File.WriteAllTextAsync(
                        Path.Combine(folder, $"{version}.{language}.md"),
                        $"---\nversion: \"{version}\"\neffective: 2026-11-01\ntitle: {document}\n---\n\n{document} {version} {language} of {{office}}\n");
        }
    }
}

/// <inheritdoc/>
public sealed class OwedAgreementTestsOnSqlite() : OwedAgreementTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class OwedAgreementTestsOnPostgres() : OwedAgreementTests(DatabaseKind.Postgres);
