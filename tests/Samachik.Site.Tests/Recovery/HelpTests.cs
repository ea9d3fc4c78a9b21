using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Recovery;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Recovery;

/// <summary>A request for an officer: its number, its limits, and nothing that it tells of anybody.</summary>
public abstract class HelpTests(SharedSite shared)
{
    private static int networks;

    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task A_request_gets_a_number_that_this_browser_and_no_other_sees(string language)
    {
        var (person, visitor) = (Person.New(), NewVisitor());
        await visitor.OpenAsync("/");
        if (language == "en") await visitor.ReadAsync("en");
        var page = await AskAsync(visitor, person, "โทรตอนบ่าย\r\n<b>ขอบคุณ</b>");
        Assert.Equal((HttpStatusCode.OK, "/recovery/help/sent"), (page.Status, page.Path));
        var shown = page.Document.GetElementById("case-number")?.TextContent;
        Assert.True(CaseNumber.TryParse(shown, out var number));
        Assert.Equal(shown, number.Text);
        Assert.NotNull(page.Document.QuerySelector("main a[href='tel:1506']"));
        Assert.Equal(shown, (await visitor.OpenAsync("/recovery/help/sent")).Document.GetElementById("case-number")?.TextContent);
        Assert.Equal("/recovery/help", (await NewVisitor().OpenAsync("/recovery/help/sent")).Path);

        var row = await RowAsync(number);
        var cipher = Site.Service<FieldCipher>();
        Assert.Equal(person.NationalId, cipher.Open(row.NationalIdCipher, "help_requests.national_id", row.Id));
        Assert.Equal(person.E164, cipher.Open(row.PhoneCipher, "help_requests.phone", row.Id));
        Assert.Equal("โทรตอนบ่าย\n<b>ขอบคุณ</b>", cipher.Open(row.NoteCipher ?? [], "help_requests.note", row.Id));
        Assert.Equal(language, Rules.Agreements.LanguageTag.Of(row.Language));
        Assert.Equal(Site.Clock.GetUtcNow(), row.AskedAt);
        var entry = Assert.Single(await Site.LookAsync(db => db.AuditEntries.Where(one => one.Detail == number.Text).ToListAsync()));
        Assert.Equal((AuditAct.HelpAsked, AuditActor.Stranger, null), (entry.Act, entry.Actor, entry.MemberId));
    }

    [Fact]
    public async Task An_ID_number_with_an_account_is_answered_like_one_without()
    {
        var member = await Newcomer.MemberAsync(Site);
        var before = await Site.AccountAsync(member.Person);
        foreach (var person in (Person[])[member.Person, Person.New()])
            Assert.Equal("/recovery/help/sent", (await AskAsync(NewVisitor(), person)).Path);
        Assert.Equivalent(before, await Site.AccountAsync(member.Person));
        Assert.Empty(await Site.NoticesAsync(member.Person.Phone));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_what_was_typed_stays()
    {
        var visitor = NewVisitor();
        var page = await visitor.SubmitAsync(
            "/recovery/help", ("NationalId", "123"), ("Phone", "029562400"), ("Note", "\n" + new string('ก', 501)));
        Assert.Equal(["NationalId", "Phone", "Note"], page.FieldsInError);
        Assert.Equal(Text("HelpNoteFlaw.TooLong", 500), page.ErrorOf("Note"));
        Assert.Equal(("123", "029562400"), (page.Shown("NationalId"), page.Shown("Phone")));
        Assert.Equal("\n" + new string('ก', 501), page.Shown("Note")?.ReplaceLineEndings("\n"));
        page = await visitor.SubmitAsync("/recovery/help", ("Note", "a\u202eb"));
        Assert.Equal(Text("HelpNoteFlaw.OtherCharacters"), page.ErrorOf("Note"));
        Assert.DoesNotContain("samachik-help-request", visitor.Cookies.Keys);
    }

    [Fact]
    public async Task Three_a_day_are_an_ID_numbers_and_the_fourth_is_told_kindly()
    {
        var person = Person.New();
        for (var i = 0; i < 3; i++) Assert.Equal("/recovery/help/sent", (await AskAsync(NewVisitor(), person)).Path);
        var visitor = NewVisitor();
        var page = await AskAsync(visitor, person, "ด่วน");
        Assert.Equal((HttpStatusCode.OK, "/recovery/help"), (page.Status, page.Path));
        Assert.Contains(Text("AskHelpVerdict.TooManyForId"), page.Body, StringComparison.Ordinal);
        Assert.Equal("ด่วน", page.Shown("Note"));
        Assert.Equal("/recovery/help/sent", (await AskAsync(visitor, Person.New())).Path);
        Site.Clock.Leap(TimeSpan.FromDays(1));
        Assert.Equal("/recovery/help/sent", (await AskAsync(NewVisitor(), person)).Path);
    }

    [Fact]
    public async Task Twenty_a_day_are_a_networks()
    {
        var from = $"10.77.{Interlocked.Increment(ref networks)}.9";
        for (var i = 0; i < 20; i++)
            Assert.Equal("/recovery/help/sent", (await AskAsync(new Visitor(Site) { From = from }, Person.New())).Path);
        var person = Person.New();
        var page = await AskAsync(new Visitor(Site) { From = from }, person);
        Assert.Contains(Text("AskHelpVerdict.TooManyFromNetwork"), page.Body, StringComparison.Ordinal);

        // What was refused is not counted for the ID number.
        for (var i = 0; i < 3; i++) Assert.Equal("/recovery/help/sent", (await AskAsync(NewVisitor(), person)).Path);
    }

    [Fact]
    public async Task Another_browsers_cookie_or_a_forged_one_shows_nothing()
    {
        var visitor = NewVisitor();
        await AskAsync(visitor, Person.New());
        var cookie = visitor.Cookies["samachik-help-request"];
        visitor.Cookies["samachik-help-request"] = cookie[..^9] + (cookie[^9] == 'A' ? 'B' : 'A') + cookie[^8..];
        Assert.Equal("/recovery/help", (await visitor.OpenAsync("/recovery/help/sent")).Path);
        var returner = await Returner.AtCodeAsync(Site, Person.New());
        visitor.Cookies["samachik-help-request"] = returner.Visitor.Cookies["samachik-recovery"];
        Assert.Equal("/recovery/help", (await visitor.OpenAsync("/recovery/help/sent")).Path);
    }

    // Each on a network of its own, so that no test uses up another's.
    private Visitor NewVisitor() => new(Site) { From = $"10.78.{Interlocked.Increment(ref networks) % 250}.1" };

    private static Task<Reply> AskAsync(Visitor visitor, Person person, string? note = null) => visitor.SubmitAndFollowAsync(
        "/recovery/help", ("NationalId", person.NationalId), ("Phone", person.Phone), ("Note", note));

    private Task<HelpRequestRow> RowAsync(CaseNumber number) =>
        Site.LookAsync(db => db.HelpRequests.AsNoTracking().SingleAsync(row => row.CaseNumber == number.Text));

    private string Text(string key, params object[] arguments) => SiteTexts.Of<RecoveryTexts>(Site, "th", key, arguments);
}

/// <inheritdoc/>
public sealed class HelpTestsOnSqlite(SqliteSite shared) : HelpTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class HelpTestsOnPostgres(PostgresSite shared) : HelpTests(shared), IClassFixture<PostgresSite>;
