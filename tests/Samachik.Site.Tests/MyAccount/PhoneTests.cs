using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>Another phone: proven by a code, the old one told.</summary>
public abstract class PhoneTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_proven_phone_takes_the_old_ones_place_and_the_old_one_is_told()
    {
        var member = await Newcomer.MemberAsync(Site);
        var phone = Person.New().Phone;
        var known = await member.RememberAsync();
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        var code = await AskAsync(member, phone);
        Assert.Contains("08x-xxx-" + phone[^4..], member.Visitor.Page?.Document.Body?.TextContent, StringComparison.Ordinal);
        var reply = await member.Visitor.SubmitAndFollowAsync("/account/phone/code", ("Code", code));
        Assert.Equal("/account?done=phone", reply.Path);
        Assert.Equal($"{phone[..3]}-{phone[3..6]}-{phone[6..]}", reply.Document.GetElementById("known-phone")?.TextContent);

        var row = await member.RowAsync();
        Assert.Equal(Site.Clock.GetUtcNow(), row.PhoneProvenAt);
        Assert.Equal(AuditAct.PhoneChanged, (await member.ActsAsync())[^1]);
        Assert.Contains("/not-me/", (await Site.NoticeAsync(member.Person.Phone, AuditAct.PhoneChanged)).Text, StringComparison.Ordinal);
        await Site.NoticeAsync(phone, AuditAct.PhoneChanged);
        Assert.True(await Site.LookAsync(db => db.KnownBrowsers.AnyAsync(browser => browser.Id == known)));
        var link = await Site.LookAsync(db => db.Disavowals.AsNoTracking().SingleAsync(entry => entry.MemberId == row.Id));
        Assert.Equal(member.Person.E164, Site.Service<MemberData>().OpenPhone(link.PreviousPhoneCipher ?? [], "disavowals.previous_phone", link.Id).E164);

        // The code is spent, and its page gone.
        Assert.Equal("/account/phone", (await member.Visitor.OpenAsync("/account/phone/code")).Path);
        Assert.True(await Site.LookAsync(db => db.MemberJourneys.AllAsync(journey => journey.MemberId != row.Id || journey.AddressCipher == null)));
    }

    [Fact]
    public async Task A_wrong_code_changes_nothing_and_five_kill_it()
    {
        var member = await Newcomer.MemberAsync(Site);
        var code = await AskAsync(member, Person.New().Phone);
        for (var tries = 1; tries <= 5; tries++)
        {
            var reply = await member.Visitor.SubmitAsync("/account/phone/code", ("Code", code == "111111" ? "222222" : "111111"));
            Assert.Equal((HttpStatusCode.OK, "Code"), (reply.Status, Assert.Single(reply.FieldsInError)));
        }

        var last = await member.Visitor.SubmitAsync("/account/phone/code", ("Code", code));
        Assert.Equal(SiteTexts.Of<PhoneCodeTexts>(Site, "th", "CodeVerdict.TooManyTries"), last.ErrorOf("Code"));
        Assert.DoesNotContain(AuditAct.PhoneChanged, await member.ActsAsync());

        // A new code makes it good again.
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await member.Visitor.SubmitAndFollowAsync("/account/phone/code?handler=Resend");
        Assert.NotNull(again.Reference);
    }

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task What_is_wrong_with_a_number_is_told_and_the_number_stays(string language)
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.ReadAsync(language);
        foreach (var (typed, key) in ((string, string)[])[("", "Missing"), ("021234567", "Landline"), ("08123", "WrongLength"), ("+15551234567", "Foreign")])
        {
            await member.Visitor.OpenAsync("/account/phone");
            var reply = await member.Visitor.SubmitAsync("/account/phone", ("Phone", typed));
            Assert.Equal(SiteTexts.Of<SignUpTexts>(Site, language, $"MobileNumberFlaw.{key}"), reply.ErrorOf("Phone"));
            Assert.Equal(typed, reply.Shown("Phone"));
        }

        await member.Visitor.OpenAsync("/account/phone");
        var same = await member.Visitor.SubmitAsync("/account/phone", ("Phone", "+66 " + member.Person.Phone[1..]));
        Assert.Equal(SiteTexts.Of<MyAccountTexts>(Site, language, "Phone.Same"), same.ErrorOf("Phone"));
        var id = await member.IdAsync();
        Assert.Equal(0, await Site.LookAsync(db => db.MemberJourneys.CountAsync(row => row.MemberId == id)));
    }

    [Fact]
    public async Task The_code_is_of_the_session_that_asked()
    {
        var member = await Newcomer.MemberAsync(Site);
        await AskAsync(member, Person.New().Phone);
        var elsewhere = await member.ElsewhereAsync();
        foreach (var (name, value) in member.Visitor.Cookies)
            if (name != MemberAtHome.SessionCookie) elsewhere.Cookies[name] = value;
        Assert.Equal("/account/phone", (await elsewhere.OpenAsync("/account/phone/code")).Path);

        // A new proof replaces the session, and what it had asked for is nothing any more.
        member.LoseFreshness();
        await member.ProveAsync("/account/phone");
        var reply = await member.Visitor.OpenAsync("/account/phone/code");
        Assert.Equal("/account/phone", reply.Path);
        Assert.DoesNotContain(AuditAct.PhoneChanged, await member.ActsAsync());
    }

    [Fact]
    public async Task Two_changes_at_once_leave_one_of_the_two_phones_and_one_entry_for_each_that_came_about()
    {
        var member = await Newcomer.MemberAsync(Site);
        var second = new Newcomer(Site, member.Person, await member.ElsewhereAsync());
        Newcomer[] browsers = [member, second];
        string[] phones = [Person.New().Phone, Person.New().Phone];
        var codes = new List<string>();
        for (var i = 0; i < 2; i++) codes.Add(await AskAsync(browsers[i], phones[i]));
        var tokens = new List<string>();
        foreach (var browser in browsers) tokens.Add(await browser.Visitor.TokenAsync("/account/phone/code"));
        var replies = await Task.WhenAll(browsers.Select((browser, i) => browser.Visitor.PostAsync(
            "/account/phone/code", ("Code", codes[i]), ("__RequestVerificationToken", tokens[i]))));

        var changed = replies.Count(reply => reply.Location == "/account?done=phone");
        Assert.InRange(changed, 1, 2);
        Assert.Equal(changed, (await member.ActsAsync()).Count(act => act == AuditAct.PhoneChanged));
        var onFile = Site.Service<MemberData>().PhoneOf(await member.RowAsync()).National;
        Assert.Contains(onFile, phones);
        if (changed == 1) Assert.Equal("/account?done=phone", replies[Array.IndexOf(phones, onFile)].Location);
        Assert.DoesNotContain(replies, reply => reply.Status == HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task A_strangers_sign_ups_with_the_ID_number_use_up_nothing_of_the_members()
    {
        await using var site = new TestSite(Site.Place.Kind, ("PhoneCodes:SendsPerIdPerDay", "2"));
        var member = await Newcomer.MemberAsync(site);
        for (var stranger = 0; stranger < 3; stranger++)
        {
            var other = await Newcomer.AtDetailsAsync(site, Person.New() with { NationalId = member.Person.NationalId });
            await other.GiveDetailsAsync();
        }

        Assert.NotNull(await AskAsync(member, Person.New().Phone));
    }

    private static async Task<string> AskAsync(Newcomer member, string phone)
    {
        await member.Visitor.OpenAsync("/account/phone");
        var page = await member.Visitor.SubmitAndFollowAsync("/account/phone", ("Phone", phone));
        Assert.Equal("/account/phone/code", page.Path);
        Assert.NotNull(page.Reference);
        return (await member.Site.SmsAsync(phone, page.Reference)).Code ?? "";
    }
}

/// <inheritdoc/>
public sealed class PhoneTestsOnSqlite(SqliteSite shared) : PhoneTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class PhoneTestsOnPostgres(PostgresSite shared) : PhoneTests(shared), IClassFixture<PostgresSite>;
