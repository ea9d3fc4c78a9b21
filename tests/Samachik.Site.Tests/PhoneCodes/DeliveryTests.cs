using System.Net;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.MyAccount;
using Samachik.Site.Tests.Recovery;
using Samachik.Site.Tests.Sms;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.PhoneCodes;

/// <summary>Where the SMS with the code is, as the person is told it; and to whom it is not told.</summary>
public abstract class DeliveryTests(SharedSite shared)
{
    private const string Ask = "/sign-up/phone-code?handler=Delivery";

    private TestSite Site => shared.Site;

    [Theory]
    [InlineData(MessageState.Accepted, null, null, "on-the-way", "CodeDelivery.OnTheWay")]
    [InlineData(MessageState.Waiting, null, null, "on-the-way", "CodeDelivery.OnTheWay")]
    [InlineData(MessageState.Taken, null, null, "on-the-way", "CodeDelivery.OnTheWay")]
    [InlineData(MessageState.Unknown, null, null, "delayed", "CodeDelivery.Delayed")]
    [InlineData(MessageState.Accepted, SmsDelivery.Buffered, null, "delayed", "CodeDelivery.Delayed")]
    [InlineData(MessageState.Accepted, SmsDelivery.Delivered, null, "delivered", "CodeDelivery.Delivered")]
    [InlineData(MessageState.Unknown, SmsDelivery.Delivered, null, "delivered", "CodeDelivery.Delivered")]
    [InlineData(MessageState.Accepted, SmsDelivery.Failed, null, "failed", "CodeDelivery.Failed")]
    [InlineData(MessageState.Refused, null, SmsRefusal.Number, "failed", "CodeDelivery.Failed")]
    [InlineData(MessageState.Refused, null, SmsRefusal.Barred, "failed", "CodeDelivery.Failed")]
    [InlineData(MessageState.Refused, null, SmsRefusal.Account, "failed", "Delivery.CannotSend")]
    [InlineData(MessageState.Refused, null, SmsRefusal.Text, "failed", "Delivery.CannotSend")]
    public async Task It_is_told_as_it_is_in_both_languages(MessageState state, SmsDelivery? delivery, SmsRefusal? refusal, string word, string text)
    {
        var newcomer = await AtCodeAsync(Site);
        await BecomeAsync(newcomer, state, delivery, refusal);
        foreach (var language in (string[])["th", "en"])
        {
            await newcomer.Visitor.ReadAsync(language);
            var page = await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
            Assert.Equal(word, WordOf(page));
            Assert.Contains(SiteTexts.Of<PhoneCodeTexts>(Site, language, text, BangkokTime.Clock(Site.Clock.GetUtcNow())), TextOf(page), StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector(".sm-refresh a[href='/sign-up/phone-code']"));
            Assert.Equal("status", page.Document.GetElementById("code-delivery")?.GetAttribute("role"));
        }
    }

    [Fact]
    public async Task One_that_cannot_reach_the_number_says_what_to_do()
    {
        var newcomer = await AtCodeAsync(Site);
        await BecomeAsync(newcomer, MessageState.Accepted, SmsDelivery.Failed);
        var told = (await newcomer.Visitor.OpenAsync("/sign-up/phone-code")).Document.GetElementById("code-delivery");
        Assert.NotNull(told?.QuerySelector("a[href='/sign-up/details']"));
        Assert.NotNull(told.QuerySelector("a[href='tel:029562400']"));
        Assert.Equal(3, told.QuerySelectorAll("li").Length);
    }

    [Fact]
    public async Task One_that_nobody_hears_of_is_delayed_after_a_minute()
    {
        var newcomer = await AtCodeAsync(Site);
        Site.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("on-the-way", WordOf(await newcomer.Visitor.OpenAsync("/sign-up/phone-code")));
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("delayed", WordOf(await newcomer.Visitor.OpenAsync("/sign-up/phone-code")));
    }

    [Fact]
    public async Task Before_a_gateway_took_it_and_after_it_asked_to_try_again_it_is_not_called_sent()
    {
        var gateway = new RecordingGateway { Answer = (_, _) => Task.FromResult(SmsAnswer.TryAgain) };
        await using var site = new TestSite(shared.Kind) { Gateway = gateway };
        var newcomer = await Newcomer.AtCodeAsync(site);
        var reference = newcomer.Visitor.Page?.Reference;
        await Eventually.TrueAsync(async () => (await RowAsync(site, reference)).RetryAt is not null, "the first attempt on record");
        Assert.Equal("delayed", WordOf(await newcomer.Visitor.OpenAsync("/sign-up/phone-code")));
    }

    [Fact]
    public async Task The_script_gets_that_part_alone_and_nothing_once_the_code_is_over()
    {
        var newcomer = await AtCodeAsync(Site);
        var part = await newcomer.Visitor.GetAsync(Ask);
        Assert.Equal((HttpStatusCode.OK, "on-the-way", "no-store"), (part.Status, WordOf(part), part.Headers["Cache-Control"]));
        Assert.StartsWith("<div", part.Body.Trim(), StringComparison.Ordinal);
        Assert.True(part.Body.Length < 2_000, $"{part.Body.Length} letters.");
        Assert.DoesNotContain("__RequestVerificationToken", part.Body, StringComparison.Ordinal);
        await newcomer.Visitor.OpenAsync("/sign-up/phone-code");
        await BecomeAsync(newcomer, MessageState.Accepted, SmsDelivery.Failed);
        Assert.Contains("/sign-up/details", (await newcomer.Visitor.GetAsync(Ask)).Body, StringComparison.Ordinal);
        Site.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((HttpStatusCode.NoContent, ""), (await newcomer.Visitor.GetAsync(Ask) is var over ? over.Status : default, over.Body));
    }

    [Theory]
    [InlineData("/sign-up/phone-code")]
    [InlineData("/sign-in/code")]
    [InlineData("/account/phone/code")]
    public async Task Who_may_not_see_the_page_is_not_told(string path) =>
        Assert.Equal(HttpStatusCode.Found, (await Site.NewVisitor().GetAsync($"{path}?handler=Delivery")).Status);

    [Fact]
    public async Task It_is_told_after_a_right_password_and_of_a_new_phone()
    {
        var member = await Member.NewAsync(Site);
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("on-the-way", WordOf(await member.AskForCodeAsync()));
        Assert.Null(member.Visitor.Page?.Document.QuerySelector("#code-delivery a[href='/sign-up/details']"));
        Assert.Equal("on-the-way", WordOf(await member.Visitor.GetAsync("/sign-in/code?handler=Delivery")));

        var home = await Newcomer.MemberAsync(Site);
        await home.Visitor.OpenAsync("/account/phone");
        Assert.Equal("on-the-way", WordOf(await home.Visitor.SubmitAndFollowAsync("/account/phone", ("Phone", Person.New().Phone))));
        Assert.Equal("on-the-way", WordOf(await home.Visitor.GetAsync("/account/phone/code?handler=Delivery")));
    }

    // Else a page left open in an empty room would stay signed in.
    [Fact]
    public async Task The_scripts_questions_keep_no_session_alive()
    {
        var home = await Newcomer.MemberAsync(Site);
        await home.Visitor.OpenAsync("/account/phone");
        await home.Visitor.SubmitAndFollowAsync("/account/phone", ("Phone", Person.New().Phone));
        var seen = await LastSeenAsync(home);
        Site.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.OK, (await home.Visitor.GetAsync("/account/phone/code?handler=Delivery")).Status);
        Assert.Equal(seen, await LastSeenAsync(home));
        await home.Visitor.GetAsync("/account/phone/code");
        Assert.Equal(Site.Clock.GetUtcNow(), await LastSeenAsync(home));
    }

    [Fact]
    public async Task A_recovery_answers_alike_with_and_without_an_account_whatever_became_of_the_SMS()
    {
        var owner = await Newcomer.MemberAsync(Site);
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        var known = await Returner.AtCodeAsync(Site, owner.Person);
        await known.CodeAsync();
        await BecomeAsync(known.Visitor, MessageState.Accepted, SmsDelivery.Failed);
        var unknown = await Returner.AtCodeAsync(Site, Person.New());
        foreach (var path in (string[])["/recovery/code", "/recovery/code?handler=Delivery"])
        {
            var (one, other) = (await known.Visitor.GetAsync(path), await unknown.Visitor.GetAsync(path));
            Assert.Equal((one.Status, Same(one)), (other.Status, Same(other)));
            Assert.Null(WordOf(one));
            foreach (var part in (string[])["code-delivery", "/assets/delivery"]) Assert.DoesNotContain(part, one.Body, StringComparison.Ordinal);
        }
    }

    // A number that gets no codes must look like one whose operator tells nothing.
    [Fact]
    public async Task One_withheld_looks_like_one_on_its_way_and_then_late()
    {
        var newcomer = await AtCodeAsync(Site);
        await BecomeAsync(newcomer, MessageState.Withheld);
        Assert.Equal("on-the-way", WordOf(await newcomer.Visitor.GetAsync(Ask)));
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("delayed", WordOf(await newcomer.Visitor.GetAsync(Ask)));
    }

    [Theory]
    [InlineData(MessageState.Accepted, SmsDelivery.Failed, true)]
    [InlineData(MessageState.Unknown, null, true)]
    [InlineData(MessageState.Accepted, null, true)]
    [InlineData(MessageState.Accepted, SmsDelivery.Delivered, false)]
    public async Task Another_code_goes_another_way_when_the_last_one_did_not_arrive(MessageState state, SmsDelivery? delivery, bool avoids)
    {
        var newcomer = await AtCodeAsync(Site);
        Assert.Null((await RowAsync(Site, newcomer.Visitor.Page?.Reference)).Avoid);
        await BecomeAsync(newcomer, state, delivery);
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await newcomer.ResendAsync();
        Assert.Equal(avoids ? "Outbox" : null, (await RowAsync(Site, again.Reference)).Avoid);
        Assert.Equal("on-the-way", WordOf(again));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "Way.None")]
    public async Task Gateways_that_are_down_are_named_honestly_also_in_a_recovery(bool isOff, string? text)
    {
        await using var site = new TestSite(shared.Kind);
        var newcomer = await Newcomer.AtCodeAsync(site);
        var reference = newcomer.Visitor.Page?.Reference;
        await Eventually.TrueAsync(async () => (await RowAsync(site, reference)).State == MessageState.Accepted, "the message to be taken");
        await SwitchAsync(site, isOff);
        var nobody = await Returner.AtCodeAsync(site, Person.New());
        foreach (var page in (Reply[])[await newcomer.Visitor.OpenAsync("/sign-up/phone-code"), await nobody.Visitor.OpenAsync("/recovery/code")])
        {
            var told = page.Document.GetElementById("other-way");
            Assert.Equal(text is not null, told is not null);
            if (text is not null) Assert.Contains(SiteTexts.Of<PhoneCodeTexts>(site, "th", text), told?.TextContent, StringComparison.Ordinal);
        }
    }

    private static async Task SwitchAsync(TestSite site, bool isOff)
    {
        await Sending.SwitchAsync(site, "Outbox", isOff);
        await Sending.PassAsync(site, () => Task.FromResult(site.Service<GatewayHealth>().PreferredIsDown == isOff), "the switch to be read");
    }

    private static string? WordOf(Reply? page) => page?.Document.GetElementById("code-delivery")?.GetAttribute("data-delivery");

    private static string TextOf(Reply page) => page.Document.GetElementById("code-delivery")?.TextContent ?? "";

    // All of a page but what is drawn for it alone.
    private static string Same(Reply page)
    {
        foreach (var drawn in page.Document.QuerySelectorAll("input[name=__RequestVerificationToken], input[name=FormStamp], #code-reference")) drawn.Remove();
        return page.Document.DocumentElement.OuterHtml;
    }

    private static async Task<Newcomer> AtCodeAsync(TestSite site)
    {
        site.Clock.Advance(TimeSpan.FromSeconds(1)); // so that of two with the same reference the later one is this one's
        var newcomer = await Newcomer.AtCodeAsync(site);
        var reference = newcomer.Visitor.Page?.Reference;
        await Eventually.TrueAsync(async () => (await RowAsync(site, reference)).State == MessageState.Accepted, "the message to be taken");
        return newcomer;
    }

    private Task BecomeAsync(Newcomer newcomer, MessageState state, SmsDelivery? delivery = null, SmsRefusal? refusal = null) =>
        BecomeAsync(newcomer.Visitor, state, delivery, refusal);

    // Wiped already, so that no worker sends it anew.
    private async Task BecomeAsync(Visitor visitor, MessageState state, SmsDelivery? delivery = null, SmsRefusal? refusal = null)
    {
        var (reference, now) = (visitor.Page?.Reference, Site.Clock.GetUtcNow());
        var sent = await Eventually.GetAsync(async () => await RowAsync(Site, reference) is { State: MessageState.Accepted } row ? row : null, "the message to be taken");
        Assert.Equal(1, await Site.LookAsync(db => db.OutgoingMessages.Where(row => row.Id == sent.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, state).SetProperty(row => row.Refusal, refusal)
            .SetProperty(row => row.Delivery, delivery).SetProperty(row => row.DeliveryAt, delivery == null ? null : now))));
    }

    private static Task<OutgoingMessageRow> RowAsync(TestSite site, string? reference) =>
        site.LookAsync(db => db.OutgoingMessages.AsNoTracking().OrderByDescending(row => row.CreatedAt).FirstAsync(row => row.Reference == reference));

    private static async Task<DateTimeOffset> LastSeenAsync(Newcomer member)
    {
        var id = await member.IdAsync();
        return await member.Site.LookAsync(db => db.MemberSessions.Where(row => row.MemberId == id).MaxAsync(row => row.LastSeenAt));
    }
}

/// <inheritdoc/>
public sealed class DeliveryTestsOnSqlite(QuietSqliteSite shared) : DeliveryTests(shared), IClassFixture<QuietSqliteSite>;

/// <inheritdoc/>
public sealed class DeliveryTestsOnPostgres(QuietPostgresSite shared) : DeliveryTests(shared), IClassFixture<QuietPostgresSite>;
