using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>A code lives five minutes of its own, whatever other codes are sent, and works once, for its purpose.</summary>
public abstract class CodeLifeTests(SharedSite shared)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private TestSite Site => shared.Site;

    [Fact]
    public async Task The_clock_counts_down_from_five_minutes()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        Assert.Equal(300, newcomer.Visitor.Page?.SecondsLeft);
        Assert.Equal(SiteTexts.Of<PhoneCodeTexts>(Site, "th", "Resend.Heading"), newcomer.Visitor.Page?.Document.QuerySelector("main h2")?.TextContent);
        Site.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(239, (await newcomer.Visitor.OpenAsync("/sign-up/phone-code")).SecondsLeft);
        Site.Clock.Advance(Life - TimeSpan.FromSeconds(61));
        var page = await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
        Assert.Equal((null, null), (page.SecondsLeft, page.Reference));
        Assert.Equal(SiteTexts.Of<PhoneCodeTexts>(Site, "th", "Resend.None"), page.Document.QuerySelector("main h2")?.TextContent);
    }

    [Fact]
    public async Task A_code_works_until_the_last_second()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var code = await newcomer.CodeAsync();
        Site.Clock.Advance(Life - Second);
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(code)).Path);
    }

    [Fact]
    public async Task After_five_minutes_it_is_over_and_a_new_one_works()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var code = await newcomer.CodeAsync();
        Site.Clock.Advance(Life);
        var page = await newcomer.TypeCodeAsync(code);
        Assert.Equal("/sign-up/phone-code", page.Path);
        Assert.Equal(SiteTexts.Of<PhoneCodeTexts>(Site, "th", "CodeVerdict.Expired"), page.ErrorOf("Code"));
        await newcomer.ResendAsync();
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task A_late_SMS_is_good_until_its_own_five_minutes_pass()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var first = await newcomer.CodeAsync();
        Site.Clock.Advance(TimeSpan.FromSeconds(60));
        var page = await newcomer.ResendAsync();
        Assert.Equal(300, page.SecondsLeft);
        Site.Clock.Advance(Life - TimeSpan.FromSeconds(61));
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(first)).Path);
    }

    [Fact]
    public async Task Each_code_ends_by_itself_while_the_others_live_on()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var first = await newcomer.CodeAsync();
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        await newcomer.ResendAsync();
        var second = await newcomer.CodeAsync();
        Assume.Differs(first, second);
        Site.Clock.Advance(TimeSpan.FromMinutes(3));
        var page = await newcomer.TypeCodeAsync(first);
        Assert.Equal(SiteTexts.Of<PhoneCodeTexts>(Site, "th", "CodeVerdict.Expired"), page.ErrorOf("Code"));
        Assert.Equal(120, page.SecondsLeft);
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(second)).Path);
    }

    [Theory]
    [InlineData("thai")]
    [InlineData("spaced")]
    [InlineData("slipped")]
    public async Task A_code_is_read_as_people_type_it(string how)
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var code = await newcomer.CodeAsync();
        var typed = how switch
        {
            "thai" => string.Concat(code.Select(digit => (char)('๐' + digit - '0'))),
            "spaced" => $" {code[..3]} {code[3..]}\t",
            _ => string.Concat(code.Select(digit => "จๅ/-ภถ\u0E38\u0E36คต"[digit - '0'])),
        };

        // A code of 2s and 3s alone is / and -, which no Thai keyboard need have made.
        Assert.SkipWhen(how == "slipped" && code.All(digit => digit is '2' or '3'), "No Thai letter in it.");
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(typed)).Path);
    }

    [Theory]
    [InlineData("", "Missing")]
    [InlineData("   ", "Missing")]
    [InlineData("12345", "WrongShape")]
    [InlineData("1234567", "WrongShape")]
    [InlineData("12345a", "WrongShape")]
    [InlineData("１２３４５６", "WrongShape")]
    [InlineData("١٢٣٤٥٦", "WrongShape")]
    public async Task What_cannot_be_a_code_is_said_to_be_none_and_costs_no_try(string typed, string flaw)
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        for (var i = 0; i < 7; i++)
        {
            var page = await newcomer.TypeCodeAsync(typed);
            Assert.Equal(SiteTexts.Of<PhoneCodeTexts>(Site, "th", $"PhoneCodeFlaw.{flaw}", 6), page.ErrorOf("Code"));
            Assert.Equal([("#Code", page.ErrorOf("Code") ?? "")], page.Summary);
            Assert.Equal("true", page.Document.GetElementById("Code")?.GetAttribute("aria-invalid"));
        }

        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task A_code_of_one_purpose_is_useless_for_every_other()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        Assert.True(PhoneCode.TryParse(await newcomer.CodeAsync(), 6, out var code, out _));
        var sent = (await newcomer.ChallengeAsync()).Facts;
        var (now, lookup) = (Site.Clock.GetUtcNow(), Site.Service<LookupHash>());
        foreach (var purpose in Enum.GetValues<CodePurpose>())
        {
            var (verdict, _) = CodeChallenge.Check([sent], purpose, challenge => lookup.Of(code, purpose, challenge.Id), now);
            Assert.Equal(purpose == CodePurpose.SignUp ? CodeVerdict.Right : CodeVerdict.Wrong, verdict);
        }
    }

    [Fact]
    public async Task A_code_is_spent_when_it_was_used()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        var sent = await newcomer.ChallengeAsync();
        await newcomer.ProvePhoneAsync();
        var row = await Site.LookAsync(db => db.CodeChallenges.AsNoTracking().SingleAsync(challenge => challenge.Id == sent.Id));
        Assert.Equal(Site.Clock.GetUtcNow(), row.UsedAt);
        Assert.True(row.Facts.IsSpent);
    }
}

/// <inheritdoc/>
public sealed class CodeLifeTestsOnSqlite(SqliteSite shared) : CodeLifeTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class CodeLifeTestsOnPostgres(PostgresSite shared) : CodeLifeTests(shared), IClassFixture<PostgresSite>;
