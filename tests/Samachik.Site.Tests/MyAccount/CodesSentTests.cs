using Microsoft.EntityFrameworkCore;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.MyAccount;

/// <summary>The SMS with codes in a member's activity: what became of them, never the code.</summary>
public abstract class CodesSentTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Theory]
    [InlineData(MessageState.Accepted, null, CodeDelivery.OnTheWay)]
    [InlineData(MessageState.Accepted, SmsDelivery.Failed, CodeDelivery.Failed)]
    [InlineData(MessageState.Refused, null, CodeDelivery.Failed)]
    [InlineData(MessageState.Unknown, null, CodeDelivery.Delayed)]
    public async Task It_is_told_as_it_is_in_both_languages(MessageState state, SmsDelivery? delivery, CodeDelivery told)
    {
        var (member, reference) = await WithCodeAsync(state, delivery);
        foreach (var language in (string[])["th", "en"])
        {
            await member.Visitor.ReadAsync(language);
            Assert.Contains(SiteTexts.Of<MyAccountTexts>(Site, language, $"CodeDelivery.{told}"), TextOf(await ActivityAsync(member), reference), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_that_arrived_tells_when_with_reference_and_masked_number_and_no_code()
    {
        var (member, reference) = await WithCodeAsync(MessageState.Accepted, SmsDelivery.Delivered);
        var text = TextOf(await ActivityAsync(member), reference);
        var at = BangkokTime.Clock(Site.Clock.GetUtcNow());
        Assert.Contains(SiteTexts.Of<MyAccountTexts>(Site, "th", "CodesSent.Delivered", at), text, StringComparison.Ordinal);
        Assert.Contains(SiteTexts.Of<MyAccountTexts>(Site, "th", "CodePurpose.SignUp"), text, StringComparison.Ordinal);
        Assert.Contains(member.Person.Phone[^4..], text, StringComparison.Ordinal);
        Assert.DoesNotContain(member.Person.Phone[3..], text.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var code = (await Site.SmsAsync(member.Person.Phone, reference)).Code;
        Assert.NotNull(code);
        Assert.DoesNotContain(code, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_elses_are_there()
    {
        var (_, reference) = await WithCodeAsync(MessageState.Accepted, null);
        var other = await Newcomer.MemberAsync(Site);
        Assert.DoesNotContain($"data-reference=\"{reference}\"", (await ActivityAsync(other)).Body, StringComparison.Ordinal);
    }

    private static Task<Reply> ActivityAsync(Newcomer member) => member.Visitor.OpenAsync("/account/activity");

    private static string TextOf(Reply page, string reference) =>
        page.Document.QuerySelector($"#codes-sent [data-reference='{reference}']")?.TextContent ?? "";

    // The code of the sign-up that made the account.
    private async Task<(Newcomer Member, string Reference)> WithCodeAsync(MessageState state, SmsDelivery? delivery)
    {
        var member = await Newcomer.MemberAsync(Site);
        var (id, now) = (await member.IdAsync(), Site.Clock.GetUtcNow());
        var reference = await Site.LookAsync(db => db.SignUpJourneys.Where(row => row.MemberId == id)
            .SelectMany(row => row.Challenges).Select(row => row.Reference).SingleAsync());
        await Site.SmsAsync(member.Person.Phone, reference);
        await Eventually.TrueAsync(
            () => Site.LookAsync(db => db.OutgoingMessages.AnyAsync(row => row.Reference == reference && row.State == MessageState.Accepted)), "the message to be taken");
        await Site.LookAsync(db => db.OutgoingMessages.Where(row => row.Reference == reference).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, state).SetProperty(row => row.Delivery, delivery)
            .SetProperty(row => row.DeliveryAt, delivery == null ? null : now)));
        return (member, reference);
    }
}

/// <inheritdoc/>
public sealed class CodesSentTestsOnSqlite(QuietSqliteSite shared) : CodesSentTests(shared), IClassFixture<QuietSqliteSite>;

/// <inheritdoc/>
public sealed class CodesSentTestsOnPostgres(QuietPostgresSite shared) : CodesSentTests(shared), IClassFixture<QuietPostgresSite>;
