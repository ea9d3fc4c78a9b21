using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Texts;
using Samachik.Site.Tests.SignIn;

namespace Samachik.Site.Tests.Officers;

/// <summary>A version of an agreement from the first word in the console to the member who is asked for it.</summary>
public abstract class PublishingTests(DatabaseKind kind)
{
    private static readonly TimeSpan UntilMidnight = TimeSpan.FromHours(14);

    [Fact]
    public async Task It_is_drafted_published_by_another_and_asked_for_from_its_day_on_by_every_node()
    {
        await using var place = new TestPlace(kind);
        var gateway = new RecordingGateway(); // one for both nodes: either's worker may take a message of the other's
        await using var site = new TestSite(place) { Gateway = gateway };
        await using var other = new TestSite(place) { Gateway = gateway };
        site.EnsureStarted();
        other.EnsureStarted();
        var member = await Member.NewAsync(site);
        var drafting = await Drafting.ProposedAsync(site);
        var page = drafting.Second.Visitor.Page;
        Assert.Contains("ข้อความใหม่ของเรา", page?.Document.QuerySelector("#lines-th ins")?.ParentElement?.ParentElement?.TextContent, StringComparison.Ordinal);
        Assert.Contains(SiteTexts.Of<PublishingTexts>(site, "th", "Changes.Removed"), page?.Document.QuerySelector("#lines-th del")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("หัวข้อ", page?.Document.QuerySelector("[lang=th] .sm-prose h2")?.TextContent);
        Assert.Equal("Heading", page?.Document.QuerySelector("[lang=en] .sm-prose h2")?.TextContent);
        Assert.Equal($"{drafting.Path}?done=Published", (await drafting.ApproveAsync()).Location);

        // Not before its day, and nobody is asked yet.
        Assert.Equal(HttpStatusCode.NotFound, (await site.NewVisitor().GetAsync("/privacy?version=1.1")).Status);
        await member.SignInAsync();
        await member.SignOutAsync();

        site.Clock.Advance(UntilMidnight);
        other.Clock.Advance(UntilMidnight);
        Assert.Contains("ข้อความใหม่ของเรา", (await site.NewVisitor().GetAsync("/privacy")).Body, StringComparison.Ordinal);
        await Eventually.TrueAsync(
            async () =>
            {
                other.Clock.Advance(TimeSpan.FromSeconds(1));
                return (await other.NewVisitor().GetAsync("/privacy")).Body.Contains("ข้อความใหม่ของเรา", StringComparison.Ordinal);
            },
            "the other node to show it");
        Assert.DoesNotContain("ข้อความใหม่ของเรา", (await other.NewVisitor().GetAsync("/privacy?version=1.0")).Body, StringComparison.Ordinal);
        foreach (var node in (TestSite[])[site, other])
            Assert.Contains("ข้อความใหม่ของเรา", (await node.NewVisitor().GetAsync("/sign-up/agreement")).Body, StringComparison.Ordinal);

        var there = member.On(other);
        Assert.Equal("/sign-in/agreement", (await there.GoThroughAsync()).Location);
        page = await there.Visitor.OpenAsync("/sign-in/agreement");
        Assert.Contains("ข้อความใหม่ของเรา", page.Body, StringComparison.Ordinal);
        Assert.Null(page.Document.GetElementById("AcceptConduct"));
        Assert.Equal("/account", (await StandingTests.AcceptAsync(there)).Location);
        var mine = await there.Visitor.GetAsync("/account/agreements");
        Assert.NotNull(mine.Document.QuerySelector("a[href='/privacy?version=1.1']"));
        Assert.Contains(page.Document.QuerySelector("input[name=PrivacyShown]")?.GetAttribute("value") ?? "-", mine.Body, StringComparison.Ordinal);
        Assert.Equal("/sign-up/done", (await (await Newcomer.AtCodeAsync(site)).ProvePhoneAsync()).Path);
        Assert.Empty(site.Log.Errors.Concat(other.Log.Errors));
    }

    [Fact]
    public async Task The_trail_tells_who_did_what_with_the_digest_and_a_restart_forgets_nothing()
    {
        await using var place = new TestPlace(kind);
        await using (var site = new TestSite(place))
        {
            var drafting = await Drafting.PublishedAsync(site);
            var (one, two) = (await drafting.Drafter.IdAsync(), await drafting.Second.IdAsync());
            var entries = await site.LookAsync(db => db.AuditEntries.AsNoTracking()
                .Where(entry => entry.Act == AuditAct.AgreementDrafted || entry.Act == AuditAct.AgreementPublished).OrderBy(entry => entry.Id).ToListAsync());
            var row = await site.LookAsync(db => db.AgreementVersions.SingleAsync());
            Assert.Equal(
                [(AuditAct.AgreementDrafted, one, "privacy 1.1 draft"), (AuditAct.AgreementDrafted, one, "privacy 1.1 proposed"), (AuditAct.AgreementPublished, two, $"privacy 1.1 {row.ApprovedDigest}")],
                entries.Select(entry => (entry.Act, entry.ActorId ?? default, entry.Detail ?? "")));
            Assert.Equal((one, two), (row.DraftedBy, row.ApprovedBy));
        }

        await using var again = new TestSite(place);
        again.EnsureStarted();
        again.Clock.Advance(UntilMidnight);
        Assert.Contains("ข้อความใหม่ของเรา", (await again.NewVisitor().GetAsync("/privacy")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_typed_is_lost_on_an_error()
    {
        await using var site = new TestSite(kind);
        var staff = await Staff.JoinAsync(site, OfficerRole.DataProtectionOfficer);
        var begun = await staff.Visitor.GetAsync("/officers/agreements/new?document=Conduct");
        Assert.Equal(site.Service<AgreementTexts>().Current(Rules.Agreements.AgreementDocument.Conduct, Rules.Agreements.ReadingLanguage.Thai).Agreement.Text, begun.Shown("ThaiText"));
        var page = await staff.Visitor.SubmitAsync(
            "/officers/agreements/new", ("Version", "หนึ่ง"), ("EffectiveDay", "1"), ("EffectiveMonth", "12"), ("EffectiveYear", "2569"), ("ThaiTitle", "ชื่อที่พิมพ์"),
            ("ThaiText", "ข้อความที่พิมพ์"), ("EnglishTitle", ""), ("EnglishText", "typed words"));
        Assert.Equal(["Version", "EffectiveDay", "EnglishTitle"], page.FieldsInError);
        Assert.Equal(page.FieldsInError.Select(field => $"#{field}"), page.Summary.Select(link => link.Href));
        Assert.Equal(
            ("หนึ่ง", "1", "12", "2569", "ชื่อที่พิมพ์", "ข้อความที่พิมพ์", "typed words"),
            (page.Shown("Version"), page.Shown("EffectiveDay"), page.Shown("EffectiveMonth"), page.Shown("EffectiveYear"), page.Shown("ThaiTitle"), page.Shown("ThaiText"), page.Shown("EnglishText")));
        var saved = await staff.Visitor.SubmitAndFollowAsync(
            "/officers/agreements/new", ("Version", "1.1"), ("EffectiveDay", "2"), ("EnglishTitle", "Rules"));
        Assert.EndsWith("?done=Saved", saved.Path, StringComparison.Ordinal);
        Assert.Contains("กติกาสมาชิก", saved.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_texts_fit_the_form_as_browsers_send_it()
    {
        await using var site = new TestSite(kind);
        var staff = await Staff.JoinAsync(site, OfficerRole.DataProtectionOfficer);
        var page = await staff.Visitor.GetAsync("/officers/agreements/new");
        Assert.Equal("multipart/form-data", page.Document.QuerySelector("form[action='/officers/agreements/new']")?.GetAttribute("enctype"));
        var longest = new string('ก', Rules.Agreements.AgreementDraft.MaxText);
        (string Name, string? Value)[] fields =
        [
            .. Drafting.Fields().Where(field => !field.Name.EndsWith("Text", StringComparison.Ordinal)), ("ThaiText", longest), ("EnglishText", longest),
            ("Document", "Privacy"), ("__RequestVerificationToken", await staff.Visitor.TokenAsync("/officers/agreements/new")),
        ];
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value ?? ""), $"\"{name}\"");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/officers/agreements/new")) { Content = form };
        var saved = await staff.Visitor.SendAsync(request);
        Assert.EndsWith("?done=Saved", saved.Location, StringComparison.Ordinal);
        Assert.Equal(longest, await site.LookAsync(db => db.AgreementVersions.Select(row => row.ThaiText).SingleAsync()));
    }

    [Fact]
    public async Task HTML_in_a_draft_is_shown_as_typed()
    {
        await using var site = new TestSite(kind);
        var drafting = await Drafting.ProposedAsync(site, Drafting.Fields(words: "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1))"));
        var page = drafting.Second.Visitor.Page?.Document;
        Assert.Null(page?.QuerySelector("main script, main img"));
        Assert.Contains("<script>alert(1)</script>", page?.QuerySelector("[lang=th] .sm-prose")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page?.QuerySelector("#lines-th")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_and_a_day_belong_to_one_version()
    {
        await using var site = new TestSite(kind);
        var drafting = await Drafting.PublishedAsync(site);
        foreach (var version in (string[])["1.0", "1.1"])
        {
            await drafting.Drafter.Visitor.GetAsync("/officers/agreements/new");
            Assert.Equal(
                SiteTexts.Of<PublishingTexts>(site, "th", "AgreementVerdict.VersionTaken"),
                (await drafting.Drafter.Visitor.SubmitAsync("/officers/agreements/new", Drafting.Fields(version, day: "3"))).ErrorOf("Version"));
        }

        Assert.Equal(
            SiteTexts.Of<PublishingTexts>(site, "th", "AgreementVerdict.DayTaken"),
            (await drafting.Drafter.Visitor.SubmitAsync("/officers/agreements/new", Drafting.Fields("1.2"))).ErrorOf("EffectiveDay"));
        var list = await drafting.Drafter.Visitor.GetAsync("/officers/agreements");
        Assert.Equal(2, list.Document.QuerySelectorAll("section[aria-labelledby=document-Privacy] tbody tr").Length);
    }
}

/// <inheritdoc/>
public sealed class PublishingTestsOnSqlite() : PublishingTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class PublishingTestsOnPostgres() : PublishingTests(DatabaseKind.Postgres);
