using Samachik.Site.Tests.Laws;
using Samachik.Site.Tests.Storage;

namespace Samachik.Site.Tests.Settings;

/// <summary>What Development forgives and every other environment refuses.</summary>
public sealed class ProductionTests
{
    private static readonly (string Key, string Value)[] Good = [("Office:PublicUrl", "https://member.example.go.th"), ("Sms:Gateways", "Some")];

    [Fact]
    public void What_names_a_gateway_and_a_public_address_is_good()
    {
        Assert.Empty(SettingsOf.Faults(isDevelopment: false, Good));
        Assert.True(SettingsOf.Production(Good).SecureCookies);
    }

    [Theory]
    [InlineData("http://127.0.0.1:4318")]
    [InlineData("http://localhost:4318/")]
    [InlineData("https://collector.example.go.th/otlp")]
    public void A_collector_is_on_this_machine_or_behind_TLS(string url) =>
        Assert.Empty(SettingsOf.Faults(isDevelopment: false, [.. Good, ("Telemetry:Otlp", url)]));

    [Theory]
    [InlineData("Sms:Gateways", "")]
    [InlineData("Sms:Gateways", " , ")]
    [InlineData("Sms:Gateways", "Outbox")]
    [InlineData("Sms:Gateways", "outbox")]
    [InlineData("Sms:Gateways", "Some, OUTBOX")]
    [InlineData("Office:PublicUrl", "")]
    [InlineData("Office:PublicUrl", "http://member.example.go.th")]
    [InlineData("Office:PublicUrl", "https://localhost")]
    [InlineData("Office:PublicUrl", "https://LOCALHOST:8443/")]
    [InlineData("Office:PublicUrl", "https://127.0.0.1")]
    [InlineData("Office:PublicUrl", "https://[::1]")]
    [InlineData("Office:PublicUrl", "member.example.go.th")]
    [InlineData("Office:PublicUrl", "ftp://member.example.go.th")]
    [InlineData("Sms:ReceiptsUrl", "http://receipts.example.go.th")]
    [InlineData("Sms:Kannel:Url", "http://kannel.example.go.th:13013/")]
    [InlineData("Sms:ThaiBulkSms:Url", "http://sms.example.go.th/")]
    [InlineData("Sms:HttpJson:Url", "http://sms.example.go.th/")]
    [InlineData("Telemetry:Otlp", "http://collector.example.go.th:4318/")]
    [InlineData("Telemetry:Otlp", "https://user:word@collector.example.go.th/")]
    [InlineData("Telemetry:Otlp", "https://collector.example.go.th/?key=word")]
    [InlineData("Telemetry:Otlp", "collector.example.go.th:4318")]
    [InlineData("Sms:HttpJson:Url", "https://user:word@sms.example.go.th/")]
    [InlineData("Mail:Kind", "Drop")]
    [InlineData("Closing:ErasedAfter", "89.23:59:59")]
    public void The_rest_is_refused(string key, string value)
    {
        var faults = SettingsOf.Faults(isDevelopment: false, [.. Good.Where(pair => pair.Key != key), (key, value)]);
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.StartsWith($"{key}: ", fault, StringComparison.Ordinal));
        if (value.Contains(':', StringComparison.Ordinal)) Assert.All(faults, fault => Assert.DoesNotContain(value, fault, StringComparison.Ordinal));
    }

    [Fact]
    public void With_nothing_set_both_are_told()
    {
        var faults = SettingsOf.Faults(isDevelopment: false);
        Assert.Contains(faults, fault => fault.StartsWith("Sms:Gateways: ", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Office:PublicUrl: ", StringComparison.Ordinal));
        Assert.Empty(SettingsOf.Faults(isDevelopment: true));
    }

    [Theory]
    [InlineData("mail.example.go.th")]
    [InlineData("10.0.0.5")]
    [InlineData("localhost.example.go.th")]
    public void Mail_without_TLS_to_another_machine_is_refused(string host)
    {
        (string, string)[] mail = [("Mail:Kind", "Smtp"), ("Mail:From", "member@example.go.th"), ("Mail:Host", host)];
        Assert.Empty(SettingsOf.Faults(isDevelopment: false, [.. Good, .. mail]));
        Assert.StartsWith(
            "Mail:Security: ", Assert.Single(SettingsOf.Faults(isDevelopment: false, [.. Good, .. mail, ("Mail:Security", "None")])), StringComparison.Ordinal);
    }

    // What a folder lacks is told by KeyRingTests, what a whole program says by CommandTests.
    [Fact]
    public void Everything_that_the_operators_are_told_is_refused_has_its_test()
    {
        var chapter = File.ReadAllText(SourceTree.PathOf("docs/operating.md")).Split("## What is refused outside Development")[1].Split("\n## ")[0];
        string[] told = [.. chapter.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1])];
        var tested = typeof(ProductionTests).GetMethod(nameof(The_rest_is_refused))?.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .OfType<InlineDataAttribute>().Select(data => $"{data.Data[0]}").Append("Mail:Security").Append("Keys:Folder").ToHashSet();
        Assert.Equal(tested?.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }
}
