using System.Net;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>How many codes are sent, on every axis. The answer to a limit is the code page with the time left.</summary>
public abstract class SendLimitTests(SharedSite shared)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private TestSite Site => shared.Site;

    [Fact]
    public async Task Another_code_may_be_had_after_sixty_seconds_and_no_sooner()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var reference = newcomer.Visitor.Page?.Reference;
        Site.Clock.Advance(TimeSpan.FromSeconds(59));
        var page = await newcomer.ResendAsync();
        Assert.Equal((HttpStatusCode.OK, reference), (page.Status, page.Reference));
        Assert.Contains(Text(Site, "Resend.Wait", 1), page.Body, StringComparison.Ordinal);
        Assert.Null(page.Document.GetElementById("send-limit"));

        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        page = await newcomer.ResendAsync();
        Assert.NotEqual(reference, page.Reference);
        await newcomer.CodeAsync();
        Assert.Equal(2, await Site.ArrivedAsync(newcomer.Person.Phone, 2));
    }

    [Fact]
    public async Task A_journey_has_five_codes()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        for (var i = 0; i < 4; i++)
        {
            Site.Clock.Advance(Minute);
            Assert.NotNull((await newcomer.ResendAsync()).Reference);
        }

        // The last one is still good, and no button asks for more.
        Site.Clock.Advance(Minute);
        var hidden = await newcomer.Visitor.HiddenAsync("/sign-up/phone-code");
        var page = await newcomer.Visitor.PostAsync("/sign-up/phone-code?handler=Resend", hidden);
        AssertLimit(Site, page, "SendAxis.Journey");
        Assert.Null(page.Document.QuerySelector("form[action*='Resend']"));
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
        Assert.Equal(5, await Site.ArrivedAsync(newcomer.Person.Phone, 5));
    }

    [Fact]
    public async Task A_phone_has_five_codes_an_hour_and_ten_a_day()
    {
        var phone = Person.New().Phone;
        for (var i = 0; i < 5; i++) Assert.NotNull((await StrangerAsync(Site, phone)).Visitor.Page?.Reference);
        Assert.Equal(5, await Site.ArrivedAsync(phone, 5));
        Site.Clock.Advance(20 * Minute);
        var refused = await StrangerAsync(Site, phone);
        AssertLimit(Site, refused.Visitor.Page, "SendAxis.PhonePerHour", "40 นาที");
        Assert.Equal(5, await Site.ArrivedAsync(phone, 5));

        Site.Clock.Advance(20 * Minute);
        AssertLimit(Site, await refused.Visitor.OpenAsync("/sign-up/phone-code"), "SendAxis.PhonePerHour", "20 นาที");
        await refused.GiveDetailsAsync(("FirstName", "มานี"));
        Site.Clock.Advance(20 * Minute);
        Assert.NotNull((await refused.ResendAsync()).Reference);

        for (var i = 0; i < 4; i++) Assert.NotNull((await StrangerAsync(Site, phone)).Visitor.Page?.Reference);
        Site.Clock.Advance(60 * Minute);
        AssertLimit(Site, (await StrangerAsync(Site, phone)).Visitor.Page, "SendAxis.PhonePerDay", "22 ชั่วโมง");
        Site.Clock.Leap(TimeSpan.FromHours(22));
        Assert.NotNull((await StrangerAsync(Site, phone)).Visitor.Page?.Reference);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_ID_number_has_ten_codes_a_day_whether_or_not_it_has_an_account(bool registered)
    {
        var person = Person.New();
        if (registered) await Newcomer.MemberAsync(Site, person);
        for (var i = registered ? 1 : 0; i < 10; i++)
            Assert.NotNull((await Newcomer.AtCodeAsync(Site, person with { Phone = Person.New().Phone })).Visitor.Page?.Reference);
        Site.Clock.Leap(TimeSpan.FromHours(3));
        var refused = await Newcomer.AtCodeAsync(Site, person with { Phone = Person.New().Phone });
        AssertLimit(Site, refused.Visitor.Page, "SendAxis.NationalIdPerDay", "21 ชั่วโมง");
        Assert.Empty(await Site.InboxAsync(refused.Person.Phone));

        // Nothing was counted for the phone that got none.
        for (var i = 0; i < 5; i++) Assert.NotNull((await StrangerAsync(Site, refused.Person.Phone)).Visitor.Page?.Reference);
    }

    [Fact]
    public async Task A_network_has_thirty_codes_an_hour()
    {
        await using var site = new TestSite(shared.Kind, ("PhoneCodes:SendsPerNetworkPerHour", "30"));
        for (var i = 0; i < 30; i++) Assert.NotNull((await FromAsync(site, $"203.0.113.{i}")).Visitor.Page?.Reference);
        var refused = await FromAsync(site, "203.0.113.200");
        AssertLimit(site, refused.Visitor.Page, "SendAxis.NetworkPerHour", "60 นาที");
        Assert.NotNull((await FromAsync(site, "203.0.112.1")).Visitor.Page?.Reference);
        Assert.NotNull((await FromAsync(site, "2001:db8:1:2::1")).Visitor.Page?.Reference);
        for (var i = 0; i < 29; i++) await FromAsync(site, $"2001:db8:1:2:{i}::9");
        AssertLimit(site, (await FromAsync(site, "2001:db8:1:2:ffff::1")).Visitor.Page, "SendAxis.NetworkPerHour", "60 นาที");
        Assert.NotNull((await FromAsync(site, "2001:db8:1:3::1")).Visitor.Page?.Reference);
        site.Clock.Advance(60 * Minute);
        Assert.NotNull((await FromAsync(site, "203.0.113.200")).Visitor.Page?.Reference);
    }

    [Theory]
    [InlineData("PhoneCodes:BudgetPerHour", "SendAxis.BudgetPerHour", "นาที", 60)]
    [InlineData("PhoneCodes:BudgetPerDay", "SendAxis.BudgetPerDay", "ชั่วโมง", 24)]
    public async Task The_offices_budget_stops_everybody_until_it_is_renewed(string setting, string message, string unit, int wait)
    {
        await using var site = new TestSite(shared.Kind, (setting, "3"));
        for (var i = 0; i < 3; i++) Assert.NotNull((await StrangerAsync(site, Person.New().Phone)).Visitor.Page?.Reference);
        var refused = await StrangerAsync(site, Person.New().Phone);
        AssertLimit(site, refused.Visitor.Page, message, $"{wait} {unit}");
        Assert.Empty(await site.InboxAsync(refused.Person.Phone));
        site.Clock.Advance(unit == "นาที" ? wait * Minute : TimeSpan.FromHours(wait));
        Assert.NotNull((await StrangerAsync(site, refused.Person.Phone)).Visitor.Page?.Reference);
    }

    [Fact]
    public async Task Every_limit_is_a_setting()
    {
        await using var site = new TestSite(
            shared.Kind, ("PhoneCodes:Digits", "8"), ("PhoneCodes:Life", "00:02:00"), ("PhoneCodes:ResendAfter", "00:00:10"),
            ("PhoneCodes:SendsPerJourney", "2"), ("PhoneCodes:WrongTriesPerJourney", "1"));
        var newcomer = await Newcomer.AtCodeAsync(site);
        Assert.Equal(120, newcomer.Visitor.Page?.SecondsLeft);
        Assert.Equal(8, (await newcomer.CodeAsync()).Length);
        var page = await newcomer.TypeCodeAsync("1234567");
        Assert.Equal(Text(site, "PhoneCodeFlaw.WrongShape", 8), page.ErrorOf("Code"));
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull((await newcomer.ResendAsync()).Reference);
        AssertLimit(site, await newcomer.Visitor.OpenAsync("/sign-up/phone-code"), "SendAxis.Journey");
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
    }

    private static Task<Newcomer> StrangerAsync(TestSite site, string phone) =>
        Newcomer.AtCodeAsync(site, Person.New() with { Phone = phone });

    private static async Task<Newcomer> FromAsync(TestSite site, string address)
    {
        var newcomer = new Newcomer(site, visitor: new Visitor(site) { From = address });
        await newcomer.AgreeAsync();
        await newcomer.GiveDetailsAsync();
        return newcomer;
    }

    private static void AssertLimit(TestSite site, Reply? page, string message, params object[] arguments)
    {
        Assert.NotNull(page);
        Assert.Equal((HttpStatusCode.OK, "/sign-up/phone-code"), (page.Status, page.Path.Split('?')[0]));
        var limit = page.Document.GetElementById("send-limit");
        Assert.NotNull(limit);
        Assert.Contains(Text(site, message, arguments), limit.TextContent, StringComparison.Ordinal);
        Assert.NotNull(limit.QuerySelector("a[href='tel:029562400']"));
    }

    private static string Text(TestSite site, string key, params object[] arguments) =>
        SiteTexts.Of<PhoneCodeTexts>(site, "th", key, arguments);
}

/// <inheritdoc/>
public sealed class SendLimitTestsOnSqlite(SqliteSite shared) : SendLimitTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class SendLimitTestsOnPostgres(PostgresSite shared) : SendLimitTests(shared), IClassFixture<PostgresSite>;
