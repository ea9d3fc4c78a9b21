using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Figures;
using Samachik.Rules.Officers;
using Samachik.Site.Features.Officers.Trail;
using Samachik.Site.Storage;

namespace Samachik.Site.Tests.Officers;

/// <summary>The trail is searched by account, officer, act and day, page by page, and every search stands in it.</summary>
public abstract class TrailSearchTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task An_ID_number_finds_what_happened_to_its_account_and_shows_nothing_of_the_person()
    {
        var member = await Newcomer.MemberAsync(Site);
        var id = await IdAsync(member);
        var staff = await Staff.JoinAsync(Site, OfficerRole.Supervisor);
        var page = await SearchAsync(staff, ("Subject", member.Person.NationalId));
        Assert.Equal(["SignedUp", "SignedIn"], (await ActsOf(page)).Order(StringComparer.Ordinal).Reverse());
        var results = page.Document.GetElementById("results")?.TextContent ?? "";
        Assert.Contains($"{id:D}", results, StringComparison.Ordinal);
        foreach (var secret in (string[])[member.Person.NationalId, member.Person.Phone, member.Person.FirstName, member.Person.LastName])
            Assert.DoesNotContain(secret, results, StringComparison.Ordinal);

        var officer = await staff.IdAsync();
        var entry = await Site.LookAsync(db => db.AuditEntries.SingleAsync(row => row.ActorId == officer && row.Act == AuditAct.TrailSearched));
        Assert.Equal((id, $"NationalId {DaySpan.UpTo(Site.Clock.GetUtcNow())}"), (entry.MemberId, entry.Detail));
        Assert.Contains("ค้นบันทึกการใช้งาน", (await member.Visitor.GetAsync("/account/activity")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_is_found_by_its_id_alone()
    {
        var member = await Newcomer.MemberAsync(Site);
        var id = await IdAsync(member);
        await Site.LookAsync(db => db.Members.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NationalIdHash, (byte[]?)null).SetProperty(row => row.ClosedAt, Site.Clock.GetUtcNow())));
        var staff = await Staff.JoinAsync(Site, OfficerRole.DataProtectionOfficer);
        Assert.NotNull((await SearchAsync(staff, ("Subject", member.Person.NationalId))).ErrorOf("Subject"));
        Assert.Equal(2, (await ActsOf(await SearchAsync(staff, ("Subject", $"{id:D}")))).Count);
        Assert.Equal(2, await Site.LookAsync(async db =>
        {
            var officer = await staff.IdAsync();
            return await db.AuditEntries.CountAsync(row => row.ActorId == officer && row.Act == AuditAct.TrailSearched);
        }));
    }

    [Fact]
    public async Task A_case_number_finds_its_account()
    {
        var member = await Newcomer.MemberAsync(Site);
        var asked = Site.NewVisitor();
        await asked.GetAsync("/recovery/help");
        await asked.SubmitAndFollowAsync("/recovery/help", ("NationalId", member.Person.NationalId), ("Phone", Person.New().Phone), ("Note", "โทรศัพท์หาย"));
        var number = await Site.LookAsync(db => db.HelpRequests.OrderByDescending(row => row.AskedAt).Select(row => row.CaseNumber).FirstAsync());
        var staff = await Staff.JoinAsync(Site, OfficerRole.Supervisor);
        Assert.Contains("SignedUp", await ActsOf(await SearchAsync(staff, ("Subject", number.ToLowerInvariant()))));
    }

    [Fact]
    public async Task An_officer_an_actor_and_an_act_narrow_it()
    {
        var member = await Newcomer.MemberAsync(Site);
        var watched = await Staff.JoinAsync(Site, OfficerRole.Officer);
        await watched.FindAsync(member.Person.NationalId);
        var staff = await Staff.JoinAsync(Site, OfficerRole.Supervisor);
        Assert.Equal(
            ["DataLookedAt", "OfficerJoined", "OfficerSignedIn", "PersonSearched"],
            (await ActsOf(await SearchAsync(staff, ("Number", watched.Number)))).Order(StringComparer.Ordinal));
        Assert.Equal(["PersonSearched"], await ActsOf(await SearchAsync(staff, ("Number", watched.Number), ("Act", "PersonSearched"))));
        Assert.Equal(["DataLookedAt"], await ActsOf(await SearchAsync(staff, ("Subject", member.Person.NationalId), ("Actor", "Officer"), ("Act", "DataLookedAt"))));
        Assert.Contains(watched.Number, staff.Visitor.Page?.Document.GetElementById("results")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Empty(await ActsOf(await SearchAsync(staff, ("Number", watched.Number), ("Actor", "Site"))));
        Assert.NotNull((await SearchAsync(staff, ("Number", "999-999"))).ErrorOf("Number"));
    }

    [Theory]
    [InlineData("From", "31/2/2569")]
    [InlineData("From", "1/12/2026")]
    [InlineData("From", "1/1/2569")]
    [InlineData("To", "1/1/2600")]
    [InlineData("Subject", "1101700000130")]
    [InlineData("Number", "12")]
    public async Task What_is_wrong_is_told_at_its_field_and_nothing_is_searched(string field, string typed)
    {
        var staff = await Staff.JoinAsync(Site, OfficerRole.Supervisor);
        var page = await SearchAsync(staff, (field, typed));
        Assert.Equal([field], page.FieldsInError);
        Assert.Equal(typed, page.Shown(field));
        Assert.Null(page.Document.GetElementById("results"));
        var officer = await staff.IdAsync();
        Assert.False(await Site.LookAsync(db => db.AuditEntries.AnyAsync(row => row.ActorId == officer && row.Act == AuditAct.TrailSearched)));
    }

    [Fact]
    public async Task Who_names_an_account_may_ask_for_years()
    {
        var staff = await Staff.JoinAsync(Site, OfficerRole.Supervisor);
        Assert.Empty((await SearchAsync(staff, ("Subject", $"{Guid.NewGuid():D}"), ("From", "1/1/2560"))).FieldsInError);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await SearchAsync(staff, ("Act", "Everything"))).Status);
    }

    [Fact]
    public async Task Pages_follow_without_a_gap_or_a_double_though_the_trail_grows()
    {
        var account = Guid.NewGuid();
        var ids = await WriteAsync(Site, account, 120);
        var staff = await Staff.JoinAsync(Site, OfficerRole.Supervisor);
        var page = await SearchAsync(staff, ("Subject", $"{account:D}"));
        var seen = Entries(page);
        Assert.Equal(SearchTrail.PageLength, seen.Count);
        await WriteAsync(Site, account, 14); // of the same seconds, so some of them belong to older pages
        while (page.Document.QuerySelector("form[action='/officers/trail?handler=Older']") is not null)
        {
            page = await staff.Visitor.SubmitAsync("/officers/trail?handler=Older");
            seen.AddRange(Entries(page));
        }

        Assert.Equal(ids.AsEnumerable().Reverse(), seen);
        var officer = await staff.IdAsync();
        Assert.Equal(1, await Site.LookAsync(db => db.AuditEntries.CountAsync(row => row.ActorId == officer && row.Act == AuditAct.TrailSearched)));
    }

    [Fact]
    public async Task A_search_goes_on_in_its_own_session_alone()
    {
        var account = Guid.NewGuid();
        await WriteAsync(Site, account, 60);
        var (one, other) = (await Staff.JoinAsync(Site, OfficerRole.Supervisor), await Staff.JoinAsync(Site, OfficerRole.Supervisor));
        await SearchAsync(one, ("Subject", $"{account:D}"));
        var kept = (await one.Visitor.HiddenAsync("/officers/trail?handler=Older")).Single(field => field.Name == "Kept");
        await other.Visitor.GetAsync("/officers/trail");
        var token = await other.Visitor.TokenAsync("/officers/trail");
        var reply = await other.Visitor.PostAsync("/officers/trail?handler=Older", kept, ("__RequestVerificationToken", token));
        Assert.Equal("/officers/trail", reply.Location);
        Assert.DoesNotContain($"{account:D}", kept.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rare_act_is_found_window_by_window()
    {
        var account = Guid.NewGuid();
        await WriteAsync(Site, account, 20);
        var rare = await Site.LookAsync(db => db.AuditEntries.Where(row => row.MemberId == account).OrderBy(row => row.Id).Select(row => row.Id).FirstAsync());
        await Site.LookAsync(db => db.Database.ExecuteSqlAsync($"UPDATE audit_entries SET act = 'Closed' WHERE id = {rare}"));
        var query = new TrailQuery(DaySpan.UpTo(Site.Clock.GetUtcNow()), long.MaxValue) { Member = account, Act = AuditAct.Closed };
        var (pages, found, after) = (0, new List<long>(), (TrailPlace?)null);
        do
        {
            var page = await Site.LookAsync(db => new TrailPages(db, new AuditTable(db)).ReadAsync(query, after, 5, TestContext.Current.CancellationToken, window: 6));
            found.AddRange(page.Entries.Select(entry => entry.Id));
            after = page.Next;
            pages++;
        }
        while (after is not null);
        Assert.Equal([rare], found);
        Assert.Equal(4, pages);
        Assert.Equal(new TrailCount(1, true), await Site.LookAsync(db => new TrailPages(db, new AuditTable(db)).CountAsync(query, 9, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task An_entry_that_was_tampered_with_is_shown_by_its_own_words()
    {
        var account = Guid.NewGuid();
        var id = (await WriteAsync(Site, account, 1))[0];
        await Site.LookAsync(db => db.Database.ExecuteSqlAsync($"UPDATE audit_entries SET act = 'Whatever', actor = 'Ghost' WHERE id = {id}"));
        var page = await SearchAsync(await Staff.JoinAsync(Site, OfficerRole.Supervisor), ("Subject", $"{account:D}"));
        Assert.Contains("Whatever โดยGhost", page.Document.GetElementById("results")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searches_by_ID_number_count_among_searches_for_people()
    {
        await using var site = new TestSite(shared.Kind, ("Officers:SearchesPerHour", "2"), ("Officers:BulkAlarm", "2"));
        var staff = await Staff.JoinAsync(site, OfficerRole.Supervisor);
        for (var i = 0; i < 3; i++) Assert.NotNull((await SearchAsync(staff, ("Subject", Person.New().NationalId))).ErrorOf("Subject"));
        Assert.Equal(2, await site.LookAsync(db => db.AuditEntries.CountAsync(row => row.Act == AuditAct.TrailSearched)));
        Assert.Equal(1, await site.LookAsync(db => db.AuditEntries.CountAsync(row => row.Act == AuditAct.LookedInBulk)));
        Assert.NotNull((await SearchAsync(staff, ("Subject", $"{Guid.NewGuid():D}"))).Document.GetElementById("results"));
    }

    /// <summary>Searches with some fields filled in.</summary>
    internal static async Task<Reply> SearchAsync(Staff staff, params (string Name, string? Value)[] fields)
    {
        await staff.Visitor.GetAsync("/officers/trail");
        return await staff.Visitor.SubmitAsync("/officers/trail", fields);
    }

    /// <summary>Writes entries about an account that is nobody's; their ids.</summary>
    internal static Task<List<long>> WriteAsync(TestSite site, Guid account, int count, string? detail = null) => site.LookAsync(async db =>
    {
        var highest = await db.AuditEntries.MaxAsync(row => (long?)row.Id) ?? 0;
        for (var i = 0; i < count; i++)
            site.Service<AuditTrail>().Add(db, AuditAct.SignedIn, account, [1, 2], site.Clock.GetUtcNow().AddSeconds(-i % 7), detail: detail ?? $"{i}");
        Assert.Equal(SaveVerdict.Saved, await db.SaveActAsync());
        return await db.AuditEntries.Where(row => row.MemberId == account && row.Id > highest).OrderBy(row => row.At).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync();
    });

    private static List<long> Entries(Reply page) =>
        [.. page.Document.QuerySelectorAll("[data-entry]").Select(item => long.Parse(item.GetAttribute("data-entry") ?? "", CultureInfo.InvariantCulture))];

    private Task<List<string>> ActsOf(Reply page)
    {
        var ids = Entries(page);
        Assert.NotNull(page.Document.GetElementById("results"));
        return Site.LookAsync(async db => (await db.AuditEntries.Where(row => ids.Contains(row.Id)).Select(row => row.Act).ToListAsync()).ConvertAll(act => $"{act}"));
    }

    private async Task<Guid?> IdAsync(Newcomer member) => (await member.Person.MemberAsync(Site))?.Id;
}

/// <inheritdoc/>
public sealed class TrailSearchTestsOnSqlite(SqliteSite shared) : TrailSearchTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class TrailSearchTestsOnPostgres(PostgresSite shared) : TrailSearchTests(shared), IClassFixture<PostgresSite>;
