using System.Text.Json;
using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Tests.Storage;

namespace Samachik.Site.Tests.Sms;

/// <summary>A gateway described by settings: what goes out, what its answers mean, and what cannot be meant.</summary>
public sealed class HttpJsonTests : IAsyncDisposable
{
    private const string Body = """{"ref":"{id}","message":{"to":["{to}"],"text":"{text}","from":"{sender}"},"hook":"{receipts}"}""";

    private static readonly (string Key, string Value)[] Settings =
    [
        ("Sms:HttpJson:Body", Body), ("Sms:HttpJson:Sender", "S \"S\" O"),
        ("Sms:HttpJson:Headers:0", $"Authorization: Bearer {GatewayDesk.Hidden}"), ("Sms:HttpJson:Headers:1", "api_key: a, b; c"),
        ("Sms:HttpJson:IdPath", "data.0.id"), ("Sms:HttpJson:StatusPath", "code"), ("Sms:HttpJson:Accepted", "000,0"),
        ("Sms:HttpJson:TryAgain", "busy"), ("Sms:HttpJson:RefusedNumber", "401,402"), ("Sms:HttpJson:RefusedBarred", "barred"),
        ("Sms:HttpJson:RefusedText", "text"), ("Sms:HttpJson:RefusedAccount", "credit"), ("Sms:HttpJson:Repeats", "Recognised"),
    ];

    private readonly GatewayDesk desk = new("HttpJson", Settings);

    [Fact]
    public async Task The_headers_and_the_body_are_those_of_the_settings()
    {
        var message = desk.Message("He said \"{to}\"\nรหัส \\ 483920");
        desk.Peer.Says(200, """{"code":"000","data":[{"id":"m-17"}]}""");
        Assert.Equal(SmsAnswer.Accepted("m-17"), await desk.Gateway.SendAsync(message, TestContext.Current.CancellationToken));
        var request = Assert.Single(desk.Peer.Seen);
        Assert.StartsWith("POST /sms HTTP/1.1\r\n", request.Head, StringComparison.Ordinal);
        Assert.Contains($"\r\nAuthorization: Bearer {GatewayDesk.Hidden}\r\n", request.Head, StringComparison.Ordinal);
        Assert.Equal("a, b; c", request.Header("api_key"));
        Assert.Equal("application/json; charset=utf-8", request.Header("Content-Type"));
        using var json = JsonDocument.Parse(request.Body);
        string? At(string path) => GatewayJson.At(json.RootElement, path);
        Assert.Equal(
            (message.Id.ToString("D"), "+66812345678", message.Text, "S \"S\" O"), (At("ref"), At("message.to.0"), At("message.text"), At("message.from")));
        Assert.Contains($"/sms/receipts/HttpJson/{message.Id:D}/", At("hook"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, """{"code":0}""", SmsOutcome.Accepted, null)]
    [InlineData(200, """{"code":"busy"}""", SmsOutcome.TryAgain, null)]
    [InlineData(200, """{"code":401}""", SmsOutcome.Refused, SmsRefusal.Number)]
    [InlineData(422, """{"code":"402"}""", SmsOutcome.Refused, SmsRefusal.Number)]
    [InlineData(200, """{"code":"barred"}""", SmsOutcome.Refused, SmsRefusal.Barred)]
    [InlineData(400, """{"code":"TEXT"}""", SmsOutcome.Refused, SmsRefusal.Text)]
    [InlineData(402, """{"code":"credit"}""", SmsOutcome.Refused, SmsRefusal.Account)]
    [InlineData(200, """{"code":"never heard"}""", SmsOutcome.Unknown, null)]
    [InlineData(200, """{"other":1}""", SmsOutcome.Unknown, null)]
    [InlineData(200, "OK", SmsOutcome.Unknown, null)]
    [InlineData(401, """{"code":"never heard"}""", SmsOutcome.Refused, SmsRefusal.Account)]
    [InlineData(500, """{"code":"000"}""", SmsOutcome.Unknown, null)]
    [InlineData(503, "", SmsOutcome.TryAgain, null)]
    public async Task Its_answers_mean_what_the_settings_say(int status, string body, SmsOutcome outcome, SmsRefusal? why)
    {
        var answer = await desk.SendAsync(status, body);
        Assert.Equal((outcome, why), (answer.Outcome, answer.Why));
    }

    [Fact]
    public async Task Without_a_status_in_the_answer_the_HTTP_status_counts_and_the_method_is_that_of_the_settings()
    {
        await using var plain = new GatewayDesk("HttpJson", ("Sms:HttpJson:Body", Body), ("Sms:HttpJson:Method", "Put"), ("Sms:HttpJson:IdPath", "id"));
        Assert.Equal(SmsAnswer.Accepted("7"), await plain.SendAsync(200, """{"id":7}"""));
        Assert.Equal(SmsAnswer.Accepted(), await plain.SendAsync(204, ""));
        Assert.StartsWith("PUT ", plain.Peer.Seen[0].Head, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_does_with_repeats_is_what_the_settings_say() => Assert.Equal(SmsRepeats.Recognised, desk.Gateway.Repeats);

    [Theory]
    [InlineData("", """{"data":[{"id":"m1","state":"3"}]}""", SmsDelivery.Delivered)]
    [InlineData("", """{"data":[{"id":"m1","state":5}]}""", SmsDelivery.Failed)]
    [InlineData("", """{"data":[{"id":"m1","state":"wait"}]}""", SmsDelivery.Buffered)]
    [InlineData("", """{"data":[{"id":"m1","state":"9"}]}""", null)]
    [InlineData("?data.0.id=m1&data.0.state=3", null, SmsDelivery.Delivered)]
    public async Task Its_receipts_are_read_as_the_settings_say(string query, string? body, SmsDelivery? delivery)
    {
        await using var told = new GatewayDesk(
            "HttpJson", [.. Settings, ("Sms:HttpJson:ReceiptIdPath", "data.0.id"), ("Sms:HttpJson:ReceiptStatusPath", "data.0.state"),
                ("Sms:HttpJson:Delivered", "3"), ("Sms:HttpJson:Failed", "4,5"), ("Sms:HttpJson:Buffered", "wait")]);
        Assert.Equal(delivery is { } read ? new SmsReceipt("m1", read) : null, await told.ReadAsync(query, body));
    }

    [Theory]
    [InlineData("Sms:HttpJson:Body", "{\"to\": {to}}")]
    [InlineData("Sms:HttpJson:Body", "")]
    [InlineData("Sms:HttpJson:Accepted", "")]
    [InlineData("Sms:HttpJson:Headers:0", "no header")]
    [InlineData("Sms:HttpJson:Headers:0", "Na me: value")]
    [InlineData("Sms:HttpJson:Headers:0", "Content-Type: text/plain")]
    [InlineData("Sms:HttpJson:Headers:0", "Name: ก")]
    public void A_setting_that_cannot_be_meant_is_refused(string key, string value)
    {
        var faults = SettingsOf.Faults(
            true, [("Sms:Gateways", "HttpJson"), ("Sms:HttpJson:Url", "http://localhost/"), .. Settings.Where(pair => pair.Key != key), (key, value)]);
        Assert.StartsWith(key.Replace(":0", "", StringComparison.Ordinal) + ": ", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kannel", 4)]
    [InlineData("ThaiBulkSms", 3)]
    [InlineData("HttpJson", 2)]
    public void A_gateway_that_is_named_needs_its_settings(string name, int missing)
    {
        var faults = SettingsOf.Faults(true, ("Sms:Gateways", name));
        Assert.Equal(missing, faults.Count(fault => fault.StartsWith($"Sms:{name}:", StringComparison.Ordinal)));
        Assert.Equal(missing, faults.Count);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
