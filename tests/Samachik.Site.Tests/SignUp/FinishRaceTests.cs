using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;

namespace Samachik.Site.Tests.SignUp;

/// <summary>Many hands at one instant: one account, one session, exact counters, and nobody meets a broken page.</summary>
[Trait("Category", "Race")]
public abstract class FinishRaceTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task Fifty_browsers_finish_the_same_ID_at_once_and_one_gets_it()
    {
        // Ten codes a day are all that an ID has; here it has enough for all.
        await using var site = new TestSite(shared.Kind, ("PhoneCodes:SendsPerIdPerDay", "1000"));
        var id = Person.New().NationalId;
        var ready = new List<(Newcomer Newcomer, string Code, string Token)>();
        for (var i = 0; i < 50; i++)
        {
            var newcomer = await Newcomer.AtCodeAsync(site, Person.New() with { NationalId = id });
            ready.Add((newcomer, await newcomer.CodeAsync(), await newcomer.Visitor.TokenAsync("/sign-up/phone-code")));
        }

        var replies = await Task.WhenAll(ready.Select(one => one.Newcomer.Visitor.PostAsync(
            "/sign-up/phone-code", ("Code", one.Code), ("__RequestVerificationToken", one.Token))));
        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.Found, reply.Status));
        Assert.Equal(1, replies.Count(reply => reply.Location == "/sign-up/done"));
        Assert.Equal(49, replies.Count(reply => reply.Location == "/sign-up/registered"));

        var member = await ready[0].Newcomer.Person.MemberAsync(site);
        Assert.NotNull(member);
        Assert.Equal((1, 2, 1, 49), await site.LookAsync(async db => (
            await db.MemberSessions.CountAsync(row => row.MemberId == member.Id),
            await db.Acceptances.CountAsync(row => row.MemberId == member.Id),
            await db.AuditEntries.CountAsync(row => row.MemberId == member.Id && row.Act == AuditAct.SignedUp),
            await db.AuditEntries.CountAsync(row => row.MemberId == member.Id && row.Act == AuditAct.SignUpFoundRegistered))));
        Assert.Empty(site.Log.Errors);
    }

    [Fact]
    public async Task A_hundred_right_codes_of_one_journey_make_one_account_and_one_session()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var code = await newcomer.CodeAsync();
        var replies = await HundredAsync(newcomer, code);
        Assert.All(replies, reply => Assert.True((int)reply.Status < 500, $"{reply.Status}"));
        Assert.Contains(replies, reply => reply.Location == "/sign-up/done");
        var member = await newcomer.Person.MemberAsync(Site);
        Assert.NotNull(member);
        Assert.Equal((1, 2), await Site.LookAsync(async db => (
            await db.MemberSessions.CountAsync(row => row.MemberId == member.Id),
            await db.Acceptances.CountAsync(row => row.MemberId == member.Id))));
        Assert.Equal("/sign-up/done", (await newcomer.Visitor.OpenAsync("/sign-up")).Path);
        Assert.Empty(Site.Log.Errors);
    }

    [Fact]
    public async Task Of_a_hundred_wrong_codes_five_are_compared_and_the_counter_is_exact()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var before = await newcomer.ChallengeAsync();
        var code = await newcomer.CodeAsync();
        var phone = newcomer.Person.Phone;
        var replies = await HundredAsync(newcomer, code == "111111" ? "222222" : "111111");
        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.Status));

        // Four were told how many tries are left; to the fifth and all after it the codes were dead.
        var told = replies.Select(reply => reply.ErrorOf("Code")).ToList();
        foreach (var left in Enumerable.Range(1, 4))
            Assert.Single(told, SiteTexts.Of<Texts.PhoneCodeTexts>(Site, "th", "CodeVerdict.Wrong", left));
        Assert.Equal(96, told.Count(text => text == SiteTexts.Of<Texts.PhoneCodeTexts>(Site, "th", "CodeVerdict.TooManyTries")));

        var sent = await Site.LookAsync(db => db.CodeChallenges.AsNoTracking().SingleAsync(row => row.Id == before.Id));
        var journey = await Site.LookAsync(db => db.SignUpJourneys.AsNoTracking().SingleAsync(row => row.Id == sent.SignUpJourneyId));
        Assert.NotNull(sent.WithdrawnAt);
        Assert.Equal(5, journey.WrongTries);
        Assert.Equal("/sign-up/phone-code", (await newcomer.TypeCodeAsync(code)).Path);

        // Five of the phone's twenty are used, not a hundred: three more journeys have all their tries.
        for (var i = 0; i < 3; i++)
        {
            var next = await Newcomer.AtCodeAsync(Site, Person.New() with { Phone = phone });
            for (var j = 0; j < 5; j++) await next.TypeWrongCodeAsync();
            Assert.Equal(SiteTexts.Of<Texts.PhoneCodeTexts>(Site, "th", "CodeVerdict.TooManyTries"), next.Visitor.Page?.ErrorOf("Code"));
        }
    }

    [Fact]
    public async Task Thirty_resends_at_once_send_one_code()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        var hidden = await newcomer.Visitor.HiddenAsync("/sign-up/phone-code?handler=Resend");
        var replies = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => newcomer.Visitor.PostAsync(
            "/sign-up/phone-code?handler=Resend", hidden)));
        Assert.All(replies, reply => Assert.True((int)reply.Status < 400, $"{reply.Status}"));
        await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
        await newcomer.CodeAsync();
        Assert.Equal(2, await Site.ArrivedAsync(newcomer.Person.Phone, 2));
    }

    [Fact]
    public async Task Thirty_browsers_asking_for_one_phone_at_once_get_five_codes()
    {
        var phone = Person.New().Phone;
        var ready = new List<(Newcomer Newcomer, (string, string?)[] Hidden)>();
        for (var i = 0; i < 30; i++)
        {
            var newcomer = await Newcomer.AtDetailsAsync(Site, Person.New() with { Phone = phone });
            ready.Add((newcomer, await newcomer.Visitor.HiddenAsync("/sign-up/details")));
        }

        var replies = await Task.WhenAll(ready.Select(one => one.Newcomer.Visitor.PostAsync(
            "/sign-up/details", [.. one.Newcomer.Person.Fields, .. one.Hidden])));
        Assert.All(replies, reply => Assert.Equal((HttpStatusCode.Found, "/sign-up"), (reply.Status, reply.Location)));
        var pages = new List<Reply>();
        foreach (var (newcomer, _) in ready) pages.Add(await newcomer.Visitor.OpenAsync("/sign-up"));
        Assert.All(pages, page => Assert.Equal("/sign-up/phone-code", page.Path));
        Assert.Equal(5, pages.Count(page => page.Reference is not null));
        Assert.Equal(25, pages.Count(page => page.Document.GetElementById("send-limit") is not null));
        foreach (var page in pages.Where(page => page.Reference is not null)) await Site.SmsAsync(phone, page.Reference ?? "");
        Assert.Equal(5, await Site.ArrivedAsync(phone, 5));
    }

    private static async Task<Reply[]> HundredAsync(Newcomer newcomer, string code)
    {
        var token = await newcomer.Visitor.TokenAsync("/sign-up/phone-code");
        return await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => newcomer.Visitor.PostAsync(
            "/sign-up/phone-code", ("Code", code), ("__RequestVerificationToken", token))));
    }
}

/// <inheritdoc/>
public sealed class FinishRaceTestsOnSqlite(SqliteSite shared) : FinishRaceTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class FinishRaceTestsOnPostgres(PostgresSite shared) : FinishRaceTests(shared), IClassFixture<PostgresSite>;
