using System.Diagnostics;
using System.Net;
using Samachik.Site.Tests.Sms;

namespace Samachik.Site.Tests.Processes;

/// <summary>The shipped nginx configuration before nodes that break as a test tells them: what is asked again, what never, and what is written down.</summary>
[Trait("Category", "Process")]
public sealed class NginxTests
{
    // fail_timeout of the shipped file: a broken node is asked once more after it.
    private static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(3);
    private static readonly string Leaving = GatewayPeer.Http(421, "", "Connection: close\r\n");

    [Fact]
    public async Task A_post_is_sent_once_whatever_becomes_of_its_answer()
    {
        await using var one = new GatewayPeer { Answer = (_, _) => Task.FromResult<string?>(null) };
        await using var other = new GatewayPeer { Answer = (_, _) => Task.FromResult<string?>(null) };
        await using var nginx = await NginxRig.StartAsync(one.Url.Port, other.Url.Port);
        using var client = nginx.NewClient();
        using var answer = await PostAsync(client, "/sign-up/details", "a=1");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Single(one.Seen.Concat(other.Seen));
    }

    [Fact]
    public async Task A_post_that_a_leaving_node_did_not_take_goes_whole_to_another()
    {
        await using var leaving = new GatewayPeer { Answer = (_, _) => Task.FromResult<string?>(Leaving) };
        await using var staying = new GatewayPeer();
        staying.Says(200, "taken");
        await using var nginx = await NginxRig.StartAsync(leaving.Url.Port, staying.Url.Port);
        using var client = nginx.NewClient();
        var body = string.Concat(Enumerable.Repeat("0123456789", 6000));
        for (var i = 0; i < 20; i++)
        {
            using var answer = await PostAsync(client, "/sign-up/details?handler=Save", body);
            Assert.Equal("taken", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.NotEmpty(leaving.Seen);
        Assert.Equal(20, staying.Seen.Count);
        Assert.All(staying.Seen, request => Assert.True(
            request.Body == body && request.Head.StartsWith("POST /sign-up/details?handler=Save HTTP/1.1\r\n", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_question_goes_to_the_next_node_when_its_line_breaks_and_the_broken_node_is_left_alone()
    {
        await using var broken = new GatewayPeer { Answer = (_, _) => Task.FromResult<string?>(null) };
        await using var whole = new GatewayPeer();
        whole.Says(200, "whole");
        await using var nginx = await NginxRig.StartAsync(broken.Url.Port, whole.Url.Port);
        using var client = nginx.NewClient();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++) Assert.Equal("whole", await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.InRange(broken.Seen.Count, 1, 3 + (int)(watch.Elapsed / LeftAlone));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task What_the_site_says_of_itself_is_passed_on_and_asked_of_nobody_else(int status)
    {
        await using var one = new GatewayPeer();
        await using var other = new GatewayPeer();
        one.Says(status, "the site's own words", "Retry-After: 7\r\n");
        other.Says(status, "the site's own words", "Retry-After: 7\r\n");
        await using var nginx = await NginxRig.StartAsync(one.Url.Port, other.Url.Port);
        using var client = nginx.NewClient();
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter?.Delta);
        Assert.Equal("the site's own words", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Single(one.Seen.Concat(other.Seen));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Without_a_node_an_honest_page_says_so_in_both_languages(string method)
    {
        await using var nginx = await NginxRig.StartAsync(SiteProgram.FreePort(), SiteProgram.FreePort());
        using var client = nginx.NewClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/sign-up", UriKind.Relative)) { Version = HttpVersion.Version20 };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("ขออภัย ระบบใช้ไม่ได้ชั่วคราว", page, StringComparison.Ordinal);
        Assert.Contains("Sorry, the service is not available for the moment", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_learns_the_name_asked_for_and_the_true_address_and_nothing_a_client_claims()
    {
        await using var node = new GatewayPeer();
        node.Says(200, $"<html>{new string(' ', 2000)}</html>", "Content-Type: text/html\r\n");
        await using var nginx = await NginxRig.StartAsync(node.Url.Port);
        using var client = nginx.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative)) { Version = HttpVersion.Version20 };
        foreach (var name in (string[])["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded"]) request.Headers.TryAddWithoutValidation(name, "9.9.9.9");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var seen = Assert.Single(node.Seen);
        Assert.Equal(NginxRig.Host, seen.Header("Host"));
        Assert.Equal("127.0.0.1", seen.Header("X-Forwarded-For"));
        Assert.DoesNotContain("9.9.9.9", seen.Head, StringComparison.Ordinal);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/health/ready")]
    [InlineData("/health/live")]
    [InlineData("/HEALTH/Ready")]
    [InlineData("/%68ealth/ready")]
    [InlineData("//health/ready")]
    [InlineData("/metrics")]
    [InlineData("/dev/sms")]
    public async Task What_is_for_the_office_alone_is_closed(string path)
    {
        await using var node = new GatewayPeer();
        await using var nginx = await NginxRig.StartAsync(node.Url.Port);
        using var client = nginx.NewClient();
        using var answer = await client.GetAsync(new Uri($"https://{NginxRig.Host}{path}"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(node.Seen);
    }

    [Fact]
    public async Task Traffic_is_written_down_without_words_ids_or_questions()
    {
        await using var node = new GatewayPeer { Answer = (request, _) => Task.FromResult(request.Head.StartsWith("POST", StringComparison.Ordinal) ? null : GatewayPeer.Http(200, "")) };
        await using var nginx = await NginxRig.StartAsync(node.Url.Port);
        using var client = nginx.NewClient();
        (string Path, string Shown)[] paths =
        [
            ("/", "/"), ("/sign-up/agreement?ReturnUrl=zq7secret", "/sign-up/agreement"), ("/not-me/Zq7secretzq7secretzq7secretzq7secret", "/not-me"),
            ("/sms/receipts/HttpJson/0199d7a4-zq7secret/Zq7secret", "/sms/receipts"), ("/officers/people/0199d7a4-zq7secret/note", "/officers/people"),
            ("/1234567890123", "/"), ("/%E0%B8%AA%E0%B8%A1zq7secret", "/"), ("/a/zq7secret\"x", "/a"),
        ];
        foreach (var (path, _) in paths)
        {
            using var answer = await client.GetAsync(new Uri($"https://{NginxRig.Host}{path}"), TestContext.Current.CancellationToken);
            using var post = await PostAsync(client, path, "Word=zq7secret");
        }

        await Eventually.TrueAsync(() => Task.FromResult(nginx.Traffic.Count >= 2 * paths.Length), "the traffic records");
        Assert.Equal(paths.SelectMany(one => (string[])[one.Shown, one.Shown]), nginx.Traffic.Select(line => line.GetProperty("path").GetString()));
        Assert.All(nginx.Traffic, line => Assert.DoesNotContain("zq7secret", line.GetRawText(), StringComparison.OrdinalIgnoreCase));
        Assert.All(nginx.Traffic, line => Assert.Equal("127.0.0.1", line.GetProperty("client").GetString()));
        Assert.DoesNotContain("zq7secret", nginx.Faults, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string body) => client.PostAsync(
        new Uri($"https://{NginxRig.Host}{path}"), new StringContent(body, null, "application/x-www-form-urlencoded"), TestContext.Current.CancellationToken);
}
