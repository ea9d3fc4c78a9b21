using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Samachik.Site.Settings;
using Samachik.Site.Sms.Receipts;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms.HttpJson;

/// <summary>A gateway that takes JSON over HTTP: all that differs from house to house is a setting.</summary>
public sealed partial class HttpJsonGateway(GatewayHttp http, ReceiptAddresses addresses, SiteSettings settings) : ISmsGateway
{
    /// <summary>Its name.</summary>
    public const string Called = "HttpJson";

    /// <inheritdoc/>
    public string Name => Called;

    /// <inheritdoc/>
    public SmsRepeats Repeats => Own.Repeats;

    /// <inheritdoc/>
    public TimeSpan DeliveryWindow => Own.ReceiptWindow;

    private HttpJsonSettings Own => settings.Sms.HttpJson;

    /// <inheritdoc/>
    public async Task<SmsAnswer> SendAsync(SmsMessage message, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(message);
        var method = Own.Method switch { HttpJsonMethod.Post => HttpMethod.Post, HttpJsonMethod.Put => HttpMethod.Put };
        using var request = new HttpRequestMessage(method, Own.Url) { Content = new StringContent(Body(message), Encoding.UTF8, "application/json") };
        foreach (var header in Own.Headers) request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await http.SendAsync(Name, request, Read, stop);
    }

    /// <inheritdoc/>
    public async Task<SmsReceipt?> ReadReceiptAsync(HttpRequest request, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        var fields = await ReceiptFields.OfAsync(request, stop);
        var (receipts, status) = (Own.Receipts, fields.At(Own.Receipts.StatusPath));
        SmsDelivery? told = status is null ? null
            : Among(receipts.Delivered, status) ? SmsDelivery.Delivered
            : Among(receipts.Failed, status) ? SmsDelivery.Failed
            : Among(receipts.Buffered, status) ? SmsDelivery.Buffered : null;
        return told is { } delivery ? new SmsReceipt(fields.At(receipts.IdPath), delivery) : null;
    }

    // In one go, so that a placeholder inside a text stays a word of that text.
    private string Body(SmsMessage message) => Placeholder().Replace(Own.Body, found => JsonEncodedText.Encode(
        found.Value switch
        {
            "{to}" => message.To.E164,
            "{text}" => message.Text,
            "{id}" => message.Id.ToString("D"),
            "{sender}" => Own.Sender,
            _ => addresses.Of(Name, message.Id).ToString(),
        },
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString());

    private SmsAnswer Read(GatewayReply reply)
    {
        using var json = GatewayJson.Open(reply.Body);
        string? At(string path) => json is null || path.Length == 0 ? null : GatewayJson.At(json.RootElement, path);
        var answers = Own.Answers;
        if (At(Own.StatusPath) is { } status)
        {
            if (reply.IsSuccess && Among(answers.Accepted, status)) return SmsAnswer.Accepted(At(Own.IdPath));
            if (Among(answers.TryAgain, status)) return SmsAnswer.TryAgain;
            if (Among(answers.Number, status)) return SmsAnswer.Refused(SmsRefusal.Number);
            if (Among(answers.Barred, status)) return SmsAnswer.Refused(SmsRefusal.Barred);
            if (Among(answers.Words, status)) return SmsAnswer.Refused(SmsRefusal.Text);
            if (Among(answers.Account, status)) return SmsAnswer.Refused(SmsRefusal.Account);
        }

        if (!reply.IsSuccess) return GatewayHttp.ByStatus(reply);
        return Own.StatusPath.Length == 0 ? SmsAnswer.Accepted(At(Own.IdPath)) : SmsAnswer.Unknown;
    }

    private static bool Among(IReadOnlyList<string> values, string value) => values.Contains(value, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\{(to|text|id|sender|receipts)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
