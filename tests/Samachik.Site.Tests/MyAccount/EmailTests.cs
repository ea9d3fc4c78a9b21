using Microsoft.EntityFrameworkCore;
using System.Net;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>An e-mail address as a second way to be told: proven by a code, changed and taken off with a word to the old one.</summary>
public abstract class EmailTests(SharedSite shared)
{
    private static int addresses;

    private TestSite Site => shared.Site;

    [Fact]
    public async Task An_address_is_proven_changed_and_taken_off_and_each_time_the_phone_and_the_old_address_are_told()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (first, second) = (Address(), Address());
        Assert.Equal("/account?done=email", (await GiveAsync(member, first)).Path);
        Assert.Equal(first, member.Visitor.Page?.Document.GetElementById("known-email")?.TextContent.Trim());
        var row = await member.RowAsync();
        Assert.Equal(first, Site.Service<MemberData>().EmailOf(row)?.Text);
        Assert.Equal(Site.Clock.GetUtcNow(), row.EmailProvenAt);
        Assert.Equal(AuditAct.EmailChanged, (await member.ActsAsync())[^1]);
        await Site.NoticeAsync(member.Person.Phone, AuditAct.EmailChanged);
        await ToldAsync(first, AuditAct.EmailChanged);

        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/account?done=email", (await GiveAsync(member, second)).Path);
        Assert.Equal(2, (await Mailbox.ToAsync(Site, first)).Count(mail => mail.Text.Contains("/not-me/", StringComparison.Ordinal)));
        await ToldAsync(second, AuditAct.EmailChanged);

        await member.Visitor.OpenAsync("/account/email");
        Assert.Equal("/account?done=email-removed", (await member.Visitor.SubmitAsync("/account/email?handler=Remove")).Location);
        row = await member.RowAsync();
        Assert.True(row is { EmailCipher: null, EmailHash: null, EmailProvenAt: null });
        await ToldAsync(second, AuditAct.EmailRemoved);
        await Site.NoticeAsync(member.Person.Phone, AuditAct.EmailRemoved);
        Assert.Equal(AuditAct.EmailRemoved, (await member.ActsAsync())[^1]);
    }

    [Fact]
    public async Task Letter_case_of_the_domain_does_not_matter_and_the_same_address_is_kindly_refused()
    {
        var member = await Newcomer.MemberAsync(Site);
        var address = Address();
        await GiveAsync(member, address.ToUpperInvariant());
        await member.Visitor.OpenAsync("/account/email");
        var same = await member.Visitor.SubmitAsync("/account/email", ("Email", address));
        Assert.Equal(SiteTexts.Of<MyAccountTexts>(Site, "th", "Email.Same"), same.ErrorOf("Email"));
    }

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    public async Task What_is_wrong_with_an_address_is_told_and_the_address_stays(string language)
    {
        var member = await Newcomer.MemberAsync(Site);
        await member.Visitor.ReadAsync(language);
        foreach (var (typed, key) in ((string, string)[])[("", "Missing"), ("somebody", "NotAnAddress"), ("ฟหกด@example.com", "ThaiKeyboard"), (new string('a', 300) + "@example.com", "TooLong")])
        {
            await member.Visitor.OpenAsync("/account/email");
            var reply = await member.Visitor.SubmitAsync("/account/email", ("Email", typed));
            Assert.Equal(SiteTexts.Of<MyAccountTexts>(Site, language, $"EmailAddressFlaw.{key}"), reply.ErrorOf("Email"));
            Assert.Equal(typed, reply.Shown("Email"));
        }
    }

    [Theory]
    [InlineData("th", "SendsPerPhonePerHour", "อีเมลนี้ขอรหัสหลายครั้งแล้ว ขอใหม่ได้ในอีก 59 นาที")]
    [InlineData("en", "SendsPerPhonePerHour", "Many codes were asked for this e-mail address. You can ask again in 59 minutes.")]
    [InlineData("th", "SendsPerPhonePerDay", "วันนี้อีเมลนี้ขอรหัสครบจำนวนแล้ว ขอใหม่ได้ในอีก 24 ชั่วโมง")]
    [InlineData("en", "SendsPerPhonePerDay", "This e-mail address has had all its codes for today. You can ask again in 24 hours.")]
    public async Task The_limits_speak_of_the_address_and_the_page_of_no_SMS(string language, string setting, string told)
    {
        await using var site = new TestSite(shared.Kind, ($"PhoneCodes:{setting}", "1"));
        var member = await Newcomer.MemberAsync(site);
        await member.Visitor.ReadAsync(language);
        var address = Address();
        await member.Visitor.OpenAsync("/account/email");
        await member.Visitor.SubmitAndFollowAsync("/account/email", ("Email", address));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await member.Visitor.SubmitAndFollowAsync("/account/email/code?handler=Resend");
        Assert.StartsWith(told, page.Document.QuerySelector("#send-limit p")?.TextContent, StringComparison.Ordinal);
        await member.Visitor.SubmitAsync("/account/email/code", ("Code", "111111"));
        Assert.DoesNotContain("SMS", member.Visitor.Page?.Document.QuerySelector("main")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_changes_nothing()
    {
        var member = await Newcomer.MemberAsync(Site);
        var address = Address();
        var code = await AskAsync(member, address);
        var reply = await member.Visitor.SubmitAsync("/account/email/code", ("Code", code == "111111" ? "222222" : "111111"));
        Assert.Equal((HttpStatusCode.OK, "Code"), (reply.Status, Assert.Single(reply.FieldsInError)));
        var empty = await member.Visitor.SubmitAsync("/account/email/code", ("Code", null));
        Assert.Equal(SiteTexts.Of<PhoneCodeTexts>(Site, "th", "Mailed.Missing"), empty.ErrorOf("Code"));
        Assert.Null((await member.RowAsync()).EmailCipher);
        Assert.Equal("/account?done=email", (await member.Visitor.SubmitAsync("/account/email/code", ("Code", code))).Location);
    }

    [Fact]
    public async Task A_code_to_an_address_opens_no_change_of_phone()
    {
        var member = await Newcomer.MemberAsync(Site);
        var code = await AskAsync(member, Address());
        await member.Visitor.OpenAsync("/account/phone");
        await member.Visitor.SubmitAndFollowAsync("/account/phone", ("Phone", Person.New().Phone));
        var reply = await member.Visitor.SubmitAsync("/account/phone/code", ("Code", code));
        Assert.Equal("Code", Assert.Single(reply.FieldsInError));
    }

    [Fact]
    public async Task Where_no_mail_goes_out_the_page_says_so()
    {
        await using var site = new TestSite(Site.Place.Kind, ("Mail:Kind", "None"));
        var member = await Newcomer.MemberAsync(site);
        var reply = await member.Visitor.OpenAsync("/account/email");
        Assert.NotNull(reply.Document.GetElementById("mail-off"));
        Assert.Null(reply.Document.GetElementById("Email"));
        var token = await member.Visitor.TokenAsync("/sign-out");
        var post = await member.Visitor.PostAsync("/account/email", ("Email", "somebody@example.com"), ("__RequestVerificationToken", token));
        Assert.NotNull(post.Document.GetElementById("mail-off"));
        Assert.Equal(0, await site.LookAsync(db => db.OutgoingMails.CountAsync()));
    }

    private static string Address() => $"somebody{Interlocked.Increment(ref addresses)}-{Guid.NewGuid():N}@example.com";

    private async Task ToldAsync(string address, AuditAct act)
    {
        var told = SiteTexts.Of<NoticeTexts>(Site, "th", $"Happened.{act}");
        Assert.Contains(await Mailbox.ToAsync(Site, address), mail => mail.Subject.Contains(told, StringComparison.Ordinal));
    }

    private static async Task<string> AskAsync(Newcomer member, string address)
    {
        await member.Visitor.OpenAsync("/account/email");
        var page = await member.Visitor.SubmitAndFollowAsync("/account/email", ("Email", address));
        Assert.Equal("/account/email/code", page.Path);
        Assert.NotNull(page.Reference);
        return await Mailbox.CodeAsync(member.Site, address[..address.IndexOf('@', StringComparison.Ordinal)] + "@example.com", page.Reference);
    }

    private static async Task<Reply> GiveAsync(Newcomer member, string address)
    {
        var code = await AskAsync(member, address);
        return await member.Visitor.SubmitAndFollowAsync("/account/email/code", ("Code", code));
    }
}

/// <inheritdoc/>
public sealed class EmailTestsOnSqlite(SqliteSite shared) : EmailTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class EmailTestsOnPostgres(PostgresSite shared) : EmailTests(shared), IClassFixture<PostgresSite>;
