using System.Globalization;
using Samachik.Site.Tests.Processes;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Sms;

/// <summary>What a real delivery report makes a person see: on the page that asks for the code, and afterwards among their activity.</summary>
[Trait("Category", "Process")]
public sealed class KannelPageTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_code_that_arrived_is_seen_on_the_page_and_in_the_activity(DatabaseKind kind)
    {
        await using var kannel = await KannelRig.StartAsync();
        await using var site = Site(kind, kannel);
        var newcomer = await Newcomer.AtCodeAsync(site);
        var reference = newcomer.Visitor.Page?.Reference;
        await UntilToldAsync(newcomer, "delivered");
        var sms = await kannel.SubmitAsync(newcomer.Person.E164[1..]);
        Assert.Contains(reference ?? "no reference", sms.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-up/done", (await newcomer.TypeCodeAsync(ReceivedSms.CodeIn(sms.Text))).Path);
        var activity = await newcomer.Visitor.OpenAsync("/account/activity");
        Assert.Contains(
            SiteTexts.Of<MyAccountTexts>(site, "th", "CodesSent.Delivered", BangkokTime.Clock(site.Clock.GetUtcNow())),
            activity.Document.QuerySelector($"#codes-sent [data-reference='{reference}']")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_could_not_be_delivered_is_told_so()
    {
        await using var kannel = await KannelRig.StartAsync();
        await kannel.EndAsync("UNDELIV");
        await using var site = Site(DatabaseKind.Sqlite, kannel);
        await UntilToldAsync(await Newcomer.AtCodeAsync(site), "failed");
    }

    private static TestSite Site(DatabaseKind kind, KannelRig kannel)
    {
        var port = SiteProgram.FreePort();
        var receipts = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        return new(kind, [.. kannel.Settings, ("Sms:ReceiptsUrl", receipts)]) { Port = port };
    }

    private static Task UntilToldAsync(Newcomer newcomer, string word) => Eventually.TrueAsync(
        async () => (await newcomer.Visitor.GetAsync("/sign-up/phone-code")).Document.GetElementById("code-delivery")?.GetAttribute("data-delivery") == word,
        $"the page to tell {word}");
}
