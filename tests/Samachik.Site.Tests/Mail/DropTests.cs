using System.Net;
using System.Text.Json;
using Samachik.Rules.Agreements;
using Samachik.Site.Mail;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Mail;

/// <summary>In Development e-mails fall into a folder, and a page shows them; elsewhere there is neither.</summary>
public abstract class DropTests(DatabaseKind kind)
{
    [Fact]
    public async Task A_mail_becomes_a_file_and_shows_on_the_page_and_in_the_JSON()
    {
        await using var site = new TestSite(kind);
        var text = new MailText("สวัสดี", "รหัสของคุณคือ 483920\nอ้างอิง BCDF\n\nดูที่ https://member.example.go.th/not-me/abcdefghjkmnpqrs\nหรือ http://localhost:5000/x?y=1 ก็ได้");
        await MailDesk.UntilAsync(site, await MailDesk.SendAsync(site, "A.b+c@example.com", text), MessageState.Accepted);
        var mail = Assert.Single(await site.MailboxAsync("a.b+c@example.com"));
        Assert.Equal(("A.b+c@example.com", "สวัสดี", text.Text, "483920", "BCDF"), (mail.To, mail.Subject, mail.Text, mail.Code, mail.Reference));
        Assert.Equal(["https://member.example.go.th/not-me/abcdefghjkmnpqrs", "http://localhost:5000/x?y=1"], mail.Links);
        Assert.Equal(site.Clock.GetUtcNow(), mail.At);

        var page = await site.NewVisitor().OpenAsync("/dev/mail");
        Assert.Contains("A.b+c@example.com", page.Document.QuerySelector(".sm-outbox__meta")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("สวัสดี", page.Document.QuerySelector(".sm-outbox__item h2")?.TextContent);
        Assert.Equal(mail.Links, page.Document.QuerySelectorAll(".sm-outbox__item a").Select(link => link.GetAttribute("href")));
        Assert.EndsWith(".eml", Assert.Single(Directory.GetFiles(site.Place.MailFolder)), StringComparison.Ordinal);
        MailDesk.TellsNothing(site.Log);
    }

    [Fact]
    public async Task The_newest_comes_first_and_a_restart_forgets_none()
    {
        await using var place = new TestPlace(kind);
        await using (var first = new TestSite(place))
            await MailDesk.UntilAsync(first, await MailDesk.SendAsync(first, "one@example.com"), MessageState.Accepted);
        await using var second = new TestSite(place) { Clock = new(TestSite.Start.AddMinutes(1)) };
        await MailDesk.UntilAsync(second, await MailDesk.SendAsync(second, "two@example.com", new("b", "B")), MessageState.Accepted);
        await MailDesk.UntilAsync(second, await MailDesk.SendAsync(second, "two@example.com", new("a", "A")), MessageState.Accepted);
        using var answer = await second.Http.SendAsync(
            new(HttpMethod.Get, new Uri(second.Address, "/dev/mail.json")), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            ["two@example.com", "two@example.com", "one@example.com"], json.RootElement.EnumerateArray().Select(mail => mail.GetProperty("to").GetString()));
        Assert.Equal(
            ["to", "subject", "text", "code", "reference", "links", "at"],
            json.RootElement[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(2, (await second.MailboxAsync("TWO@example.com")).Count);
        Assert.Empty(await second.MailboxAsync("three@example.com"));
    }

    [Fact]
    public async Task A_plus_sign_that_was_not_escaped_is_understood_and_a_broken_file_passed_over()
    {
        await using var site = new TestSite(kind);
        await MailDesk.UntilAsync(site, await MailDesk.SendAsync(site, "a+b@example.com"), MessageState.Accepted);
        foreach (var (name, bytes) in ((string, byte[])[])[("20990101T000000000-x.eml", []), ("y.eml", [0, 255, 13, 10]), ("z.part", "To: q@example.com"u8.ToArray())])
            await File.WriteAllBytesAsync(Path.Combine(site.Place.MailFolder, name), bytes, TestContext.Current.CancellationToken);
        Assert.Equal("a+b@example.com", Assert.Single(await site.MailboxAsync("a b@example.com")).To);
        var page = await site.NewVisitor().OpenAsync("/dev/mail");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("q@example.com", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_box_says_so()
    {
        await using var site = new TestSite(kind);
        var page = await site.NewVisitor().OpenAsync("/dev/mail");
        Assert.Contains(SiteTexts.Of<SharedTexts>(site, "th", "Outbox.Empty"), page.Body, StringComparison.Ordinal);
        Assert.Empty(await site.MailboxAsync("a@example.com"));
    }

    [Fact]
    public async Task Where_nothing_is_dropped_there_is_no_such_page()
    {
        await using var server = new SmtpServer();
        await using var site = new TestSite(kind, MailDesk.Through(server));
        foreach (var path in (string[])["/dev/mail", "/dev/mail.json"])
            Assert.Equal(HttpStatusCode.NotFound, (await site.NewVisitor().GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_site_without_mail_refuses_and_wipes_what_still_waits()
    {
        await using var site = new TestSite(kind, ("Mail:Kind", "None"));
        await MailDesk.UntilAsync(site, await MailDesk.SendAsync(site), MessageState.Refused);
        Assert.False(Directory.Exists(site.Place.MailFolder));
    }

    [Fact]
    public async Task An_English_mail_shows_its_code_too()
    {
        await using var site = new TestSite(kind);
        await MailDesk.SendAsync(site, "en@example.com", new("Code", "Your code is 123456.\nReference WXYZ.", ReadingLanguage.English));
        var mail = await Eventually.GetAsync(async () => (await site.MailboxAsync("en@example.com")).SingleOrDefault(), "the mail");
        Assert.Equal(("123456", "WXYZ"), (mail.Code, mail.Reference));
    }
}

/// <inheritdoc/>
public sealed class DropTestsOnSqlite() : DropTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class DropTestsOnPostgres() : DropTests(DatabaseKind.Postgres);
