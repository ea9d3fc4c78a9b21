using System.Text;
using Samachik.Site.Sms;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Tests.Sms;

/// <summary>ThaiBulkSMS, API v2: exchanges after the client of its makers and the code of others who use it.</summary>
public sealed class ThaiBulkSmsTests : IAsyncDisposable
{
    private const string Taken =
        """{"remaining_credit":2,"total_use_credit":1,"credit_type":"corporate","phone_number_list":[{"number":"66812345678","message_id":"btv151h3NUhTlmXzLoUH7v","used_credit":1}],"bad_phone_number_list":[]}""";

    private readonly GatewayDesk desk = new(
        "ThaiBulkSms", ("Sms:ThaiBulkSms:Key", "key"), ("Sms:ThaiBulkSms:Secret", GatewayDesk.Hidden), ("Sms:ThaiBulkSms:Sender", "SSO"));

    [Fact]
    public async Task A_message_goes_as_a_form_with_the_accounts_key()
    {
        var message = desk.Message();
        desk.Peer.Says(201, Taken);
        Assert.Equal(SmsAnswer.Accepted("btv151h3NUhTlmXzLoUH7v"), await desk.Gateway.SendAsync(message, TestContext.Current.CancellationToken));
        var request = Assert.Single(desk.Peer.Seen);
        Assert.StartsWith("POST /sms HTTP/1.1\r\n", request.Head, StringComparison.Ordinal);
        Assert.Equal("application/x-www-form-urlencoded", request.Header("Content-Type"));
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"key:{GatewayDesk.Hidden}")), request.Header("Authorization"));
        Assert.Equal(
            ("0812345678", message.Text, "SSO", "corporate"), (request.Form["msisdn"], request.Form["message"], request.Form["sender"], request.Form["force"]));
        Assert.Contains($"/sms/receipts/ThaiBulkSms/{message.Id:D}/", request.Form["callback_url"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_standard_way_is_asked_for_by_its_setting()
    {
        await using var standard = new GatewayDesk(
            "ThaiBulkSms", ("Sms:ThaiBulkSms:Key", "key"), ("Sms:ThaiBulkSms:Secret", "secret"), ("Sms:ThaiBulkSms:Sender", "SSO"), ("Sms:ThaiBulkSms:Force", "Standard"));
        await standard.SendAsync(201, Taken);
        Assert.Equal("standard", Assert.Single(standard.Peer.Seen).Form["force"]);
    }

    [Theory]
    [InlineData(200, """{"phone_number_list":[],"bad_phone_number_list":[{"number":"0812345678","message":"Phone number is invalid."}]}""", SmsOutcome.Refused, SmsRefusal.Number)]
    [InlineData(200, """{"phone_number_list":[],"bad_phone_number_list":[]}""", SmsOutcome.Unknown, null)]
    [InlineData(200, "<html>", SmsOutcome.Unknown, null)]
    [InlineData(400, """{"error":{"code":107,"name":"ERROR_INSUFFICIENT_CREDIT","description":"Insufficient credit."}}""", SmsOutcome.Refused, SmsRefusal.Account)]
    [InlineData(401, """{"error":{"code":101,"name":"ERROR_AUTHENTICATION","description":"Unauthorized."}}""", SmsOutcome.Refused, SmsRefusal.Account)]
    [InlineData(400, """{"error":{"code":109,"name":"ERROR_SENDER_NOT_FOUND","description":"Sender name."}}""", SmsOutcome.Refused, SmsRefusal.Text)]
    [InlineData(400, """{"error":{"code":105,"name":"ERROR_MSISDN_INVALID","description":"Msisdn."}}""", SmsOutcome.Refused, SmsRefusal.Number)]
    [InlineData(400, """{"error":{"code":199,"name":"ERROR_NEW","description":"New."}}""", SmsOutcome.Refused, SmsRefusal.Other)]
    [InlineData(429, """{"error":{"code":429,"name":"ERROR_TOO_MANY_MESSAGES","description":"Slow."}}""", SmsOutcome.TryAgain, null)]
    [InlineData(503, "", SmsOutcome.TryAgain, null)]
    [InlineData(500, """{"error":{"code":500,"name":"ERROR_INTERNAL","description":"Message."}}""", SmsOutcome.Unknown, null)]
    public async Task Its_answers_are_sorted(int status, string body, SmsOutcome outcome, SmsRefusal? why)
    {
        var answer = await desk.SendAsync(status, body);
        Assert.Equal((outcome, why), (answer.Outcome, answer.Why));
    }

    [Theory]
    [InlineData("?message_id=m1&status=delivered&phone=0812345678", null, SmsDelivery.Delivered)]
    [InlineData("?message_id=m1&status=failed&phone=0812345678&error=absent", null, SmsDelivery.Failed)]
    [InlineData("?message_id=m1&status=pending", null, SmsDelivery.Buffered)]
    [InlineData("?Transaction=m1&Status=DELIVRD&Time=20261120", null, SmsDelivery.Delivered)]
    [InlineData("", """{"status":"success","msisdn":"0812345678","message_id":"m1"}""", SmsDelivery.Delivered)]
    [InlineData("", """{"status":"fail","msisdn":"0812345678","message_id":"m1"}""", SmsDelivery.Failed)]
    public async Task Its_receipts_are_read(string query, string? body, SmsDelivery delivery) =>
        Assert.Equal(new SmsReceipt("m1", delivery), await desk.ReadAsync(query, body));

    [Theory]
    [InlineData("?message_id=m1", null)]
    [InlineData("?message_id=m1&status=", null)]
    [InlineData("?message_id=m1&status=something", null)]
    [InlineData("", "<xml/>")]
    [InlineData("", """["delivered"]""")]
    public async Task A_receipt_that_tells_nothing_is_none(string query, string? body) => Assert.Null(await desk.ReadAsync(query, body));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
