using System.Net;

namespace Samachik.Site.Tests.Home;

/// <summary>The first page: what the service is, and the ways on.</summary>
public abstract class HomeTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("th", "สำนักงานประกันสังคม")]
    [InlineData("en", "Social Security Office")]
    public async Task It_names_the_office_and_leads_to_the_sign_up(string language, string office)
    {
        var visitor = Site.NewVisitor();
        var page = await visitor.OpenAsync("/");
        if (language == "en") page = await visitor.ReadAsync("en");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(office, page.Document.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/sign-up']"));
        Assert.NotNull(page.Document.QuerySelector("main a[href='/sign-in']"));
        Assert.NotNull(page.Document.QuerySelector("footer a[href='tel:1506']"));
        Assert.NotNull(page.Document.QuerySelector("footer a[href='tel:029562400']"));
    }

    [Fact]
    public async Task It_sets_no_cookie_but_the_forms_own_and_asks_nobody_else_for_anything()
    {
        var visitor = Site.NewVisitor();
        var page = await visitor.OpenAsync("/");
        Assert.Equal(["samachik-form"], visitor.Cookies.Keys);
        var sources = page.Document.QuerySelectorAll("[src],link[href]")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href"));
        Assert.All(sources, source => Assert.StartsWith("/assets/", source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_link_of_every_public_page_leads_to_a_page()
    {
        var visitor = Site.NewVisitor();
        var seen = new HashSet<string> { "/" };
        for (var queue = new Queue<string>(seen); queue.TryDequeue(out var path);)
        {
            var page = await visitor.OpenAsync(path);
            Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {page.Status}");
            foreach (var link in page.Document.QuerySelectorAll("a[href^='/'],link[href^='/'],script[src^='/']"))
            {
                var target = (link.GetAttribute("href") ?? link.GetAttribute("src") ?? "").Split('#')[0];
                if (seen.Add(target)) queue.Enqueue(target);
            }
        }

        Assert.Contains("/accessibility", seen);
        Assert.Contains("/privacy", seen);
        Assert.Contains("/sign-in", seen);
        Assert.DoesNotContain(seen, path => path.StartsWith("/board", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_office_of_another_name_is_called_by_it()
    {
        await using var site = new TestSite(
            shared.Kind, ("Office:Name:th", "กรมตัวอย่าง"), ("Office:Name:en", "Example Department"), ("Office:Hotline", "1999"),
            ("Office:CodeHelpline", "02-111-2222"));
        var visitor = site.NewVisitor();
        foreach (var path in (string[])["/", "/sign-up/agreement", "/privacy", "/conduct", "/contact", "/accessibility", "/recovery", "/nowhere"])
        {
            var page = await visitor.OpenAsync(path);

            // Tokens are random letters: any four stand there by chance.
            foreach (var token in page.Document.QuerySelectorAll("input[name=__RequestVerificationToken], input[name=FormStamp]")) token.Remove();
            var shown = page.Document.DocumentElement.OuterHtml;
            Assert.Contains("กรมตัวอย่าง", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("ประกันสังคม", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("1506", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("956-2400", shown, StringComparison.Ordinal);
        }
    }
}

/// <inheritdoc/>
public sealed class HomeTestsOnSqlite(SqliteSite shared) : HomeTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class HomeTestsOnPostgres(PostgresSite shared) : HomeTests(shared), IClassFixture<PostgresSite>;
