using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Officers;

/// <summary>Nobody publishes alone: not by the page, not in two tabs at once, not past the site.</summary>
public abstract class SecondPersonTests(SharedSite shared)
{
    private static int versions = 1;

    private TestSite Site => shared.Site;

    [Fact]
    public async Task Who_drafted_it_finds_no_button_and_is_refused_by_hand()
    {
        var drafting = await Drafting.BeginAsync(Site, Fields());
        await drafting.ProposeAsync();
        var page = await drafting.Drafter.Visitor.GetAsync(drafting.Path);
        Assert.Null(page.Document.QuerySelector("form[action$=Approve]"));
        var (token, seen) = (await drafting.Drafter.Visitor.TokenAsync($"{drafting.Path}?handler=Drop"), (await RowAsync(drafting)).Draft().Digest);
        page = await drafting.Drafter.Visitor.PostAsync($"{drafting.Path}?handler=Approve", ("Seen", seen), ("__RequestVerificationToken", token));
        Assert.Equal(Told(AgreementVerdict.OwnDraft), page.ErrorOf("Decision"));
        Assert.Null((await RowAsync(drafting)).ApprovedAt);
    }

    [Fact]
    public async Task Another_changes_no_word_and_proposes_nothing()
    {
        var drafting = await Drafting.BeginAsync(Site, Fields());
        var other = await Staff.JoinAsync(Site, OfficerRole.DataProtectionOfficer);
        Assert.Equal(drafting.Path, (await other.Visitor.GetAsync($"{drafting.Path}/draft")).Location);
        await other.Visitor.GetAsync("/officers/agreements");
        var (token, seen) = (await other.Visitor.TokenAsync("/officers/sign-out"), (await RowAsync(drafting)).Draft().Digest);
        var page = await other.Visitor.PostAsync($"{drafting.Path}/draft", [.. Fields(), ("Seen", seen), ("__RequestVerificationToken", token)]);
        Assert.Equal(Told(AgreementVerdict.NotYours), page.ErrorOf("Version"));
        page = await other.Visitor.PostAsync($"{drafting.Path}?handler=Propose", ("Seen", seen), ("__RequestVerificationToken", token));
        Assert.Equal(Told(AgreementVerdict.NotYours), page.ErrorOf("Decision"));
        page = await other.Visitor.PostAsync($"{drafting.Path}?handler=Approve", ("Seen", seen), ("__RequestVerificationToken", token));
        Assert.Equal(Told(AgreementVerdict.NotProposed), page.ErrorOf("Decision"));
    }

    [Fact]
    public async Task A_change_after_the_second_person_looked_makes_the_approval_fail()
    {
        var drafting = await Drafting.ProposedAsync(Site, Fields());
        Assert.Equal($"{drafting.Path}?done=Saved", (await drafting.ChangeAsync(("EnglishText", "Slipped in."))).Location);
        Assert.Null((await RowAsync(drafting)).ProposedAt);
        await drafting.ProposeAsync();
        var page = await drafting.ApproveAsync();
        Assert.Equal(Told(AgreementVerdict.ChangedMeanwhile), page.ErrorOf("Decision"));
        Assert.Contains("Slipped in.", page.Body, StringComparison.Ordinal);
        Assert.Null((await RowAsync(drafting)).ApprovedAt);
        Assert.Equal($"{drafting.Path}?done=Published", (await drafting.ApproveAsync()).Location);
    }

    [Fact]
    public async Task Two_tabs_of_the_first_overwrite_nothing_unseen()
    {
        var drafting = await Drafting.BeginAsync(Site, Fields());
        var tab = drafting.Drafter.Visitor.Copy();
        await tab.GetAsync($"{drafting.Path}/draft");
        await drafting.ChangeAsync(("EnglishText", "From the first tab."));
        var page = await tab.SubmitAsync($"{drafting.Path}/draft", ("EnglishText", "From the second tab."));
        Assert.Equal(Told(AgreementVerdict.ChangedMeanwhile), page.ErrorOf("Version"));
        Assert.Equal("From the second tab.", page.Shown("EnglishText"));
        Assert.Equal("From the first tab.", (await RowAsync(drafting)).EnglishText);
        await tab.SubmitAsync($"{drafting.Path}/draft");
        Assert.Equal("From the second tab.", (await RowAsync(drafting)).EnglishText);
    }

    [Fact]
    public async Task Of_a_change_and_an_approval_at_one_instant_one_holds_and_nothing_is_published_unseen()
    {
        for (var round = 0; round < 8; round++)
        {
            var drafting = await Drafting.ProposedAsync(Site, Fields());
            var seen = (await RowAsync(drafting)).Draft().Digest;
            await drafting.Drafter.Visitor.GetAsync($"{drafting.Path}/draft");
            await Task.WhenAll(drafting.ApproveAsync(), drafting.Drafter.Visitor.SubmitAsync($"{drafting.Path}/draft", ("EnglishText", "Slipped in.")));
            var row = await RowAsync(drafting);
            Assert.True(row.ApprovedAt is null != (row.Draft().Digest == seen), $"Round {round}: approved {row.ApprovedAt}, {row.EnglishText}");
            Assert.Equal(row.ApprovedAt is null ? null : seen, row.ApprovedDigest);
        }
    }

    [Fact]
    public async Task Of_many_hands_that_publish_and_decline_at_once_one_does_it_once()
    {
        var drafting = await Drafting.ProposedAsync(Site, Fields());
        var (token, seen) = (await drafting.Second.Visitor.TokenAsync($"{drafting.Path}?handler=Approve"), (await RowAsync(drafting)).Draft().Digest);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(hand => drafting.Second.Visitor.Copy().PostAsync(
            $"{drafting.Path}?handler={(hand % 2 == 0 ? "Approve" : "Drop")}", ("Seen", seen), ("Reason", "ยังไม่ครบถ้วน"), ("__RequestVerificationToken", token))));
        var row = await RowAsync(drafting);
        Assert.True(row.ApprovedAt is null != row.DroppedAt is null, "Both, or neither.");
        var detail = $"privacy {row.Version}";
        Assert.Equal(1, await Site.LookAsync(db => db.AuditEntries.CountAsync(entry => entry.Detail != null && entry.Detail.StartsWith(detail)
            && (entry.Act == AuditAct.AgreementPublished || entry.Act == AuditAct.AgreementDropped))));
    }

    [Fact]
    public async Task Past_the_site_the_database_refuses_it_too()
    {
        var drafting = await Drafting.ProposedAsync(Site, Fields());
        var version = (await RowAsync(drafting)).Version;
        var denied = Assert.ThrowsAny<DbException>(() => Site.Place.OnDatabase(
            $"UPDATE agreement_versions SET approved_by = drafted_by, approved_at = 1, approved_digest = 'x' WHERE version = '{version}'"));
        Assert.Contains("ck_agreement_versions_second_person", denied.Message, StringComparison.Ordinal);
        denied = Assert.ThrowsAny<DbException>(() => Site.Place.OnDatabase($"UPDATE agreement_versions SET approved_at = 1 WHERE version = '{version}'"));
        Assert.Contains("ck_agreement_versions_approved", denied.Message, StringComparison.Ordinal);
        Assert.Null((await RowAsync(drafting)).ApprovedAt);
    }

    [Fact]
    public async Task What_was_declined_stays_so_with_its_reason_and_its_number_is_free()
    {
        var fields = Fields();
        var drafting = await Drafting.ProposedAsync(Site, fields);
        Assert.NotNull((await drafting.Second.Visitor.SubmitAsync($"{drafting.Path}?handler=Drop", ("Reason", " "))).ErrorOf("Reason"));
        var page = await drafting.Second.Visitor.SubmitAndFollowAsync($"{drafting.Path}?handler=Drop", ("Reason", "<b>ข้อ 3</b> ยังไม่ชัด"));
        Assert.Equal($"{drafting.Path}?done=Dropped", page.Path);
        Assert.Contains("&lt;b&gt;ข้อ 3&lt;/b&gt; ยังไม่ชัด", page.Body, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#Decision"));
        Assert.Equal(drafting.Path, (await drafting.Drafter.Visitor.GetAsync($"{drafting.Path}/draft")).Location);
        Assert.NotEqual(drafting.Path, (await Drafting.BeginAsync(Site, fields)).Path);
    }

    [Fact]
    public async Task A_proposal_that_waited_too_long_is_not_published()
    {
        await using var site = new TestSite(shared.Kind);
        var drafting = await Drafting.ProposedAsync(site);
        site.Clock.Advance(TimeSpan.FromHours(13));
        await drafting.Second.SignInAsync();
        await drafting.Second.Visitor.GetAsync(drafting.Path);
        Assert.Equal(Told(AgreementVerdict.TooSoon), (await drafting.ApproveAsync()).ErrorOf("Decision"));
    }

    [Fact]
    public async Task What_was_changed_past_the_site_after_it_was_published_is_not_shown()
    {
        await using var place = new TestPlace(shared.Kind);
        await using (var site = new TestSite(place)) await Drafting.PublishedAsync(site);
        place.OnDatabase("UPDATE agreement_versions SET thai_text = 'ข้อความที่ไม่มีใครอนุมัติ'");
        await using var again = new TestSite(place);
        again.EnsureStarted();
        again.Clock.Advance(TimeSpan.FromHours(14));
        var page = await again.NewVisitor().GetAsync("/privacy");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("ไม่มีใครอนุมัติ", page.Body, StringComparison.Ordinal);
        Assert.Contains(again.Log.Errors, line => line.Contains("not as it was approved", StringComparison.Ordinal));
    }

    // Each test its own number and day: one site serves them all.
    private static (string Name, string? Value)[] Fields()
    {
        var number = Interlocked.Increment(ref versions);
        return [.. Drafting.Fields($"7.{number}").Where(field => field.Name is not ("EffectiveDay" or "EffectiveMonth" or "EffectiveYear")),
            ("EffectiveDay", $"{number % 28 + 1}"), ("EffectiveMonth", $"{number / 28 + 1}"), ("EffectiveYear", "2570")];
    }

    private Task<AgreementVersionRow> RowAsync(Drafting drafting)
    {
        var id = Guid.Parse(drafting.Path.Split('/')[^1]);
        return Site.LookAsync(db => db.AgreementVersions.AsNoTracking().SingleAsync(row => row.Id == id));
    }

    private string Told(AgreementVerdict verdict) => SiteTexts.Of<PublishingTexts>(Site, "th", $"AgreementVerdict.{verdict}");
}

/// <inheritdoc/>
public sealed class SecondPersonTestsOnSqlite(SqliteSite shared) : SecondPersonTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class SecondPersonTestsOnPostgres(PostgresSite shared) : SecondPersonTests(shared), IClassFixture<PostgresSite>;
