using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Samachik.Site.Tests.SignUp;

/// <summary>One browser, several tabs, hasty fingers: what rested on an earlier answer goes with it.</summary>
public abstract class TabTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task The_code_sent_for_one_ID_cannot_finish_another()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var codeOfFirst = await newcomer.CodeAsync();
        var second = Person.New() with { Phone = newcomer.Person.Phone };
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        var page = await newcomer.GiveDetailsAsync(("NationalId", second.NationalId));
        Assert.Equal("/sign-up/phone-code", page.Path);
        var codeOfSecond = await newcomer.CodeAsync();
        Assume.Differs(codeOfFirst, codeOfSecond);

        page = await newcomer.TypeCodeAsync(codeOfFirst);
        Assert.Equal("/sign-up/phone-code", page.Path);
        Assert.NotNull(page.ErrorOf("Code"));
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(codeOfSecond)).Path);
        Assert.Null(await newcomer.Person.MemberAsync(Site));
        Assert.NotNull(await second.MemberAsync(Site));
    }

    [Fact]
    public async Task Within_the_first_minute_another_ID_waits_for_its_own_code_and_the_old_one_is_dead()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var code = await newcomer.CodeAsync();
        var page = await newcomer.GiveDetailsAsync(("NationalId", Person.New().NationalId));
        Assert.Null(page.Reference);
        page = await newcomer.TypeCodeAsync(code);
        Assert.Equal("/sign-up/phone-code", page.Path);
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        page = await newcomer.ResendAsync();
        Assert.NotNull(page.Reference);
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task A_corrected_phone_gets_a_code_at_once_and_the_old_phones_code_is_dead()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var oldCode = await newcomer.CodeAsync();
        var right = new Newcomer(Site, newcomer.Person with { Phone = Person.New().Phone }, newcomer.Visitor);
        var page = await right.GiveDetailsAsync();
        Assert.Equal("/sign-up/phone-code", page.Path);
        var newCode = await right.CodeAsync();
        Assume.Differs(oldCode, newCode);
        Assert.NotNull((await right.TypeCodeAsync(oldCode)).ErrorOf("Code"));
        Assert.Equal("/sign-up/done", (await right.TypeCodeAsync(newCode)).Path);
    }

    [Fact]
    public async Task The_same_phone_and_ID_given_again_send_no_second_SMS_and_the_new_name_counts()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var reference = newcomer.Visitor.Page?.Reference;
        var code = await newcomer.CodeAsync();
        Site.Clock.Advance(TimeSpan.FromSeconds(90));
        var page = await newcomer.GiveDetailsAsync(("FirstName", "มะลิ"));
        Assert.Equal(("/sign-up/phone-code", reference), (page.Path, page.Reference));
        Assert.Equal(210, page.SecondsLeft);
        Assert.Equal("มะลิ", (await newcomer.Visitor.OpenAsync("/sign-up/details")).Shown("FirstName"));
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(code)).Path);
        Assert.Single(await Site.InboxAsync(newcomer.Person.Phone));
    }

    [Fact]
    public async Task The_details_form_pressed_twice_at_once_sends_one_SMS()
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site);
        var hidden = await newcomer.Visitor.HiddenAsync("/sign-up/details");
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => newcomer.Visitor.PostAsync(
            "/sign-up/details", [.. newcomer.Person.Fields, .. hidden])));
        Assert.All(replies, reply => Assert.Equal((HttpStatusCode.Found, "/sign-up"), (reply.Status, reply.Location)));
        await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
        Assert.Single(await Site.InboxAsync(newcomer.Person.Phone));
    }

    [Fact]
    public async Task The_code_pressed_twice_at_once_makes_one_account_and_both_answers_carry_its_session()
    {
        for (var round = 0; round < 10; round++)
        {
            var newcomer = await Newcomer.AtCodeAsync(Site);
            var code = await newcomer.CodeAsync();
            var token = await newcomer.Visitor.TokenAsync("/sign-up/phone-code");
            var replies = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => newcomer.Visitor.PostAsync(
                "/sign-up/phone-code", ("Code", code), ("__RequestVerificationToken", token))));
            Assert.All(replies, reply => Assert.Equal((HttpStatusCode.Found, "/sign-up/done"), (reply.Status, reply.Location)));
            Assert.Single(replies.Select(SessionOf).Distinct());
            var member = await newcomer.Person.MemberAsync(Site);
            Assert.NotNull(member);
            Assert.Equal(1, await Site.LookAsync(db => db.MemberSessions.CountAsync(row => row.MemberId == member.Id)));
            Assert.Equal(2, await Site.LookAsync(db => db.Acceptances.CountAsync(row => row.MemberId == member.Id)));
        }
    }

    private string SessionOf(Reply reply)
    {
        var cookie = reply.Headers["Set-Cookie"].Split('\n').Single(line => line.StartsWith("samachik-session=", StringComparison.Ordinal));
        var format = Site.Service<IOptionsMonitor<CookieAuthenticationOptions>>().Get("Member").TicketDataFormat;
        var ticket = format.Unprotect(cookie.Split('=', 2)[1].Split(';')[0]);
        return ticket?.Principal.FindFirst("session")?.Value ?? "";
    }
}

/// <inheritdoc/>
public sealed class TabTestsOnSqlite(SqliteSite shared) : TabTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class TabTestsOnPostgres(PostgresSite shared) : TabTests(shared), IClassFixture<PostgresSite>;
