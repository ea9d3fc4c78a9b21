using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.SignUp;

/// <summary>"This ID is registered": told to who has proven a phone, and to nobody else by any sign.</summary>
public abstract partial class RegisteredTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task It_is_told_after_the_right_code_with_the_ways_on(string language)
    {
        var newcomer = await AtCodeOfRegisteredAsync(await Newcomer.MemberAsync(Site));
        if (language == "en") await newcomer.Visitor.ReadAsync("en");
        var page = await newcomer.ProvePhoneAsync();
        Assert.Equal((HttpStatusCode.OK, "/sign-up/registered"), (page.Status, page.Path));
        var main = page.Document.QuerySelector("main");
        Assert.NotNull(main);
        Assert.Contains(SiteTexts.Of<SignUpTexts>(Site, language, "Registered.Text"), main.TextContent, StringComparison.Ordinal);
        Assert.NotNull(main.QuerySelector("a[href='/recovery']"));
        Assert.NotNull(main.QuerySelector("a[href='tel:1506']"));
        Assert.Equal(HttpStatusCode.OK, (await newcomer.Visitor.GetAsync("/recovery")).Status);
        Assert.DoesNotContain("samachik-session", newcomer.Visitor.Cookies.Keys);
    }

    [Fact]
    public async Task The_account_stays_as_it_is()
    {
        var member = await Newcomer.MemberAsync(Site);
        var before = await member.Person.MemberAsync(Site);
        await (await AtCodeOfRegisteredAsync(member)).ProvePhoneAsync();
        var after = await member.Person.MemberAsync(Site);
        Assert.NotNull(before);
        Assert.Equivalent(before, after);
        Assert.Equal(1, await Site.LookAsync(db => db.MemberSessions.CountAsync(row => row.MemberId == before.Id)));
    }

    [Fact]
    public async Task The_phone_on_file_is_told_once_a_day_and_the_new_phone_never()
    {
        var member = await Newcomer.MemberAsync(Site);
        var first = await AtCodeOfRegisteredAsync(member);
        Assert.Equal(0, await NoticesAsync(member));
        await first.ProvePhoneAsync();
        Assert.Equal(1, await NoticesAsync(member));
        await (await AtCodeOfRegisteredAsync(member)).ProvePhoneAsync();
        Assert.Equal(1, await NoticesAsync(member));
        Assert.DoesNotContain(await Site.InboxAsync(first.Person.Phone), sms => sms.Code is null);

        Site.Clock.Leap(TimeSpan.FromDays(1));
        await (await AtCodeOfRegisteredAsync(member)).ProvePhoneAsync();
        Assert.Equal(2, await NoticesAsync(member));
        var notice = (await Site.InboxAsync(member.Person.Phone)).First(sms => sms.Code is null);
        Assert.Contains("1506", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(member.Person.NationalId, notice.Text, StringComparison.Ordinal);
        Assert.True(notice.Text.Length <= 70, "More than one segment.");
    }

    [Fact]
    public async Task Starting_again_leads_to_another_sign_up()
    {
        var newcomer = await AtCodeOfRegisteredAsync(await Newcomer.MemberAsync(Site));
        await newcomer.ProvePhoneAsync();
        var page = await newcomer.Visitor.SubmitAndFollowAsync("/sign-up/registered?handler=StartAgain");
        Assert.Equal("/sign-up/agreement", page.Path);
        var again = new Newcomer(Site, visitor: newcomer.Visitor);
        await again.AgreeAsync();
        Assert.Equal("", (await again.Visitor.OpenAsync("/sign-up/details")).Shown("Phone") ?? "");
        await again.GiveDetailsAsync();
        Assert.Equal("/sign-up/done", (await again.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task Before_the_phone_is_proven_a_registered_and_a_free_ID_answer_alike()
    {
        var member = await Newcomer.MemberAsync(Site);
        var free = member.Person with { NationalId = Person.New().NationalId, Phone = Person.New().Phone };

        // Masked, the two phones look the same.
        var otherDigit = free.Phone[4] == '5' ? '6' : '5';
        var registered = member.Person with { Phone = $"{free.Phone[..4]}{otherDigit}{free.Phone[5..]}" };
        var (ofFree, ofRegistered) = (await TraceAsync(free), await TraceAsync(registered));
        Assert.Equal(ofFree.Count, ofRegistered.Count);
        foreach (var (one, other) in ofFree.Zip(ofRegistered)) Assert.Equal(one, other);
    }

    // Everything a stranger sees who never proves the phone: details, code page, wrong codes to the end, resends.
    private async Task<List<string>> TraceAsync(Person person)
    {
        var newcomer = await Newcomer.AtDetailsAsync(Site, person);
        var trace = new List<string>();
        newcomer.Visitor.Received += reply => trace.Add(Normalised(reply, person));
        await newcomer.GiveDetailsAsync();
        await newcomer.GiveDetailsAsync();
        await newcomer.GiveDetailsAsync(("FirstName", "1"));
        await newcomer.Visitor.OpenAsync("/sign-up");
        for (var i = 0; i < 6; i++) await newcomer.TypeCodeAsync("abc");
        await newcomer.ResendAsync();
        await newcomer.Visitor.OpenAsync("/sign-up/registered");
        await newcomer.Visitor.OpenAsync("/sign-up/done");
        for (var i = 0; i < 6; i++) await newcomer.TypeWrongCodeAsync();
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 4; i++)
        {
            await newcomer.ResendAsync();
            Site.Clock.Advance(TimeSpan.FromSeconds(60));
        }

        await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
        Assert.True(trace.Count > 30);
        return trace;
    }

    private static string Normalised(Reply reply, Person person)
    {
        var headers = reply.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => header.Key == "Set-Cookie"
                ? "Set-Cookie: " + CookieValue().Replace(header.Value, "=*;") : $"{header.Key}: {header.Value}");
        var body = Token().Replace(reply.Body, "*");
        body = Reference().Replace(body, "*");
        foreach (var typed in person.Fields.Select(field => field.Value).OfType<string>().Where(value => value.Length > 3))
            body = body.Replace(typed, "*", StringComparison.Ordinal);
        body = GroupedNumber().Replace(body, "*");
        return $"{reply.Path} {reply.Status}\n{string.Join('\n', headers)}\n{body}";
    }

    private async Task<Newcomer> AtCodeOfRegisteredAsync(Newcomer member) =>
        await Newcomer.AtCodeAsync(Site, member.Person with { Phone = Person.New().Phone, Password = Person.New().Password });

    // The notice is saved with the finding; it is then on its way.
    private async Task<int> NoticesAsync(Newcomer member)
    {
        await Eventually.TrueAsync(
            () => Site.LookAsync(async db => !await db.OutgoingMessages.AnyAsync(
                row => row.State == MessageState.Waiting || row.State == MessageState.Taken)),
            "all messages to be sent");
        return (await Site.InboxAsync(member.Person.Phone)).Count(sms => sms.Code is null);
    }

    [GeneratedRegex("=[^;]*;")]
    private static partial Regex CookieValue();

    [GeneratedRegex("(?<=name=\"(?:__RequestVerificationToken\" type=\"hidden|FormStamp)\" value=\")[^\"]*")]
    private static partial Regex Token();

    [GeneratedRegex("(?<=id=\"code-reference\"[^>]*>)[A-Z]{4}")]
    private static partial Regex Reference();

    [GeneratedRegex("[0-9]-[0-9]{4}-[0-9]{5}-[0-9]{2}-[0-9]|0[0-9]{2}-[0-9]{3}-[0-9]{4}|(?<=0[0-9])x-xxx")]
    private static partial Regex GroupedNumber();
}

/// <inheritdoc/>
public sealed class RegisteredTestsOnSqlite(QuietSqliteSite shared) : RegisteredTests(shared), IClassFixture<QuietSqliteSite>;

/// <inheritdoc/>
public sealed class RegisteredTestsOnPostgres(QuietPostgresSite shared) : RegisteredTests(shared), IClassFixture<QuietPostgresSite>;
