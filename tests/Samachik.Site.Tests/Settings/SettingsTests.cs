using System.Collections;
using System.Globalization;
using System.Net;
using Samachik.Site.Settings;
using Samachik.Site.Tests.Storage;

namespace Samachik.Site.Tests.Settings;

/// <summary>Every setting has the default and the bounds that docs/operating.md tells, and its faults tell no value.</summary>
public sealed class SettingsTests
{
    private const string Nonsense = "q7-not-to-be-told-z9";

    // What the table cannot tell: another value of a text, and what must be set with it to reach its bounds.
    private static readonly Dictionary<string, string> OtherTexts = new()
    {
        ["ConnectionStrings:Accounts"] = "Data Source=other.db", ["Keys:Folder"] = "other", ["Agreements:Folder"] = "other",
        ["Office:Name:th"] = "สำนักงาน", ["Office:Name:en"] = "Office", ["Office:Hotline"] = "1", ["Office:CodeHelpline"] = "2",
        ["Office:PublicUrl"] = "https://member.example.go.th", ["Sms:Gateways"] = "Other", ["Network:TrustedProxies"] = "10.0.0.0/8",
        ["Mail:Folder"] = "other", ["Mail:From"] = "member@example.go.th", ["Mail:Host"] = "localhost", ["Mail:User"] = "other",
        ["Sms:ReceiptsUrl"] = "https://receipts.example.go.th", ["Sms:Kannel:Url"] = "https://kannel.example.go.th/",
        ["Sms:Kannel:User"] = "other", ["Sms:Kannel:Password"] = "other", ["Sms:Kannel:Sender"] = "other",
        ["Sms:ThaiBulkSms:Url"] = "https://sms.example.go.th/", ["Sms:ThaiBulkSms:Key"] = "other", ["Sms:ThaiBulkSms:Secret"] = "other",
        ["Sms:ThaiBulkSms:Sender"] = "other", ["Sms:HttpJson:Url"] = "https://sms.example.go.th/", ["Sms:HttpJson:Headers"] = "X-Key: other",
        ["Sms:HttpJson:Body"] = "other", ["Sms:HttpJson:Sender"] = "other", ["Sms:HttpJson:IdPath"] = "other", ["Sms:HttpJson:StatusPath"] = "other",
        ["Sms:HttpJson:Accepted"] = "other", ["Sms:HttpJson:TryAgain"] = "other", ["Sms:HttpJson:RefusedNumber"] = "other",
        ["Sms:HttpJson:RefusedBarred"] = "other", ["Sms:HttpJson:RefusedText"] = "other", ["Sms:HttpJson:RefusedAccount"] = "other",
        ["Sms:HttpJson:ReceiptIdPath"] = "other", ["Sms:HttpJson:ReceiptStatusPath"] = "other",
        ["Sms:HttpJson:Delivered"] = "other", ["Sms:HttpJson:Failed"] = "other", ["Sms:HttpJson:Buffered"] = "other",
        ["Mail:Password"] = "other", ["Storage:ApplicationRole"] = "other",
        ["Telemetry:Otlp"] = "https://collector.example.go.th/",
    };

    private static readonly Dictionary<string, (string Key, string Value)> Company = new()
    {
        ["SignUp:IdleLife"] = ("SignUp:WholeLife", "1.00:00:00"), ["SignUp:WholeLife"] = ("SignUp:IdleLife", "00:00:01"),
        ["Storage:ApplicationRole"] = ("Storage:Kind", "Postgres"),
    };

    // Texts that are checked although they have no bounds in numbers or words.
    private static readonly string[] CheckedTexts = 
    [
        "Office:PublicUrl", "Network:TrustedProxies", "Sms:ReceiptsUrl", "Sms:Kannel:Url", "Sms:ThaiBulkSms:Url", "Sms:HttpJson:Url", "Sms:HttpJson:Headers", "Telemetry:Otlp",
    ];

    public static TheoryData<string> Keys => [.. DocumentedSetting.All.Select(setting => setting.Key)];

    public static TheoryData<string> KeysWithRange => [.. DocumentedSetting.All.Where(setting => setting.Range is not null).Select(setting => setting.Key)];

    public static TheoryData<string> CheckedKeys => [.. Checked];

    private static IEnumerable<string> Checked => DocumentedSetting.All
        .Where(setting => setting.Range is not null || setting.Choices.Count > 0 || CheckedTexts.Contains(setting.Key)).Select(setting => setting.Key);

    [Theory]
    [MemberData(nameof(Keys))]
    public void Its_default_is_the_documented_one(string key)
    {
        var setting = Of(key);
        Assert.Equal(Told(), Told((key, setting.Default)));
        Assert.Equal(Told(), Told((key, "")));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void It_takes_effect(string key)
    {
        var setting = Of(key);
        string[] values = setting switch
        {
            { Range: { } range } => [range.Least, range.Most],
            { Choices: { Count: > 1 } choices } => [.. choices],
            _ => [setting.Default, OtherTexts[key]],
        };
        Assert.Equal(values.Length, values.Select(value => Told([.. With(key, value)])).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(KeysWithRange))]
    public void Beyond_its_bounds_it_is_refused(string key)
    {
        var setting = Of(key);
        Assert.NotNull(setting.Range);
        var (least, most) = setting.Range.Value;
        string[] beyond = setting.IsDuration
            ? [Moved(least, -1), Moved(most, 1)]
            : [$"{long.Parse(least, CultureInfo.InvariantCulture) - 1}", $"{long.Parse(most, CultureInfo.InvariantCulture) + 1}"];
        foreach (var value in beyond)
            Assert.StartsWith($"{key}: ", Assert.Single(SettingsOf.Faults(true, [.. With(key, value)])), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CheckedKeys))]
    public void What_cannot_be_read_is_refused_and_not_told(string key)
    {
        var setting = Of(key);
        string[] values = setting switch
        {
            { IsDuration: true } => [Nonsense, "7", "7 min", "07:07", "7:7:7:7", "๐๐:๐๗:๐๐"],
            { Range: not null } => [Nonsense, "7.5", "7,777", "๗", "0x7", "77777777777777777777"],
            _ => [Nonsense],
        };
        foreach (var value in values)
        {
            var fault = Assert.Single(SettingsOf.Faults(true, (key, value)));
            Assert.StartsWith($"{key}: ", fault, StringComparison.Ordinal);
            if (value.Length > 1) Assert.DoesNotContain(value, fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var faults = SettingsOf.Faults(isDevelopment: false, [.. Checked.Select(key => (key, Nonsense)), ("Sms:Gateways", "Outbox")]);
        Assert.Equal(Checked.Append("Sms:Gateways").ToHashSet(), faults.Select(fault => fault.Split(": ")[0]).ToHashSet());
        Assert.All(faults, fault => Assert.DoesNotContain(Nonsense, fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sign_up_does_not_end_before_it_may_rest()
    {
        var fault = Assert.Single(SettingsOf.Faults(true, ("SignUp:IdleLife", "01:00:00"), ("SignUp:WholeLife", "00:59:59")));
        Assert.StartsWith("SignUp:WholeLife: ", fault, StringComparison.Ordinal);
        Assert.Empty(SettingsOf.Faults(true, ("SignUp:IdleLife", "01:00:00"), ("SignUp:WholeLife", "01:00:00")));
    }

    [Theory]
    [InlineData("th", 40)]
    [InlineData("en", 130)]
    public void An_office_whose_name_fills_the_SMS_is_told(string language, int letters)
    {
        var name = new string('ก', letters);
        var fault = Assert.Single(SettingsOf.Faults(true, ($"Office:Name:{language}", name)));
        Assert.StartsWith($"Office:Name:{language}: ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(name, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sms:Gateways:0=One;Sms:Gateways:1=Two")]
    [InlineData("Sms:Gateways=One,Two")]
    [InlineData("Sms:Gateways= One , Two ,")]
    public void A_list_is_written_in_either_way(string written) => Assert.Equal(
        (string[])["One", "Two"],
        SettingsOf.Production([.. written.Split(';').Select(pair => (pair.Split('=')[0], pair.Split('=')[1])), ("Office:PublicUrl", "https://a.go.th")]).Sms.Gateways);

    [Fact]
    public void A_proxy_is_an_address_or_a_network() => Assert.Equal(
        [IPNetwork.Parse("10.1.2.3/32"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("2001:db8::1/128")],
        SettingsOf.Development(("Network:TrustedProxies", "10.1.2.3,10.0.0.0/8,2001:db8::1")).Network.TrustedProxies);

    private static DocumentedSetting Of(string key) => DocumentedSetting.All.Single(setting => setting.Key == key);

    private static IEnumerable<(string Key, string Value)> With(string key, string value) =>
        key == "Mail:Kind" ? [(key, value), ("Mail:Host", "localhost"), ("Mail:From", "member@example.go.th")]
        : Company.TryGetValue(key, out var other) ? [(key, value), other] : [(key, value)];

    private static string Moved(string duration, int milliseconds)
    {
        var moved = TimeSpan.Parse(duration, CultureInfo.InvariantCulture) + TimeSpan.FromMilliseconds(milliseconds);
        return moved.ToString("c", CultureInfo.InvariantCulture);
    }

    // Every value of the settings and of what they hold, in order.
    private static string Told(params (string Key, string Value)[] values) => string.Join('\n', Leaves(SettingsOf.Development(values)));

    private static IEnumerable<string> Leaves(object? value) => value switch
    {
        null => ["(none)"],
        string or IFormattable or bool or Uri => [string.Create(CultureInfo.InvariantCulture, $"{value}")],
        IEnumerable list => [.. list.Cast<object>().SelectMany(Leaves), "(end)"],
        _ => value.GetType().GetProperties().Where(property => property.Name != nameof(SiteSettings.SecureCookies))
            .SelectMany(property => Leaves(property.GetValue(value)).Select(leaf => $"{property.Name}={leaf}")),
    };
}
