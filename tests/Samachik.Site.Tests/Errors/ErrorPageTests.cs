using System.Net;
using System.Net.Sockets;
using System.Text;
using Samachik.Site.Texts;

namespace Samachik.Site.Tests.Errors;

/// <summary>Every failure is a page: honest, in the reader's language, as well guarded as all others.</summary>
public abstract class ErrorPageTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/sign-up/nowhere")]
    [InlineData("/sign-in/nothing")]
    [InlineData("/board")]
    [InlineData("/account/nothing")]
    [InlineData("/officers/nowhere")]
    [InlineData("/favicon.ico")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/wwwroot/assets/assets.json")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/assets.json")]
    [InlineData("/assets/..%2f..%2fappsettings.json")]
    [InlineData("/ก/ข")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        foreach (var language in (string[])["th", "en"])
        {
            var visitor = await InAsync(language);
            AssertErrorPage(await visitor.GetAsync(path), HttpStatusCode.NotFound, language);
        }
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    [InlineData("PROPFIND")]
    [InlineData("GETS")]
    public async Task Methods_that_no_page_has_are_refused(string method)
    {
        foreach (var path in (string[])["/", "/sign-up/details", "/sign-out", "/nowhere"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Site.Address, path));
            AssertErrorPage(await (await InAsync("en")).SendAsync(request), HttpStatusCode.MethodNotAllowed, "en");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/privacy")]
    [InlineData("/contact")]
    [InlineData("/sign-up")]
    public async Task A_page_that_takes_no_post_refuses_it(string path)
    {
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/");
        var token = await visitor.TokenAsync("/language");
        AssertErrorPage(
            await visitor.PostAsync(path, ("__RequestVerificationToken", token)), HttpStatusCode.MethodNotAllowed, "th");
    }

    [Fact]
    public async Task HEAD_answers_as_GET_does_without_the_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(Site.Address, "/"));
        var reply = await Site.NewVisitor().SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, ""), (reply.Status, reply.Body));
        AssertHeaders(reply);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("localhost@evil.example")]
    [InlineData("xn--lcalhost-qed.example")]
    public async Task Another_host_is_refused(string host)
    {
        foreach (var path in (string[])["/", "/sign-up/agreement", "/nowhere"])
        {
            // Raw: an HTTP client would not send all of these.
            var reply = await RawAsync($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 400", reply, StringComparison.Ordinal);
            Assert.DoesNotContain("evil", reply, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Another_host_gets_our_page_about_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Site.Address);
        request.Headers.Host = "evil.example";
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "localhost");
        AssertErrorPage(await Site.NewVisitor().SendAsync(request), HttpStatusCode.BadRequest, "th");
    }

    [Fact]
    public async Task A_forwarded_host_or_path_is_not_believed()
    {
        var visitor = Site.NewVisitor();
        foreach (var header in (string[])["X-Forwarded-Host", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "Forwarded"])
            visitor.Headers[header] = "evil.example";
        var page = await visitor.OpenAsync("/sign-up");
        Assert.Equal("/sign-up/agreement", page.Path);
        Assert.DoesNotContain("evil", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-up/agreement")]
    [InlineData("/privacy")]
    [InlineData("/assets/nothing.css")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/errors/404")]
    public async Task Every_answer_carries_the_security_headers(string path) => AssertHeaders(await Site.NewVisitor().GetAsync(path));

    [Theory]
    [InlineData("/errors/200", HttpStatusCode.BadRequest)]
    [InlineData("/errors/404", HttpStatusCode.NotFound)]
    [InlineData("/errors/418", HttpStatusCode.BadRequest)]
    [InlineData("/errors/-1", HttpStatusCode.BadRequest)]
    [InlineData("/errors/99999999999", HttpStatusCode.NotFound)]
    [InlineData("/errors/x", HttpStatusCode.NotFound)]
    public async Task The_error_page_itself_breaks_on_nothing(string path, HttpStatusCode status) =>
        AssertErrorPage(await Site.NewVisitor().GetAsync(path), status, "th");

    [Fact]
    public async Task Too_many_requests_of_a_network_wait()
    {
        await using var site = new TestSite(shared.Kind, ("Limits:RequestsPerNetworkPerMinute", "20"));
        var visitor = new Visitor(site) { From = "203.0.113.7" };
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/contact")).Status);
        var refused = await visitor.GetAsync("/contact");
        AssertErrorPage(refused, HttpStatusCode.TooManyRequests, "th");
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await new Visitor(site) { From = "203.0.113.99" }.GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await new Visitor(site) { From = "203.0.114.7" }.GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).Status);
        visitor.Cookies["samachik-language"] = Uri.EscapeDataString("c=en|uic=en");
        AssertErrorPage(await visitor.PostAsync("/sign-up/agreement"), HttpStatusCode.TooManyRequests, "en");
    }

    private void AssertErrorPage(Reply reply, HttpStatusCode status, string language)
    {
        Assert.Equal(status, reply.Status);
        Assert.StartsWith("text/html", reply.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(language, reply.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(
            SiteTexts.Of<ErrorTexts>(Site, language, $"{(int)status}.Heading"), reply.Document.QuerySelector("h1")?.TextContent);
        Assert.NotNull(reply.Document.QuerySelector("main a[href='/']"));
        Assert.NotNull(reply.Document.QuerySelector("main a[href='tel:1506']"));
        AssertHeaders(reply);
    }

    private static void AssertHeaders(Reply reply)
    {
        Assert.Contains("default-src 'none'", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
        Assert.Equal("DENY", reply.Headers["X-Frame-Options"]);
        Assert.Equal("no-referrer", reply.Headers["Referrer-Policy"]);
        if (!reply.Path.StartsWith("/assets/", StringComparison.Ordinal)) Assert.Contains("no-store", reply.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain("Server", reply.Headers.Keys);
        Assert.DoesNotContain("X-Powered-By", reply.Headers.Keys);
    }

    private async Task<Visitor> InAsync(string language)
    {
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/");
        if (language == "en") await visitor.ReadAsync("en");
        return visitor;
    }

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Site.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}

/// <inheritdoc/>
public sealed class ErrorPageTestsOnSqlite(SqliteSite shared) : ErrorPageTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class ErrorPageTestsOnPostgres(PostgresSite shared) : ErrorPageTests(shared), IClassFixture<PostgresSite>;
