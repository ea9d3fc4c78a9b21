using Samachik.Site.Sms;

namespace Samachik.Site.Settings;

/// <summary>Reads the settings of SMS and of each gateway; what a gateway needs must be there once it is named.</summary>
internal static class ReadSmsSettings
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static SmsSettings From(SettingsReader read, OfficeSettings office, bool isDevelopment, bool sends)
    {
        var gateways = read.List("Sms:Gateways");
        if (gateways.Count == 0 && isDevelopment) gateways = ["Outbox"];
        if (gateways.Count == 0 && sends) read.Fault("Sms:Gateways", "must name at least one SMS gateway");
        if (!isDevelopment && gateways.Contains("Outbox", StringComparer.OrdinalIgnoreCase))
            read.Fault("Sms:Gateways", "names Outbox, which sends nothing and is for Development only");
        bool Has(string name) => gateways.Contains(name, StringComparer.OrdinalIgnoreCase);
        return new(
            gateways, read.Number("Sms:AtOnce", 16, 1, 1000), read.Number("Sms:BreakAfter", 4, 2, 1000),
            read.Duration("Sms:BreakFor", TimeSpan.FromSeconds(30), Second, Day),
            read.Duration("Sms:TimeOut", TimeSpan.FromSeconds(10), Second, TimeSpan.FromSeconds(10)),
            read.Url("Sms:ReceiptsUrl", "", isDevelopment, isForOthers: true) ?? office.PublicUrl,
            Kannel(read, Has("Kannel"), isDevelopment), ThaiBulkSms(read, Has("ThaiBulkSms"), isDevelopment), HttpJson(read, Has("HttpJson"), isDevelopment));
    }

    private static KannelSettings Kannel(SettingsReader read, bool isNamed, bool isDevelopment)
    {
        var kannel = new KannelSettings(
            read.Url("Sms:Kannel:Url", "", isDevelopment), read.Text("Sms:Kannel:User", ""), read.Text("Sms:Kannel:Password", ""),
            read.Text("Sms:Kannel:Sender", ""));
        if (!isNamed) return kannel;
        Need(read, "Sms:Kannel:Url", kannel.Url is not null);
        Need(read, "Sms:Kannel:User", kannel.User.Length > 0);
        Need(read, "Sms:Kannel:Password", kannel.Password.Length > 0);
        Need(read, "Sms:Kannel:Sender", kannel.Sender.Length > 0);
        return kannel;
    }

    private static ThaiBulkSmsSettings ThaiBulkSms(SettingsReader read, bool isNamed, bool isDevelopment)
    {
        var account = new ThaiBulkSmsSettings(
            read.Url("Sms:ThaiBulkSms:Url", "https://api-v2.thaibulksms.com/sms", isDevelopment),
            read.Text("Sms:ThaiBulkSms:Key", ""), read.Text("Sms:ThaiBulkSms:Secret", ""), read.Text("Sms:ThaiBulkSms:Sender", ""),
            read.Choice("Sms:ThaiBulkSms:Force", ThaiBulkSmsForce.Corporate));
        if (!isNamed) return account;
        Need(read, "Sms:ThaiBulkSms:Key", account.Key.Length > 0);
        Need(read, "Sms:ThaiBulkSms:Secret", account.Secret.Length > 0);
        Need(read, "Sms:ThaiBulkSms:Sender", account.Sender.Length > 0);
        return account;
    }

    private static HttpJsonSettings HttpJson(SettingsReader read, bool isNamed, bool isDevelopment)
    {
        IReadOnlyList<string> List(string key) => read.List($"Sms:HttpJson:{key}");
        var gateway = new HttpJsonSettings(
            read.Url("Sms:HttpJson:Url", "", isDevelopment), read.Choice("Sms:HttpJson:Method", HttpJsonMethod.Post), Headers(read),
            read.Text("Sms:HttpJson:Body", ""), read.Text("Sms:HttpJson:Sender", ""),
            read.Text("Sms:HttpJson:IdPath", ""), read.Text("Sms:HttpJson:StatusPath", ""),
            new(List("Accepted"), List("TryAgain"), List("RefusedNumber"), List("RefusedBarred"), List("RefusedText"), List("RefusedAccount")),
            new(
                read.Text("Sms:HttpJson:ReceiptIdPath", ""), read.Text("Sms:HttpJson:ReceiptStatusPath", ""),
                List("Delivered"), List("Failed"), List("Buffered")),
            read.Choice("Sms:HttpJson:Repeats", SmsRepeats.SentTwice),
            read.Duration("Sms:HttpJson:ReceiptWindow", TimeSpan.FromMinutes(1), Second, Day));
        if (!isNamed) return gateway;
        Need(read, "Sms:HttpJson:Url", gateway.Url is not null);
        Need(read, "Sms:HttpJson:Body", gateway.Body.Length > 0);
        if (gateway.Body.Length > 0 && !IsJson(gateway.Body)) read.Fault("Sms:HttpJson:Body", "must be JSON, its placeholders inside quotation marks");
        if (gateway.StatusPath.Length > 0) Need(read, "Sms:HttpJson:Accepted", gateway.Answers.Accepted.Count > 0);
        return gateway;
    }

    private static List<HttpJsonHeader> Headers(SettingsReader read)
    {
        var headers = new List<HttpJsonHeader>();
        using var probe = new HttpRequestMessage();
        foreach (var line in read.List("Sms:HttpJson:Headers"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = colon < 0 ? (line, "") : (line[..colon].Trim(), line[(colon + 1)..].Trim());
            if (value.Length > 0 && value.All(c => c is >= ' ' and <= '~') && probe.Headers.TryAddWithoutValidation(name, value)) headers.Add(new(name, value));
            else read.Fault("Sms:HttpJson:Headers", "holds an entry that is no header like Name: value, of ASCII letters");
        }

        return headers;
    }

    private static bool IsJson(string text)
    {
        using var json = GatewayJson.Open(text);
        return json is not null;
    }

    private static void Need(SettingsReader read, string key, bool isThere)
    {
        if (!isThere) read.Fault(key, "must be set when Sms:Gateways names this gateway");
    }
}
