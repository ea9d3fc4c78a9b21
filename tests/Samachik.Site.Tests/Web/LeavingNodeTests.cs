using System.Net;
using Samachik.Site.Web;

namespace Samachik.Site.Tests.Web;

/// <summary>A node that was told to stop sends new requests on, says so to whoever looks after it, and finishes what it has.</summary>
public sealed class LeavingNodeTests
{
    private static readonly TimeSpan LeaveFor = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Told_to_stop_it_does_nothing_for_new_requests_and_is_not_ready()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, ("Network:LeaveFor", "00:00:02"));
        using var client = new HttpClient { BaseAddress = site.Address };
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/health/ready")).StatusCode);

        var leaving = site.Service<LeavingNode>().StoppingAsync(TestContext.Current.CancellationToken);
        Assert.False(leaving.IsCompleted);
        using var ready = await GetAsync(client, "/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("\"node\":\"is stopping\"", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/health/live")).StatusCode);
        foreach (var path in (string[])["/", "/sign-up/agreement", "/assets/nothing.css"])
            await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(client, path));
        using var post = await client.PostAsync(new Uri("/sign-up/agreement", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, post.StatusCode);
        Assert.True(post.Headers.ConnectionClose);
        site.Clock.Advance(LeaveFor);
        await leaving;
    }

    [Fact]
    public async Task With_no_time_to_leave_it_serves_to_the_end()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite);
        using var client = new HttpClient { BaseAddress = site.Address };
        await site.Service<LeavingNode>().StoppingAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync(client, "/health/ready")).StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
