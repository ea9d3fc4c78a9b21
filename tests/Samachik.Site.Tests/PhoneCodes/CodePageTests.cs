using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.Sms;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>What the code page and the SMS tell, and what stays of them.</summary>
public abstract class CodePageTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("th", "รหัส ", "อ้างอิง ", 70)]
    [InlineData("en", "code is ", "Reference ", 160)]
    public async Task The_SMS_speaks_the_readers_language_in_one_segment_with_the_pages_reference(
        string language, string code, string reference, int segment)
    {
        var newcomer = new Newcomer(Site);
        await newcomer.Visitor.OpenAsync("/");
        if (language == "en") await newcomer.Visitor.ReadAsync("en");
        await newcomer.AgreeAsync();
        var page = await newcomer.GiveDetailsAsync();
        Assert.NotNull(page.Reference);
        Assert.Matches("^[BCDFGHJKMNPQRTVWXYZ]{4}$", page.Reference);
        var sms = await Site.SmsAsync(newcomer.Person.Phone, page.Reference);
        Assert.Equal(newcomer.Person.E164, sms.To);
        Assert.Matches("^[0-9]{6}$", sms.Code);
        Assert.Contains(code + sms.Code, sms.Text, StringComparison.Ordinal);
        Assert.Contains(reference + page.Reference, sms.Text, StringComparison.Ordinal);
        Assert.Contains(" 5 ", sms.Text, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "Social Security Office" : "สำนักงานประกันสังคม", sms.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", sms.Text, StringComparison.OrdinalIgnoreCase);
        Assert.True(sms.Text.Length <= segment, $"{sms.Text.Length} characters.");
    }

    [Theory]
    [InlineData("th", 59, "ขอรหัสใหม่ได้ในอีก 1 วินาที")]
    [InlineData("en", 59, "You can ask for a new code in 1 second")]
    [InlineData("en", 58, "You can ask for a new code in 2 seconds")]
    public async Task The_wait_for_another_code_is_told_in_good_words(string language, int passed, string told)
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        await newcomer.Visitor.ReadAsync(language);
        Site.Clock.Advance(TimeSpan.FromSeconds(passed));
        var page = await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
        Assert.Equal(told, page.Document.GetElementById("resend-wait")?.TextContent);
    }

    [Fact]
    public async Task The_helpline_shows_when_five_minutes_have_passed_without_success()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        Assert.True(IsHidden(newcomer.Visitor.Page));
        Site.Clock.Advance(TimeSpan.FromMinutes(4));
        await newcomer.ResendAsync();
        Assert.True(IsHidden(newcomer.Visitor.Page));
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
        Assert.False(IsHidden(page));
        Assert.NotNull(page.Document.QuerySelector("#code-helpline a[href='tel:029562400']"));
    }

    [Fact]
    public async Task The_page_leads_back_to_correct_the_number_and_takes_the_code_from_the_SMS()
    {
        var page = (await Newcomer.AtCodeAsync(Site)).Visitor.Page;
        Assert.NotNull(page?.Document.QuerySelector("main a[href='/sign-up/details']"));
        Assert.Equal("one-time-code", page?.Document.GetElementById("Code")?.GetAttribute("autocomplete"));
        Assert.Equal("numeric", page?.Document.GetElementById("Code")?.GetAttribute("inputmode"));
    }

    [Fact]
    public async Task A_typed_code_is_never_shown_back()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        await newcomer.CodeAsync();
        var page = await newcomer.TypeCodeAsync("9876541");
        Assert.DoesNotContain("9876541", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_wiped_once_the_gateway_has_it()
    {
        var newcomer = await Newcomer.AtCodeAsync(Site);
        await newcomer.CodeAsync();
        var row = await SettledAsync(Site, newcomer.Visitor.Page?.Reference);
        Assert.Equal((MessageState.Accepted, "Outbox"), (row.State, row.Gateway));
        Assert.Null(row.TextCipher);
        Assert.Null(row.PhoneCipher);
    }

    [Fact]
    public async Task A_gateway_that_cannot_take_it_now_is_asked_again_until_the_code_is_over()
    {
        var gateway = new RecordingGateway { Answer = (_, _) => Task.FromResult(SmsAnswer.TryAgain) };
        await using var site = new TestSite(shared.Kind) { Gateway = gateway };
        var newcomer = await Newcomer.AtCodeAsync(site);
        var reference = newcomer.Visitor.Page?.Reference;
        await Eventually.TrueAsync(() => Task.FromResult(gateway.Handed.Count > 0), "the first attempt");
        await Eventually.TrueAsync(async () => (await RowAsync(site, reference)).Attempts == 1, "the first attempt on record");
        var waiting = await RowAsync(site, reference);
        Assert.Equal(MessageState.Waiting, waiting.State);
        Assert.NotNull(waiting.TextCipher);

        // Five minutes on, the code would be worth nothing: it is not sent any more.
        gateway.Answer = (_, _) => Task.FromResult(SmsAnswer.Accepted());
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        await Sending.PassAsync(site, async () => (await RowAsync(site, reference)).State == MessageState.TooLate, "the message to be given up");
        var row = await RowAsync(site, reference);
        Assert.Null(row.TextCipher);
        Assert.Null(row.PhoneCipher);
        Assert.Empty(gateway.To(newcomer.Person.E164));
    }

    [Fact]
    public async Task A_gateway_that_recovers_gets_the_message_and_sends_it_once()
    {
        var gateway = new RecordingGateway { Answer = (_, _) => Task.FromResult(SmsAnswer.TryAgain) };
        await using var site = new TestSite(shared.Kind) { Gateway = gateway };
        var newcomer = await Newcomer.AtCodeAsync(site);
        var reference = newcomer.Visitor.Page?.Reference;
        await Eventually.TrueAsync(async () => (await RowAsync(site, reference)).Attempts == 1, "the first attempt on record");
        gateway.Answer = (_, _) => Task.FromResult(SmsAnswer.Accepted());
        await Eventually.TrueAsync(
            async () =>
            {
                site.Clock.Advance(TimeSpan.FromSeconds(1));
                return (await RowAsync(site, reference)).State == MessageState.Accepted;
            },
            "the second attempt");
        Assert.Single(gateway.To(newcomer.Person.E164));
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
    }

    [Fact]
    public async Task A_gateway_that_breaks_is_not_asked_twice_and_the_page_stands()
    {
        var gateway = new RecordingGateway { Answer = (_, _) => throw new HttpRequestException("gone") };
        await using var site = new TestSite(shared.Kind) { Gateway = gateway };
        var newcomer = await Newcomer.AtCodeAsync(site);
        Assert.Equal(HttpStatusCode.OK, newcomer.Visitor.Page?.Status);
        var row = await SettledAsync(site, newcomer.Visitor.Page?.Reference);
        Assert.Equal(MessageState.Unknown, row.State);
        site.Clock.Advance(TimeSpan.FromSeconds(60));
        gateway.Answer = (_, _) => Task.FromResult(SmsAnswer.Accepted());
        await newcomer.ResendAsync();
        Assert.Equal("/sign-up/done", (await newcomer.ProvePhoneAsync()).Path);
        Assert.Equal(2, gateway.Handed.Count);
    }

    private static bool IsHidden(Reply? page)
    {
        var helpline = page?.Document.GetElementById("code-helpline");
        Assert.NotNull(helpline);
        return helpline.HasAttribute("hidden");
    }

    private static Task<OutgoingMessageRow> RowAsync(TestSite site, string? reference) =>
        site.LookAsync(db => db.OutgoingMessages.AsNoTracking().SingleAsync(row => row.Reference == reference));

    private static Task<OutgoingMessageRow> SettledAsync(TestSite site, string? reference) => Eventually.GetAsync(
        async () => await RowAsync(site, reference) is { State: not MessageState.Waiting and not MessageState.Taken } row ? row : null,
        "the message to be settled");
}

/// <inheritdoc/>
public sealed class CodePageTestsOnSqlite(SqliteSite shared) : CodePageTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class CodePageTestsOnPostgres(PostgresSite shared) : CodePageTests(shared), IClassFixture<PostgresSite>;
