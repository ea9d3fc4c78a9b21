using Samachik.Rules.Agreements;
using Samachik.Rules.Members;
using Samachik.Site.Tests.MyAccount;
using Samachik.Site.Tests.Recovery;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>What holds for a code of the sign-up holds for every other: another one gives no try back, and each opens its own page alone.</summary>
public abstract class EveryPurposeTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("/sign-in/code")]
    [InlineData("/recovery/code")]
    [InlineData("/recovery/email-code")]
    [InlineData("/account/phone/code")]
    [InlineData("/account/email/code")]
    public async Task Another_code_gives_no_try_back(string path)
    {
        var (visitor, _) = await AtAsync(await Newcomer.MemberAsync(Site), path);
        for (var left = 4; left > 1; left--) Assert.Equal(Text("CodeVerdict.Wrong", left), await WrongAsync(visitor, path));
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        var before = (await visitor.OpenAsync(path)).Reference;
        Assert.NotEqual(before, (await visitor.SubmitAndFollowAsync($"{path}?handler=Resend")).Reference);
        Assert.Equal(Text("CodeVerdict.Wrong", 1), await WrongAsync(visitor, path));
        Assert.Equal(Text("CodeVerdict.TooManyTries"), await WrongAsync(visitor, path));
    }

    [Theory]
    [InlineData("/sign-in/code")]
    [InlineData("/recovery/code")]
    public async Task Twenty_wrong_tries_a_day_are_all_over_all_journeys(string path)
    {
        var member = await Newcomer.MemberAsync(Site);
        for (var journey = 0; journey < 4; journey++)
        {
            var (stranger, _) = await AtAsync(member, path);
            for (var i = 0; i < 5; i++) await WrongAsync(stranger, path);
        }

        var (visitor, code) = await AtAsync(member, path);
        var page = await visitor.SubmitAsync(path, ("Code", code));
        Assert.Equal(Text("CodeVerdict.TooManyTriesToday", SpokenDuration.RoundedUp(TimeSpan.FromHours(24), ReadingLanguage.Thai)), page.ErrorOf("Code"));
    }

    [Fact]
    public async Task Each_code_opens_its_own_page_alone()
    {
        var member = await Newcomer.MemberAsync(Site);
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        var newcomer = await Newcomer.AtCodeAsync(Site, Person.New() with { Phone = member.Person.Phone });
        List<(string Path, Visitor Visitor, string Code, string Next)> pages =
            [("/sign-up/phone-code", newcomer.Visitor, await newcomer.CodeAsync(), "/sign-up/done")];
        foreach (var (path, next) in ((string, string)[])
            [("/sign-in/code", "/account"), ("/recovery/code", "/recovery/new-password"), ("/account/phone/code", "/account?done=phone")])
        {
            var (visitor, code) = await AtAsync(member, path);
            pages.Add((path, visitor, code, next));
        }

        foreach (var one in pages)
            foreach (var other in pages.Where(other => other != one)) Assume.Differs(one.Code, other.Code);
        foreach (var page in pages)
            foreach (var other in pages.Where(other => other.Path != page.Path))
                Assert.NotNull((await page.Visitor.SubmitAndFollowAsync(page.Path, ("Code", other.Code))).ErrorOf("Code"));
        foreach (var page in pages)
            Assert.Equal(page.Next, (await page.Visitor.SubmitAndFollowAsync(page.Path, ("Code", page.Code))).Path);
    }

    private async Task<(Visitor Visitor, string Code)> AtAsync(Newcomer member, string path)
    {
        switch (path)
        {
            case "/sign-in/code":
                var owner = new Member(Site, member.Person);
                await owner.AskForCodeAsync();
                return (owner.Visitor, await owner.CodeAsync());
            case "/recovery/code":
                var returner = await Returner.AtCodeAsync(Site, member.Person);
                return (returner.Visitor, await returner.CodeAsync());
            case "/recovery/email-code":
                var email = AccountFacts.NewEmail();
                await member.SetAsync(row => row.Level = AssuranceLevel.Matched);
                await Site.GiveEmailAsync(member.Person, email);
                var byMail = await Returner.AtCodeAsync(Site, member.Person);
                await byMail.ProvePhoneAsync();
                return (byMail.Visitor, await byMail.MailedCodeAsync(email));
            case "/account/phone/code":
                var phone = Person.New().Phone;
                await member.Visitor.OpenAsync("/account/phone");
                var asked = await member.Visitor.SubmitAndFollowAsync("/account/phone", ("Phone", phone));
                return (member.Visitor, (await Site.SmsAsync(phone, asked.Reference ?? "")).Code ?? "");
            default:
                await member.Visitor.OpenAsync("/account/email");
                await member.Visitor.SubmitAndFollowAsync("/account/email", ("Email", AccountFacts.NewEmail()));
                return (member.Visitor, "");
        }
    }

    private static async Task<string?> WrongAsync(Visitor visitor, string path) =>
        (await visitor.SubmitAndFollowAsync(path, ("Code", "123456"))).ErrorOf("Code");

    private string Text(string key, params object[] arguments) => SiteTexts.Of<PhoneCodeTexts>(Site, "th", key, arguments);
}

/// <inheritdoc/>
public sealed class EveryPurposeTestsOnSqlite(SqliteSite shared) : EveryPurposeTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class EveryPurposeTestsOnPostgres(PostgresSite shared) : EveryPurposeTests(shared), IClassFixture<PostgresSite>;
