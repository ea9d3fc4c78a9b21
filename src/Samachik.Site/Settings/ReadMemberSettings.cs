using Samachik.Rules.People;

namespace Samachik.Site.Settings;

/// <summary>Reads the settings of living with an account, each with its default and its bounds.</summary>
internal static class ReadMemberSettings
{
    private const int AnySmtpPort = 587;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Year = TimeSpan.FromDays(366);

    public static SignInSettings SignIn(SettingsReader read) => new(
        new(
            read.Number("SignIn:FreeTries", 5, 1, 100),
            read.Duration("SignIn:FirstWait", TimeSpan.FromSeconds(30), Second, Day),
            read.Duration("SignIn:LongestWait", TimeSpan.FromMinutes(15), Second, Day),
            read.Number("SignIn:MostInARow", 100, 1, 100),
            Day),
        read.Duration("SignIn:RememberFor", TimeSpan.FromDays(30), Second, Year),
        read.Duration("SignIn:FreshFor", TimeSpan.FromMinutes(10), Second, Day),
        read.Duration("SignIn:JourneyLife", TimeSpan.FromMinutes(30), Second, Day));

    public static RecoverySettings Recovery(SettingsReader read) => new(
        read.Duration("Recovery:PhoneTrustedFor", TimeSpan.FromDays(180), Second, 10 * Year),
        read.Duration("Recovery:Wait", Day, Second, Year),
        read.Duration("Recovery:FinishWithin", Day, Second, Year),
        read.Duration("Recovery:NoPhoneChangeFor", TimeSpan.FromHours(48), TimeSpan.Zero, Year),
        read.Duration("Recovery:NoticeLife", TimeSpan.FromDays(10), Second, Year));

    public static ClosingSettings Closing(SettingsReader read) => new(
        read.Duration("Closing:TakenBackWithin", TimeSpan.FromDays(30), Second, Year),
        read.Duration("Closing:ErasedAfter", TimeSpan.FromDays(90), Second, 10 * Year));

    public static OfficerSettings Officers(SettingsReader read) => new(
        read.Duration("Officers:IdleLife", TimeSpan.FromMinutes(15), Second, Day),
        read.Duration("Officers:WholeLife", TimeSpan.FromHours(8), Second, Day),
        read.Duration("Officers:InvitationLife", TimeSpan.FromHours(72), Second, Year),
        read.Duration("Officers:LookLife", TimeSpan.FromMinutes(30), Second, Day),
        read.Number("Officers:SearchesPerHour", 60, 1, 100_000),
        read.Number("Officers:BulkAlarm", 40, 1, 100_000),
        read.Duration("Officers:RecoveryOpenFor", 7 * Day, Second, Year),
        read.Number("Officers:CheckProofsOneIn", 10, 1, 1_000));

    public static MailSettings Mail(SettingsReader read, bool isDevelopment)
    {
        var mail = new MailSettings(
            read.Choice("Mail:Kind", isDevelopment ? MailKind.Drop : MailKind.None),
            read.Text("Mail:Folder", "data/mail"),
            read.Text("Mail:From", ""),
            read.Text("Mail:Host", ""),
            read.Number("Mail:Port", AnySmtpPort, 1, ushort.MaxValue),
            read.Choice("Mail:Security", MailSecurity.StartTls),
            read.Text("Mail:User", ""),
            read.Text("Mail:Password", ""));
        if (mail.Kind == MailKind.Drop && !isDevelopment)
            read.Fault("Mail:Kind", "is Drop, which sends nothing and is for Development only");
        if (mail.Kind != MailKind.Smtp) return mail;
        if (mail.Host.Length == 0) read.Fault("Mail:Host", "must name the SMTP server");
        if (!EmailAddress.TryParse(mail.From, out _, out _)) read.Fault("Mail:From", "must be the e-mail address that mail comes from");
        if (mail.Security == MailSecurity.None && !isDevelopment && mail.Host is not ("localhost" or "127.0.0.1" or "::1"))
            read.Fault("Mail:Security", "must be Tls or StartTls for a server on another machine");
        if (mail.User.Length > 0 != mail.Password.Length > 0) read.Fault("Mail:Password", "must go together with Mail:User");
        return mail;
    }
}
