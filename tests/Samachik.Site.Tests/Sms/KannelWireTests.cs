using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Sms;

/// <summary>Kannel's sendsms interface, as it stands on the wire. Its answers are those of Kannel 1.4.5.</summary>
public sealed class KannelWireTests : IAsyncDisposable
{
    private readonly GatewayDesk desk = new("Kannel", GatewayDesk.Kannel);

    [Fact]
    public async Task A_Thai_message_goes_as_UCS2_with_all_that_belongs_to_it_and_nothing_in_the_address()
    {
        var message = desk.Message(life: TimeSpan.FromSeconds(299));
        desk.Peer.Says(202, "0: Accepted for delivery");
        Assert.Equal(SmsAnswer.Accepted(), await desk.Gateway.SendAsync(message, TestContext.Current.CancellationToken));
        var request = Assert.Single(desk.Peer.Seen);
        Assert.StartsWith("POST /sms HTTP/1.1\r\n", request.Head, StringComparison.Ordinal);
        Assert.Equal("text/plain; charset=utf-8", request.Header("Content-Type"));
        Assert.Equal(message.Text, request.Body);
        (string, string)[] expected =
        [
            ("Username", "site"), ("Password", GatewayDesk.Hidden), ("From", "SSO"), ("To", "+66812345678"), ("Coding", "2"), ("Validity", "4"), ("DLR-Mask", "23"),
        ];
        Assert.All(expected, pair => Assert.Equal(pair.Item2, request.Header($"X-Kannel-{pair.Item1}")));
        Assert.Matches($"^http://localhost:5000/sms/receipts/Kannel/{message.Id:D}/[A-Za-z0-9_-]{{43}}\\?told=%d$", request.Header("X-Kannel-DLR-Url"));
    }

    [Fact]
    public async Task An_English_message_goes_in_the_networks_own_alphabet_and_lives_a_minute_at_least()
    {
        desk.Peer.Says(202, "3: Queued for later delivery");
        var message = desk.Message("Office: your code is 483920, good for 5 min.\nReference BCDF.", TimeSpan.FromSeconds(20));
        Assert.Equal(SmsAnswer.Accepted(), await desk.Gateway.SendAsync(message, TestContext.Current.CancellationToken));
        var request = Assert.Single(desk.Peer.Seen);
        Assert.Equal(("0", "1"), (request.Header("X-Kannel-Coding"), request.Header("X-Kannel-Validity")));
    }

    [Theory]
    [InlineData(202, "0: Accepted for delivery", SmsOutcome.Accepted, null)]
    [InlineData(202, "3: Queued for later delivery", SmsOutcome.Accepted, null)]
    [InlineData(202, "Something else", SmsOutcome.Unknown, null)]
    [InlineData(403, "Authorization failed for sendsms", SmsOutcome.Refused, SmsRefusal.Account)]
    [InlineData(400, "Missing receiver(s) number(s), rejected", SmsOutcome.Refused, SmsRefusal.Number)]
    [InlineData(400, "Number(s) has/have been denied by white- and/or black-lists.", SmsOutcome.Refused, SmsRefusal.Barred)]
    [InlineData(400, "Sender missing and no global set, rejected", SmsOutcome.Refused, SmsRefusal.Text)]
    [InlineData(403, "Not routable. Do not try again.", SmsOutcome.Refused, SmsRefusal.Number)]
    [InlineData(400, "Invalid content-type", SmsOutcome.Refused, SmsRefusal.Other)]
    [InlineData(404, "Unknown request", SmsOutcome.Refused, SmsRefusal.Account)]
    [InlineData(503, "Temporal failure, try again later.", SmsOutcome.TryAgain, null)]
    [InlineData(500, "", SmsOutcome.Unknown, null)]
    [InlineData(502, "", SmsOutcome.Unknown, null)]
    [InlineData(504, "", SmsOutcome.Unknown, null)]
    public async Task Its_answers_are_sorted(int status, string body, SmsOutcome outcome, SmsRefusal? why)
    {
        var answer = await desk.SendAsync(status, body);
        Assert.Equal((outcome, why), (answer.Outcome, answer.Why));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
