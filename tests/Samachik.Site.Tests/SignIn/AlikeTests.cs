using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignIn;

/// <summary>An ID number without an account, with a closed one, and with a wrong password: nobody sees which it is.</summary>
public abstract partial class AlikeTests(SharedSite shared)
{
    private const string Wrong = "notTheRightOne1";

    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task Twenty_failures_in_a_row_answer_alike(string language)
    {
        var wrong = await TraceAsync((await Member.NewAsync(Site)).Person, language);
        var unknown = await TraceAsync(Person.New(), language);
        var closed = await TraceAsync((await ClosedAsync()).Person, language);
        var overdue = await TraceAsync((await OverdueAsync()).Person, language);
        var frozen = await TraceAsync((await InStateAsync(row => row.FrozenAt = TestSite.Start)).Person, language);
        var suspended = await TraceAsync((await InStateAsync(row => row.SuspendedAt = TestSite.Start)).Person, language);
        Assert.Equal(wrong.Count, unknown.Count);
        for (var i = 0; i < wrong.Count; i++)
        {
            Assert.Equal(wrong[i], unknown[i]);
            Assert.Equal(wrong[i], closed[i]);
            Assert.Equal(wrong[i], overdue[i]);
            Assert.Equal(wrong[i], frozen[i]);
            Assert.Equal(wrong[i], suspended[i]);
        }

        Assert.Contains(wrong, answer => answer.Contains(SiteTexts.Of<SignInTexts>(Site, language, "SignInVerdict.Wrong"), StringComparison.Ordinal));
        Assert.Contains(wrong, answer => answer.Contains(
            SiteTexts.Of<SignInTexts>(Site, language, "SignInVerdict.Slowed", language == "th" ? "30 วินาที" : "30 seconds"),
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_disabling_answers_alike_too()
    {
        await using var site = new TestSite(shared.Kind, ("SignIn:MostInARow", "7"), ("SignIn:FreeTries", "100"));
        var wrong = await TraceAsync(site, (await Member.NewAsync(site)).Person, 10);
        var unknown = await TraceAsync(site, Person.New(), 10);
        Assert.Equal(wrong, unknown);
        Assert.Equal(4, wrong.Count(answer => answer.Contains("id=\"password-disabled\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_failure_writes_the_same()
    {
        var (member, closed) = (await Member.NewAsync(Site), await ClosedAsync());
        var id = (await member.RowAsync()).Id;

        // Other tests let time pass: what is due is removed now, and not between two counts.
        await Site.Hosted<Housekeeping>().TidyAsync(TestContext.Current.CancellationToken);
        foreach (var person in (Person[])[member.Person, closed.Person, Person.New()])
        {
            var before = await CountsAsync();
            await new Member(Site, person).GiveCredentialsAsync(Wrong);
            var after = await CountsAsync();
            Assert.Equal((before.Attempts + 2, before.Trail + 1, before.Others), after);
            var last = await Site.LookAsync(db => db.AuditEntries.AsNoTracking().OrderBy(row => row.Id).LastAsync());
            Assert.Equal((AuditAct.SignInFailed, AuditActor.Stranger), (last.Act, last.Actor));
            Assert.Equal(person == member.Person ? id : null, last.MemberId);
        }
    }

    [Fact]
    public async Task The_right_password_of_a_closed_account_is_wrong()
    {
        foreach (var member in (Member[])[await ClosedAsync(), await OverdueAsync()])
        {
            var page = await member.GiveCredentialsAsync();
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(SiteTexts.Of<SignInTexts>(Site, "th", "SignInVerdict.Wrong"), page.ErrorOf("NationalId"));
        }
    }

    [Fact]
    public async Task Nothing_typed_at_a_failure_is_written_in_clear()
    {
        var person = Person.New();
        await new Member(Site, person).GiveCredentialsAsync("PasswordThatIsNowhere77");
        Assert.DoesNotContain(Site.Log.Lines, line => line.Contains(person.NationalId, StringComparison.Ordinal)
            || line.Contains("PasswordThatIsNowhere77", StringComparison.Ordinal));
    }

    // What a stranger sees of twenty wrong tries, the waits between them included; and of the pages that follow a right one.
    private Task<List<string>> TraceAsync(Person person, string language) => TraceAsync(Site, person, 20, language, stepsAfter: true);

    private static async Task<List<string>> TraceAsync(
        TestSite site, Person person, int tries, string language = "th", bool stepsAfter = false)
    {
        var member = new Member(site, person);
        await member.Visitor.OpenAsync("/sign-in");
        if (language == "en") await member.Visitor.ReadAsync("en");
        var trace = new List<string>();
        member.Visitor.Received += reply => trace.Add(Normalised(reply, person));
        for (var i = 0; i < tries; i++)
        {
            await member.Visitor.SubmitAsync("/sign-in", ("NationalId", person.NationalId), ("Password", $"{Wrong}{i.ToString(CultureInfo.InvariantCulture)}"));
            if (i % 3 == 2) site.Clock.Advance(TimeSpan.FromSeconds(31));
        }

        if (!stepsAfter) return trace;
        foreach (var step in (string[])["code", "agreement", "frozen", "suspended", "returning"]) await member.Visitor.OpenAsync($"/sign-in/{step}");
        return trace;
    }

    private static string Normalised(Reply reply, Person person)
    {
        var headers = reply.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => header.Key == "Set-Cookie"
                ? "Set-Cookie: " + CookieValue().Replace(header.Value, "=*;") : $"{header.Key}: {header.Value}");
        var grouped = person.NationalId;
        grouped = $"{grouped[..1]}-{grouped[1..5]}-{grouped[5..10]}-{grouped[10..12]}-{grouped[12..]}";
        var body = Token().Replace(reply.Body, "*").Replace(grouped, "*", StringComparison.Ordinal);
        return $"{reply.Path} {reply.Status}\n{string.Join('\n', headers)}\n{body}";
    }

    private Task<Member> ClosedAsync() => InStateAsync(row => (row.ClosedAt, row.NationalIdHash) = (Site.Clock.GetUtcNow(), null));

    // Its thirty days are over, and nobody has come yet to close it.
    private Task<Member> OverdueAsync() => InStateAsync(row => row.ClosingAt = Site.Clock.GetUtcNow() - TimeSpan.FromDays(30));

    private async Task<Member> InStateAsync(Action<MemberRow> change)
    {
        var member = await Member.NewAsync(Site);
        await member.ChangeAsync(change);
        return member;
    }

    private Task<(int Attempts, int Trail, (int, int, int, int, int) Others)> CountsAsync() => Site.LookAsync(async db => (
        await db.SignInAttempts.CountAsync(), await db.AuditEntries.CountAsync(), (
            await db.MemberJourneys.CountAsync(), await db.MemberSessions.CountAsync(), await db.CodeChallenges.CountAsync(),
            await db.OutgoingMessages.CountAsync(), await db.Disavowals.CountAsync())));

    [GeneratedRegex("=[^;]*;")]
    private static partial Regex CookieValue();

    [GeneratedRegex("(?<=name=\"(?:__RequestVerificationToken\" type=\"hidden|FormStamp)\" value=\")[^\"]*")]
    private static partial Regex Token();
}

/// <inheritdoc/>
public sealed class AlikeTestsOnSqlite(SqliteSite shared) : AlikeTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class AlikeTestsOnPostgres(PostgresSite shared) : AlikeTests(shared), IClassFixture<PostgresSite>;
