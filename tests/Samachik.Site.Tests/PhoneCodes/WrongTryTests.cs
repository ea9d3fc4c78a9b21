using System.Net;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>Wrong tries: five in a journey, twenty for a phone in a day.</summary>
public abstract class WrongTryTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task Five_wrong_tries_kill_every_code_and_a_new_one_works()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var first = await newcomer.CodeAsync();
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        await newcomer.ResendAsync();
        var second = await newcomer.CodeAsync();
        for (var left = 4; left > 0; left--)
        {
            var wrong = await newcomer.TypeWrongCodeAsync();
            Assert.Equal(Text("CodeVerdict.Wrong", left), wrong.ErrorOf("Code"));
            Assert.NotNull(wrong.Reference);
        }

        var page = await newcomer.TypeWrongCodeAsync();
        Assert.Equal((HttpStatusCode.OK, "/sign-up/phone-code"), (page.Status, page.Path));
        Assert.Equal(Text("CodeVerdict.TooManyTries"), page.ErrorOf("Code"));
        Assert.Null(page.Reference);
        Assert.Contains(Text("PhoneCode.NeedsNew"), page.Body, StringComparison.Ordinal);
        foreach (var dead in (string[])[first, second, first])
            Assert.Equal(Text("CodeVerdict.TooManyTries"), (await newcomer.TypeCodeAsync(dead)).ErrorOf("Code"));

        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        page = await newcomer.ResendAsync();
        Assert.NotNull(page.Reference);
        var third = await newcomer.CodeAsync();
        Assume.Differs(first, third);
        Assert.Equal(Text("CodeVerdict.Wrong", 4), (await newcomer.TypeCodeAsync(first)).ErrorOf("Code"));
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(third)).Path);
    }

    [Fact]
    public async Task Another_code_before_the_end_gives_no_try_back()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        for (var i = 0; i < 3; i++) await newcomer.TypeWrongCodeAsync();
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        await newcomer.ResendAsync();
        Assert.Equal(Text("CodeVerdict.Wrong", 1), (await newcomer.TypeWrongCodeAsync()).ErrorOf("Code"));
        Assert.Equal(Text("CodeVerdict.TooManyTries"), (await newcomer.TypeWrongCodeAsync()).ErrorOf("Code"));
    }

    [Fact]
    public async Task Going_back_to_the_details_gives_no_try_back()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        for (var i = 0; i < 4; i++) await newcomer.TypeWrongCodeAsync();
        await newcomer.GiveDetailsAsync();
        Assert.Equal(Text("CodeVerdict.TooManyTries"), (await newcomer.TypeWrongCodeAsync()).ErrorOf("Code"));
        await Site.ArrivedAsync(newcomer.Person.Phone, 1);
        var code = (await Site.InboxAsync(newcomer.Person.Phone))[0].Code ?? "";
        Assert.Equal("/sign-up/phone-code", (await newcomer.TypeCodeAsync(code)).Path);
    }

    [Fact]
    public async Task Twenty_wrong_tries_a_day_are_all_that_a_phone_has_over_all_journeys()
    {
        var phone = Person.New().Phone;
        for (var journey = 0; journey < 4; journey++)
        {
            var stranger = await Newcomer.AtCodeAsync(Site, Person.New() with { Phone = phone });
            for (var i = 0; i < 5; i++) await stranger.TypeWrongCodeAsync();
        }

        var newcomer = await Newcomer.AtCodeAsync(Site, Person.New() with { Phone = phone });
        var code = await newcomer.CodeAsync();
        var page = await newcomer.TypeCodeAsync(code);
        Assert.Equal((HttpStatusCode.OK, "/sign-up/phone-code"), (page.Status, page.Path));
        Assert.Equal(Text("CodeVerdict.TooManyTriesToday", "24 ชั่วโมง"), page.ErrorOf("Code"));

        Site.Clock.Leap(TimeSpan.FromHours(23));
        newcomer = await Newcomer.AtCodeAsync(Site, newcomer.Person);
        page = await newcomer.ProvePhoneAsync();
        Assert.Equal(Text("CodeVerdict.TooManyTriesToday", "60 นาที"), page.ErrorOf("Code"));

        Site.Clock.Leap(TimeSpan.FromHours(1));
        newcomer = await Newcomer.AtCodeAsync(Site, newcomer.Person);
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task Right_codes_do_not_count_as_wrong_ones()
    {
        await using var site = new TestSite(
            shared.Kind, ("PhoneCodes:SendsPerPhonePerHour", "100"), ("PhoneCodes:SendsPerPhonePerDay", "100"),
            ("PhoneCodes:WrongTriesPerPhonePerDay", "3"));
        var phone = Person.New().Phone;
        for (var i = 0; i < 6; i++) await Newcomer.MemberAsync(site, Person.New() with { Phone = phone });
    }

    private string Text(string key, params object[] arguments) => SiteTexts.Of<PhoneCodeTexts>(Site, "th", key, arguments);
}

/// <inheritdoc/>
public sealed class WrongTryTestsOnSqlite(SqliteSite shared) : WrongTryTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class WrongTryTestsOnPostgres(PostgresSite shared) : WrongTryTests(shared), IClassFixture<PostgresSite>;
