using Samachik.Site.Settings;
using Samachik.Site.Tests.Storage;

namespace Samachik.Site.Tests.Mail;

/// <summary>Settings of e-mail that cannot be used are told at start, each by its key and never by its value.</summary>
public sealed class MailSettingsTests
{
    private const string Hidden = "Zq7Wm4Xv9";

    private static readonly (string Key, string Value)[] Good =
    [
        ("Sms:Gateways", "Real"), ("Office:PublicUrl", "https://member.example.go.th"),
        ("Mail:Kind", "Smtp"), ("Mail:Host", "smtp.example.go.th"), ("Mail:From", "account@example.go.th"),
    ];

    [Fact]
    public void In_Development_mails_are_dropped_and_elsewhere_there_are_none_unless_it_is_said()
    {
        Assert.Equal(MailKind.Drop, SettingsOf.Development().Mail.Kind);
        Assert.Equal(MailKind.None, SettingsOf.Production(Good[0], Good[1]).Mail.Kind);
        var mail = SettingsOf.Production(Good).Mail;
        Assert.Equal((MailKind.Smtp, 587, MailSecurity.StartTls), (mail.Kind, mail.Port, mail.Security));
    }

    [Fact]
    public void Production_refuses_to_drop_mails() =>
        Assert.Equal(["Mail:Kind"], KeysAtFault(isDevelopment: false, ("Mail:Kind", "Drop")));

    [Theory]
    [InlineData("Mail:Host", "", "Mail:Host")]
    [InlineData("Mail:From", "", "Mail:From")]
    [InlineData("Mail:From", "Office <" + Hidden + "@example.go.th>", "Mail:From")]
    [InlineData("Mail:From", Hidden + "@example.go.th\r\nBcc: a@example.com", "Mail:From")]
    [InlineData("Mail:Port", "0", "Mail:Port")]
    [InlineData("Mail:Port", Hidden, "Mail:Port")]
    [InlineData("Mail:Security", "None", "Mail:Security")]
    [InlineData("Mail:Security", Hidden, "Mail:Security")]
    [InlineData("Mail:Kind", Hidden, "Mail:Kind")]
    [InlineData("Mail:User", Hidden, "Mail:Password")]
    [InlineData("Mail:Password", Hidden, "Mail:Password")]
    public void A_fault_names_its_key_and_no_value(string key, string value, string atFault)
    {
        Assert.Equal([atFault], KeysAtFault(isDevelopment: false, (key, value)));
        Assert.DoesNotContain(Faults(false, (key, value)), fault => fault.Contains(Hidden, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void A_server_on_this_machine_needs_no_TLS(string host) =>
        Assert.Empty(Faults(isDevelopment: false, ("Mail:Host", host), ("Mail:Security", "None")));

    [Fact]
    public void The_settings_do_not_print_their_password() => Assert.DoesNotContain(
        Hidden, $"{SettingsOf.Production([.. Good, ("Mail:User", "u"), ("Mail:Password", Hidden)])}", StringComparison.Ordinal);

    private static List<string> KeysAtFault(bool isDevelopment, params (string Key, string Value)[] changed) =>
        [.. Faults(isDevelopment, changed).Select(fault => fault[..fault.IndexOf(": ", StringComparison.Ordinal)])];

    private static IReadOnlyList<string> Faults(bool isDevelopment, params (string Key, string Value)[] changed) =>
        SettingsOf.Faults(isDevelopment, [.. Good.Where(pair => changed.All(other => other.Key != pair.Key)), .. changed]);
}
