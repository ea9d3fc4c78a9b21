using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;

namespace Samachik.Site.Tests.Officers;

/// <summary>One box finds a person by exactly what they tell, and every look is known to them.</summary>
public abstract class FindPeopleTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_member_is_found_by_ID_phone_name_and_reference()
    {
        var member = await Newcomer.MemberAsync(Site);
        var reference = (await Site.InboxAsync(member.Person.Phone))[0].Reference ?? "";
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var id = (await member.Person.MemberAsync(Site))?.Id;
        string[] told =
        [
            member.Person.NationalId, Grouped(member.Person.NationalId), member.Person.Phone, member.Person.E164,
            $"{member.Person.FirstName} {member.Person.LastName}", $"นาย {member.Person.FirstName}  {member.Person.LastName}",
        ];
        foreach (var words in told) Assert.Equal($"/officers/people/{id:D}", (await staff.FindAsync(words)).Path);
        Assert.NotEmpty(reference);
    }

    [Fact]
    public async Task An_unfinished_sign_up_is_found_by_ID_phone_name_and_reference()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var reference = newcomer.Visitor.Page?.Reference ?? "";
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        foreach (var words in (string[])[newcomer.Person.NationalId, newcomer.Person.Phone, $"{newcomer.Person.FirstName} {newcomer.Person.LastName}", reference.ToLowerInvariant()])
            Assert.StartsWith("/officers/people/", (await staff.FindAsync(words)).Path, StringComparison.Ordinal);
        Assert.Contains(reference, staff.Visitor.Page?.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_number_finds_whose_it_is()
    {
        var member = await Newcomer.MemberAsync(Site);
        var asked = Site.NewVisitor();
        await asked.GetAsync("/recovery/help");
        var sent = await asked.SubmitAndFollowAsync(
            "/recovery/help", ("NationalId", member.Person.NationalId), ("Phone", Person.New().Phone), ("Note", "โทรศัพท์หาย"));
        var number = await Site.LookAsync(db => db.HelpRequests.OrderByDescending(row => row.AskedAt).Select(row => row.CaseNumber).FirstAsync());
        Assert.Contains(number, sent.Body, StringComparison.Ordinal);
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var page = await staff.FindAsync(number);
        Assert.StartsWith("/officers/people/", page.Path, StringComparison.Ordinal);
        Assert.Contains("โทรศัพท์หาย", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("081")]
    [InlineData("1101700000130")]
    [InlineData("'; DROP TABLE members; --")]
    [InlineData("")]
    public async Task What_is_none_of_them_is_told_so_and_finds_nobody(string words)
    {
        await Newcomer.MemberAsync(Site);
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var page = await staff.FindAsync(words);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector(".sm-table"));
    }

    [Fact]
    public async Task The_page_shows_nothing_in_clear_until_a_field_is_unmasked_with_a_reason_and_the_member_sees_both()
    {
        var member = await Newcomer.MemberAsync(Site);
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var page = await staff.FindAsync(member.Person.NationalId);
        foreach (var secret in (string[])[member.Person.NationalId, Grouped(member.Person.NationalId), member.Person.Phone, member.Person.LastName])
            Assert.DoesNotContain(secret, page.Body, StringComparison.Ordinal);
        var shown = await staff.Visitor.SubmitAndFollowAsync($"{page.Path}?handler=Unmask", ("field", "Phone"), ("reason", "Case"));
        Assert.Contains($"{member.Person.Phone[..3]}-{member.Person.Phone[3..6]}-{member.Person.Phone[6..]}", shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Grouped(member.Person.NationalId), shown.Body, StringComparison.Ordinal);

        var who = await member.Visitor.GetAsync("/account/who-looked");
        Assert.Equal(2, who.Document.QuerySelectorAll(".sm-timeline__item").Length);
        Assert.DoesNotContain("Call", who.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("LookReason", who.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_s_page_opens_only_to_who_said_why_and_for_half_an_hour()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (one, other) = (await Staff.JoinAsync(Site, OfficerRole.Officer), await Staff.JoinAsync(Site, OfficerRole.Officer));
        var path = (await one.FindAsync(member.Person.NationalId)).Path;
        Assert.Equal("/officers?why", (await other.Visitor.GetAsync(path)).Location);
        for (var i = 0; i < 3; i++)
        {
            Site.Clock.Advance(TimeSpan.FromMinutes(10));
            await one.Visitor.GetAsync("/officers");
        }

        Assert.Equal("/officers?why", (await one.Visitor.GetAsync(path)).Location);
    }

    [Fact]
    public async Task Two_people_of_one_phone_are_listed_masked_and_one_is_opened()
    {
        var first = await Newcomer.MemberAsync(Site);
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        var second = await Newcomer.MemberAsync(Site, Person.New() with { Phone = first.Person.Phone });
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var page = await staff.FindAsync(first.Person.Phone);
        Assert.Equal("/officers", page.Path);
        Assert.Equal(2, page.Document.QuerySelectorAll(".sm-table tbody tr").Length);
        Assert.DoesNotContain(second.Person.LastName, page.Body, StringComparison.Ordinal);
        var opened = await staff.Visitor.SubmitAndFollowAsync("/officers?handler=Open");
        Assert.StartsWith("/officers/people/", opened.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searches_are_counted_alarmed_and_stopped()
    {
        await using var site = new TestSite(shared.Kind, ("Officers:SearchesPerHour", "4"), ("Officers:BulkAlarm", "3"));
        var staff = await Staff.JoinAsync(site, OfficerRole.Officer);
        for (var i = 0; i < 4; i++) Assert.NotNull((await staff.FindAsync(Person.New().NationalId)).Document.GetElementById("results"));
        var refused = await staff.FindAsync(Person.New().NationalId);
        Assert.NotNull(refused.ErrorOf("Query"));
        Assert.Equal(1, await site.LookAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.LookedInBulk)));
        Assert.Equal(4, await site.LookAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.PersonSearched)));
    }

    [Fact]
    public async Task The_codes_of_a_caller_are_read_with_gateway_state_and_reference_and_never_the_code()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var sms = await Site.SmsAsync(newcomer.Person.Phone, newcomer.Visitor.Page?.Reference ?? "");
        var staff = await Staff.JoinAsync(Site, OfficerRole.Officer);
        var page = await Eventually.GetAsync(
            async () => await staff.FindAsync(newcomer.Person.Phone) is { } shown && shown.Body.Contains("Outbox", StringComparison.Ordinal) ? shown : null,
            "the SMS to be told");
        Assert.Contains(sms.Reference ?? "-", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(sms.Code ?? "-", page.Body, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll("section[aria-labelledby=limits] tbody tr"));
    }

    private static string Grouped(string id) => $"{id[0]}-{id[1..5]}-{id[5..10]}-{id[10..12]}-{id[12]}";
}

/// <inheritdoc/>
public sealed class FindPeopleTestsOnSqlite(SqliteSite shared) : FindPeopleTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class FindPeopleTestsOnPostgres(PostgresSite shared) : FindPeopleTests(shared), IClassFixture<PostgresSite>;
