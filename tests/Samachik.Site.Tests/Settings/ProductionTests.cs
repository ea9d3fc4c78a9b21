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
}
