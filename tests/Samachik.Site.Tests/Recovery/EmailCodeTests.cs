using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Members;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Recovery;

/// <summary>The second proof, by e-mail; and codes of one purpose that are useless for another.</summary>
public abstract class EmailCodeTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task A_code_by_SMS_and_one_by_e_mail_lead_to_the_new_password()
    {
        var (returner, email) = await AtEmailCodeAsync();
        var page = returner.Visitor.Page;
        Assert.Contains($"{email[0]}…@example.com", page?.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(email, page?.Body, StringComparison.Ordinal);
        Assert.Equal(MessageKind.Code, Assert.Single(await Site.MailsAsync(email)).Kind);
        page = await returner.TypeCodeAsync(await returner.MailedCodeAsync(email), "/recovery/email-code");
        Assert.Equal("/recovery/new-password", page.Path);
        Assert.Equal("/recovery/done", (await returner.SetPasswordAsync("Nokyung7Bin")).Path);
        Assert.Equal([MessageKind.Code, MessageKind.Notice], (await Site.MailsAsync(email)).Select(mail => mail.Kind).Order());
    }

    [Fact]
    public async Task The_page_speaks_of_the_e_mail_and_of_no_SMS()
    {
        var (returner, _) = await AtEmailCodeAsync();
        foreach (var (language, told) in new[] { ("en", "Type the code from the e-mail"), ("th", "กรอกรหัสจากอีเมล") })
        {
            await returner.Visitor.ReadAsync(language);
            var empty = await returner.Visitor.SubmitAsync("/recovery/email-code", ("Code", null));
            Assert.Equal(told, empty.ErrorOf("Code"));
            foreach (var card in empty.Document.QuerySelectorAll(".sm-card")) Assert.DoesNotContain("SMS", card.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_code_by_SMS_is_not_the_one_by_e_mail()
    {
        var (returner, email) = await AtEmailCodeAsync();
        var sms = (await Site.InboxAsync(returner.Person.Phone))[0].Code ?? "";
        Assume.Differs(sms, await returner.MailedCodeAsync(email));
        Assert.Equal(Text("CodeVerdict.Wrong", 4), (await returner.TypeCodeAsync(sms, "/recovery/email-code")).ErrorOf("Code"));
    }

    [Fact]
    public async Task A_code_of_a_sign_up_or_of_another_recovery_is_wrong_here()
    {
        var member = await Newcomer.MemberAsync(Site);
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        var stranger = await Newcomer.AtCodeAsync(Site, Person.New() with { Phone = member.Person.Phone });
        var ofSignUp = await stranger.CodeAsync();
        var other = await Returner.AtCodeAsync(Site, member.Person);
        var ofOther = await other.CodeAsync();
        var returner = await Returner.AtCodeAsync(Site, member.Person);
        var right = await returner.CodeAsync();
        Assume.Differs(ofSignUp, right);
        Assume.Differs(ofOther, right);
        Assert.Equal(Text("CodeVerdict.Wrong", 4), (await returner.TypeCodeAsync(ofSignUp)).ErrorOf("Code"));
        Assert.Equal(Text("CodeVerdict.Wrong", 3), (await returner.TypeCodeAsync(ofOther)).ErrorOf("Code"));
        Assert.NotNull((await stranger.TypeCodeAsync(right)).ErrorOf("Code"));

        // The very same digits, sent for another purpose, prove nothing.
        var reference = returner.Visitor.Page?.Reference;
        await Site.LookAsync(db => db.CodeChallenges.Where(row => row.Reference == reference).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Purpose, CodePurpose.SignIn)));
        Assert.Equal(Text("CodeVerdict.Wrong", 2), (await returner.TypeCodeAsync(right)).ErrorOf("Code"));
    }

    [Fact]
    public async Task Tries_and_sends_begin_anew_with_the_second_proof_and_have_the_same_limits()
    {
        var (member, email) = await MatchedAsync();
        var returner = await Returner.AtCodeAsync(Site, member.Person);
        var code = await returner.CodeAsync();
        for (var i = 0; i < 4; i++) await returner.TypeWrongCodeAsync();
        Assert.Equal("/recovery/email-code", (await returner.TypeCodeAsync(code)).Path);
        var mailed = await returner.MailedCodeAsync(email);
        var wrong = mailed == "111111" ? "222222" : "111111";
        for (var left = 4; left > 0; left--)
            Assert.Equal(Text("CodeVerdict.Wrong", left), (await returner.TypeCodeAsync(wrong, "/recovery/email-code")).ErrorOf("Code"));
        Assert.Equal(Text("CodeVerdict.TooManyTries"), (await returner.TypeCodeAsync(wrong, "/recovery/email-code")).ErrorOf("Code"));
        Assert.Equal(Text("CodeVerdict.TooManyTries"), (await returner.TypeCodeAsync(mailed, "/recovery/email-code")).ErrorOf("Code"));

        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.NotNull((await returner.ResendAsync("/recovery/email-code")).Reference);
        var page = await returner.TypeCodeAsync(await returner.MailedCodeAsync(email), "/recovery/email-code");
        Assert.Equal("/recovery/new-password", page.Path);
    }

    [Fact]
    public async Task Another_address_on_file_wants_a_proof_of_its_own()
    {
        var (returner, email) = await AtEmailCodeAsync();
        await returner.TypeCodeAsync(await returner.MailedCodeAsync(email), "/recovery/email-code");
        await Site.GiveEmailAsync(returner.Person, AccountFacts.NewEmail());
        Assert.Equal("/recovery/email-code", (await returner.SetPasswordByForceAsync("Nokyung7Bin")).Path);
        Assert.Null((await Site.AccountAsync(returner.Person)).RecoveredAt);
    }

    [Fact]
    public async Task Another_phone_on_file_ends_the_recovery()
    {
        var member = await Newcomer.MemberAsync(Site);
        var (early, late) = (await Returner.AtCodeAsync(Site, member.Person), await Returner.AtNewPasswordAsync(Site, member.Person));
        var code = await early.CodeAsync();
        Assert.True(Rules.People.ThaiMobileNumber.TryParse(Person.New().Phone, out var other, out _));
        await Site.ChangeAsync(member.Person, row => Site.Service<MemberData>().SetPhone(row, other, Site.Clock.GetUtcNow()));
        Assert.Equal(Text("CodeVerdict.Wrong", 4), (await early.TypeCodeAsync(code)).ErrorOf("Code"));
        Assert.Equal("/recovery?expired=true", (await late.SetPasswordByForceAsync("Nokyung7Bin")).Path);
    }

    private async Task<(Newcomer Member, string Email)> MatchedAsync()
    {
        var (member, email) = (await Newcomer.MemberAsync(Site), AccountFacts.NewEmail());
        await Site.ChangeAsync(member.Person, row => row.Level = AssuranceLevel.Matched);
        await Site.GiveEmailAsync(member.Person, email);
        return (member, email);
    }

    private async Task<(Returner Returner, string Email)> AtEmailCodeAsync()
    {
        var (member, email) = await MatchedAsync();
        var returner = await Returner.AtCodeAsync(Site, member.Person);
        Assert.Equal("/recovery/email-code", (await returner.ProvePhoneAsync()).Path);
        return (returner, email);
    }

    private string Text(string key, params object[] arguments) => SiteTexts.Of<PhoneCodeTexts>(Site, "th", key, arguments);
}

/// <inheritdoc/>
public sealed class EmailCodeTestsOnSqlite(SqliteSite shared) : EmailCodeTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class EmailCodeTestsOnPostgres(PostgresSite shared) : EmailCodeTests(shared), IClassFixture<PostgresSite>;
