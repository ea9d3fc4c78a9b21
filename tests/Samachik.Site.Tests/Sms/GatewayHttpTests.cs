using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Sms;

/// <summary>What can go wrong on the way to a gateway, on a real line: told by whether the gateway can have the message.</summary>
public sealed class GatewayHttpTests : IAsyncDisposable
{
    private readonly GatewayDesk desk = new("Kannel", GatewayDesk.Kannel);

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://no-such-host.invalid/")]
    public async Task A_line_that_does_not_come_about_means_that_nothing_was_taken(string url)
    {
        await using var nowhere = new GatewayDesk("Kannel", [.. GatewayDesk.Kannel, ("Sms:Kannel:Url", url)]);
        Assert.Equal(SmsAnswer.TryAgain, await nowhere.SendAsync(202, "0: Accepted for delivery"));
    }

    [Fact]
    public async Task A_line_that_is_cut_after_the_request_tells_nothing()
    {
        desk.Peer.Answer = (_, _) => Task.FromResult<string?>(null);
        Assert.Equal(SmsAnswer.Unknown, await SendAsync());
        Assert.Single(desk.Peer.Seen);
    }

    // Without a body .NET would send the second request again by itself, on a new line.
    [Fact]
    public async Task A_kept_line_that_is_cut_after_the_second_request_is_not_used_anew()
    {
        Assert.Equal(SmsOutcome.Accepted, (await desk.SendAsync(202, "0: Accepted for delivery")).Outcome);
        desk.Peer.Answer = (_, _) => Task.FromResult<string?>(null);
        Assert.Equal(SmsAnswer.Unknown, await SendAsync());
        Assert.Equal(2, desk.Peer.Seen.Count);
    }

    [Theory]
    [InlineData("HTTP/1.1 202 Accepted\r\nContent-Length: 40\r\n\r\n0: Acc")]
    [InlineData("HTTP/1.1 202 Acc")]
    [InlineData("no HTTP at all\r\n\r\n")]
    public async Task So_does_half_an_answer(string half)
    {
        var answered = false;
        desk.Peer.Answer = async (_, stop) =>
        {
            answered = true;
            await Task.Yield();
            return half;
        };
        var sending = SendAsync();
        await Eventually.TrueAsync(() => Task.FromResult(answered), "the request");
        await Eventually.TrueAsync(
            () =>
            {
                desk.Site.Clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(sending.IsCompleted);
            },
            "the end of the wait");
        Assert.Equal(SmsAnswer.Unknown, await sending);
    }

    [Fact]
    public async Task A_gateway_that_hangs_is_waited_for_as_long_as_set()
    {
        desk.Peer.Answer = async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return null;
        };
        var sending = SendAsync();
        await Eventually.TrueAsync(() => Task.FromResult(desk.Peer.Seen.Count == 1), "the request");
        desk.Site.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(sending.IsCompleted);
        desk.Site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SmsAnswer.Unknown, await sending);
        Assert.Single(desk.Peer.Seen);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        Assert.Equal(SmsAnswer.Unknown, await desk.SendAsync(202, "0: " + new string('x', 65 * 1024)));
        Assert.Equal(SmsOutcome.Accepted, (await desk.SendAsync(202, "0: " + new string('x', 60 * 1024))).Outcome);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = new GatewayPeer();
        foreach (var status in (int[])[301, 302, 307, 308])
            Assert.Equal(SmsAnswer.Refused(SmsRefusal.Account), await desk.SendAsync(status, "", $"Location: {other.Url}\r\n"));
        Assert.Empty(other.Seen);
    }

    [Fact]
    public async Task Nothing_is_repeated_by_itself()
    {
        foreach (var status in (int[])[408, 429, 500, 502, 503, 504]) await desk.SendAsync(status, "");
        Assert.Equal(6, desk.Peer.Seen.Count);
    }

    [Fact]
    public async Task Nothing_of_a_request_is_logged_whatever_becomes_of_it()
    {
        await desk.SendAsync(202, "0: Accepted for delivery");
        await desk.SendAsync(500, $"{GatewayDesk.Phone} 483920");
        desk.Peer.Answer = (_, _) => Task.FromResult<string?>(null);
        await SendAsync();
        Assert.True(desk.Site.Log.Lines.Count() > 50, "Little was logged.");
        var log = string.Join('\n', desk.Site.Log.Lines);
        foreach (var told in (string[])[GatewayDesk.Hidden, "812345678", "483920", "BCDF", "/sms/receipts", desk.Peer.Url.Authority])
            Assert.DoesNotContain(told, log, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => desk.DisposeAsync();

    private Task<SmsAnswer> SendAsync() => desk.Gateway.SendAsync(desk.Message(), TestContext.Current.CancellationToken);
}
