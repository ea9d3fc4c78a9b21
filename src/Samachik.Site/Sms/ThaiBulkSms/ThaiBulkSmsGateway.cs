using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Samachik.Site.Settings;
using Samachik.Site.Sms.Receipts;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms.ThaiBulkSms;

/// <summary>
/// ThaiBulkSMS, API v2. It names a message in its answer alone and knows none by our id: one whose answer was lost is
/// never handed over again. Its receipts come to the address given with the message, or to the account's webhook.
/// </summary>
public sealed class ThaiBulkSmsGateway(GatewayHttp http, ReceiptAddresses addresses, SiteSettings settings) : ISmsGateway
{
    /// <summary>Its name.</summary>
    public const string Called = "ThaiBulkSms";

    // What stands in the name or description of an error, and what it means. The first that fits counts.
    private static readonly (string Word, SmsRefusal Why)[] Errors =
    [
        ("CREDIT", SmsRefusal.Account), ("AUTH", SmsRefusal.Account), ("API_KEY", SmsRefusal.Account), ("PERMISSION", SmsRefusal.Account),
        ("BLACKLIST", SmsRefusal.Barred), ("BLOCK", SmsRefusal.Barred),
        ("SENDER", SmsRefusal.Text), ("MESSAGE", SmsRefusal.Text), ("MSISDN", SmsRefusal.Number), ("NUMBER", SmsRefusal.Number), ("PHONE", SmsRefusal.Number),
    ];

    /// <inheritdoc/>
    public string Name => Called;

    /// <inheritdoc/>
    public SmsRepeats Repeats => SmsRepeats.SentTwice;

    /// <inheritdoc/>
    public TimeSpan DeliveryWindow => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<SmsAnswer> SendAsync(SmsMessage message, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(message);
        var account = settings.Sms.ThaiBulkSms;
        var force = account.Force switch { ThaiBulkSmsForce.Corporate => "corporate", ThaiBulkSmsForce.Standard => "standard" };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["msisdn"] = message.To.National, ["message"] = message.Text, ["sender"] = account.Sender, ["force"] = force,
            ["callback_url"] = addresses.Of(Name, message.Id).ToString(),
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, account.Url) { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Key}:{account.Secret}")));
        request.Headers.Accept.ParseAdd("application/json");
        return await http.SendAsync(Name, request, Read, stop);
    }

    /// <inheritdoc/>
    public async Task<SmsReceipt?> ReadReceiptAsync(HttpRequest request, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        var fields = await ReceiptFields.OfAsync(request, stop);
        SmsDelivery? told = fields.At("status")?.ToUpperInvariant() switch
        {
            "DELIVERED" or "DELIVRD" or "SUCCESS" => SmsDelivery.Delivered,
            "UNDELIVERED" or "UNDELIV" or "UNDELIVERABLE" or "FAILED" or "FAIL" or "REJECTED" or "REJECTD" or "EXPIRED" or "BLOCKED" => SmsDelivery.Failed,
            "BUFFERED" or "PENDING" or "ENROUTE" => SmsDelivery.Buffered,
            _ => null,
        };
        return told is { } delivery ? new SmsReceipt(fields.At("message_id") ?? fields.At("Transaction"), delivery) : null;
    }

    private static SmsAnswer Read(GatewayReply reply)
    {
        using var json = GatewayJson.Open(reply.Body);
        if (reply.IsSuccess)
        {
            if (json is null) return SmsAnswer.Unknown;
            if (GatewayJson.At(json.RootElement, "phone_number_list.0.message_id") is { Length: > 0 } id) return SmsAnswer.Accepted(id);
            return GatewayJson.At(json.RootElement, "bad_phone_number_list.0.number") is not null
                ? SmsAnswer.Refused(SmsRefusal.Number) : SmsAnswer.Unknown;
        }

        var error = json is null ? "" : Words(json.RootElement);
        var byStatus = GatewayHttp.ByStatus(reply);
        return byStatus.Outcome == SmsOutcome.Refused && Errors.FirstOrDefault(one => error.Contains(one.Word, StringComparison.OrdinalIgnoreCase)) is { Word: not null } known
            ? SmsAnswer.Refused(known.Why) : byStatus;
    }

    private static string Words(JsonElement answer) => GatewayJson.At(answer, "error.name") ?? GatewayJson.At(answer, "error.description") ?? "";
}
