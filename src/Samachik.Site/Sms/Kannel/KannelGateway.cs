using System.Globalization;
using System.Text;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Sms.Receipts;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms.Kannel;

/// <summary>
/// Kannel's sendsms interface, by POST: so neither number nor text stands in an address. It keeps no ids of ours, and a
/// message that waits there for its operator has no receipt yet: one whose answer was lost is never handed over again.
/// </summary>
public sealed class KannelGateway(GatewayHttp http, ReceiptAddresses addresses, SiteSettings settings, TimeProvider time) : ISmsGateway
{
    /// <summary>Its name.</summary>
    public const string Called = "Kannel";

    // Delivered (1), failed (2), waits for the phone (4), refused by the operator (16); not "with the operator" (8).
    private const string WantedReceipts = "23";

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
        var (kannel, minutes) = (settings.Sms.Kannel, (int)(message.NotAfter - time.GetUtcNow()).TotalMinutes);
        using var request = new HttpRequestMessage(HttpMethod.Post, kannel.Url) { Content = new StringContent(message.Text, Encoding.UTF8, "text/plain") };
        (string Name, string Value)[] headers =
        [
            ("Username", kannel.User), ("Password", kannel.Password), ("From", kannel.Sender), ("To", message.To.E164),
            ("Coding", SmsSegments.IsGsm(message.Text) ? "0" : "2"),
            ("Validity", Math.Max(1, minutes).ToString(CultureInfo.InvariantCulture)),
            ("DLR-Mask", WantedReceipts), ("DLR-Url", $"{addresses.Of(Name, message.Id)}?told=%d"),
        ];
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation($"X-Kannel-{name}", value);
        return await http.SendAsync(Name, request, Read, stop);
    }

    /// <inheritdoc/>
    public Task<SmsReceipt?> ReadReceiptAsync(HttpRequest request, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        SmsDelivery? told = request.Query["told"].ToString() switch
        {
            "1" => SmsDelivery.Delivered,
            "2" or "16" => SmsDelivery.Failed,
            "4" => SmsDelivery.Buffered,
            _ => null,
        };
        return Task.FromResult(told is { } delivery ? new SmsReceipt(null, delivery) : null);
    }

    private static SmsAnswer Read(GatewayReply reply) => reply switch
    {
        { IsSuccess: true } => reply.Body.StartsWith("0:", StringComparison.Ordinal) || reply.Body.StartsWith("3:", StringComparison.Ordinal)
            ? SmsAnswer.Accepted() : SmsAnswer.Unknown,
        _ when Says(reply, "try again later") => SmsAnswer.TryAgain,
        _ when Says(reply, "black-list") => SmsAnswer.Refused(SmsRefusal.Barred),
        _ when Says(reply, "receiver") || Says(reply, "routable") => SmsAnswer.Refused(SmsRefusal.Number),
        _ when Says(reply, "sender") => SmsAnswer.Refused(SmsRefusal.Text),
        _ => GatewayHttp.ByStatus(reply),
    };

    private static bool Says(GatewayReply reply, string words) => reply.Body.Contains(words, StringComparison.OrdinalIgnoreCase);
}
