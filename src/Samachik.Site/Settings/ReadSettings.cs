using System.Net;
using Samachik.Rules.Agreements;
using Samachik.Rules.Passwords;
using Samachik.Rules.PhoneCodes;
using Samachik.Rules.Register;
using Samachik.Rules.SignUp;
using Samachik.Site.Notices;

namespace Samachik.Site.Settings;

/// <summary>Reads <see cref="SiteSettings"/>: every key once, with its default and its bounds.</summary>
public static class ReadSettings
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // Computer Crime Act B.E. 2550, section 26: what identifies a user, after the service to them ends.
    private static readonly TimeSpan KeptByLaw = TimeSpan.FromDays(90);

    /// <summary>
    /// Reads and checks everything; throws <see cref="SettingsException"/> with all faults. A command that sends
    /// nothing needs no gateway.
    /// </summary>
    public static SiteSettings From(IConfiguration configuration, bool isDevelopment, bool sends = true)
    {
        var read = new SettingsReader(configuration);
        var office = Office(read);
        var settings = new SiteSettings(
            office, SignUp(read), Passwords(read), PhoneCodes(read), Sessions(read),
            ReadMemberSettings.SignIn(read), ReadMemberSettings.Recovery(read), ReadMemberSettings.Closing(read),
            ReadMemberSettings.Officers(read), ReadMemberSettings.Mail(read, isDevelopment), Storage(read), Network(read, isDevelopment), ReadSmsSettings.From(read, office, isDevelopment, sends),
            Telemetry(read, isDevelopment), isDevelopment);
        CheckTogether(settings, read);
        read.Close();
        return settings;
    }

    private static OfficeSettings Office(SettingsReader read)
    {
        var url = read.Text("Office:PublicUrl", "http://localhost:5000");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var publicUrl) || publicUrl.Scheme is not ("http" or "https"))
        {
            read.Fault("Office:PublicUrl", "must be an address that begins with http:// or https://");
            publicUrl = new Uri("http://localhost:5000");
        }

        return new(
            read.Text("Office:Name:th", "สำนักงานประกันสังคม"), read.Text("Office:Name:en", "Social Security Office"),
            read.Text("Office:Hotline", "1506"), read.Text("Office:CodeHelpline", "02-956-2400"), publicUrl);
    }

    private static SignUpSettings SignUp(SettingsReader read) => new(
        new SignUpLives(
            read.Duration("SignUp:IdleLife", TimeSpan.FromMinutes(30), Second, Day),
            read.Duration("SignUp:WholeLife", TimeSpan.FromHours(2), Second, Day)),
        read.Number("SignUp:MinimumAge", 15, 0, 100),
        read.Number("SignUp:MaximumAge", 130, 100, 150),
        read.Switch("SignUp:AcceptLeadingZero", false),
        new RegisterRule(read.Choice("SignUp:Register", RegisterUse.Off), read.Switch("SignUp:RegisterForeign", true)));

    private static PasswordSettings Passwords(SettingsReader read) => new(
        read.Choice("Passwords:Rule", PasswordRuleKind.Office),
        read.Number("Passwords:MemoryKiB", 19456, 8, 4 * 1024 * 1024),
        read.Number("Passwords:Passes", 2, 1, 100),
        read.Number("Passwords:Parallel", Environment.ProcessorCount, 1, 1024),
        read.Number("Passwords:Queue", 64, 0, 100_000));

    private static PhoneCodeSettings PhoneCodes(SettingsReader read) => new(
        read.Number("PhoneCodes:Digits", 6, 4, 10),
        read.Duration("PhoneCodes:Life", TimeSpan.FromMinutes(5), Second, Day),
        read.Number("PhoneCodes:WrongTriesPerJourney", 5, 1, 100),
        read.Number("PhoneCodes:WrongTriesPerPhonePerDay", 20, 1, 1000),
        new SendLimits(
            read.Duration("PhoneCodes:ResendAfter", TimeSpan.FromSeconds(60), TimeSpan.Zero, Day),
            read.Number("PhoneCodes:SendsPerJourney", 5, 1, 1000),
            read.Number("PhoneCodes:SendsPerPhonePerHour", 5, 1, 100_000),
            read.Number("PhoneCodes:SendsPerPhonePerDay", 10, 1, 100_000),
            read.Number("PhoneCodes:SendsPerIdPerDay", 10, 1, 100_000),
            read.Number("PhoneCodes:SendsPerNetworkPerHour", 30, 1, 1_000_000),
            read.Number("PhoneCodes:BudgetPerHour", 60_000, 1, int.MaxValue),
            read.Number("PhoneCodes:BudgetPerDay", 400_000, 1, int.MaxValue)),
        read.Switch("PhoneCodes:WebOtpLine", true),
        read.Duration("PhoneCodes:DelayedAfter", TimeSpan.FromSeconds(60), Second, Day), ReadGuard(read));

    private static GuardSettings ReadGuard(SettingsReader read) => new(
        read.Choice("PhoneCodes:Guard", GuardMode.Record),
        new SendGuard(
            read.Number("PhoneCodes:GuardLeastSent", 20, 1, 1_000_000),
            read.Part("PhoneCodes:GuardFloor", 0.3),
            read.Number("PhoneCodes:GuardSurge", 5, 1, 10_000)),
        read.Number("PhoneCodes:WorkBits", 17, 0, 30),
        read.Duration("PhoneCodes:WorkWait", TimeSpan.FromSeconds(20), TimeSpan.Zero, Day),
        read.Duration("PhoneCodes:StoppedFor", TimeSpan.FromDays(180), Second, 3660 * Day));

    private static SessionSettings Sessions(SettingsReader read) => new(
        read.Duration("Sessions:IdleLife", TimeSpan.FromMinutes(30), Second, Day),
        read.Duration("Sessions:WholeLife", TimeSpan.FromHours(12), Second, Day));

    private static StorageSettings Storage(SettingsReader read)
    {
        var kind = read.Choice("Storage:Kind", StorageKind.Sqlite);
        var role = read.Text("Storage:ApplicationRole", "");
        if (role.Length > 0 && kind == StorageKind.Sqlite) read.Fault("Storage:ApplicationRole", "is for Postgres; SQLite has no roles");
        else if (role.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
            read.Fault("Storage:ApplicationRole", "must be the name of a role, of letters, digits and _");
        return new(
            kind, read.Text("ConnectionStrings:Accounts", "Data Source=data/samachik.db"), read.Text("Keys:Folder", "data/keys"),
            read.Text("Agreements:Folder", "") is { Length: > 0 } folder ? folder : null, role.Length > 0 ? role : null);
    }

    private static NetworkSettings Network(SettingsReader read, bool isDevelopment)
    {
        var proxies = new List<IPNetwork>();
        foreach (var text in read.List("Network:TrustedProxies"))
        {
            if (IPNetwork.TryParse(text, out var network)) proxies.Add(network);
            else if (IPAddress.TryParse(text, out var address)) proxies.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else read.Fault("Network:TrustedProxies", "holds an entry that is neither an address nor a network like 10.0.0.0/8");
        }

        return new(
            read.Number("Limits:RequestsPerNetworkPerMinute", 600, 1, 10_000_000), proxies,
            read.Number("Metrics:Port", 9464, 0, ushort.MaxValue),
            read.Duration("Network:LeaveFor", isDevelopment ? TimeSpan.Zero : TimeSpan.FromSeconds(2), TimeSpan.Zero, TimeSpan.FromSeconds(5)));
    }

    private static TelemetrySettings Telemetry(SettingsReader read, bool isDevelopment)
    {
        var collector = read.Url("Telemetry:Otlp", "", isDevelopment);
        if (collector is not null && (collector.Query.Length > 0 || collector.Fragment.Length > 0)) read.Fault("Telemetry:Otlp", "must have no ? and no #");
        return new(collector, read.Part("Telemetry:TracedPart", 0.1));
    }

    private static void CheckTogether(SiteSettings settings, SettingsReader read)
    {
        if (settings.SignUp.Lives.Whole < settings.SignUp.Lives.Idle)
            read.Fault("SignUp:WholeLife", "must not be shorter than SignUp:IdleLife");
        if (!settings.IsDevelopment && settings.Office.PublicUrl.Scheme != Uri.UriSchemeHttps)
            read.Fault("Office:PublicUrl", "must begin with https:// outside Development");
        if (!settings.IsDevelopment && settings.Office.PublicUrl.IsLoopback)
            read.Fault("Office:PublicUrl", "must be the site's public address outside Development");
        if (!settings.IsDevelopment && settings.Closing.ErasedAfter < KeptByLaw)
            read.Fault("Closing:ErasedAfter", "must be 90 days at least outside Development");
        foreach (var language in Enum.GetValues<ReadingLanguage>())
        {
            var code = new string('0', settings.PhoneCodes.Digits);
            var text = CodeMessage.Write(settings.Office.Name(language), code, "BCDF", settings.PhoneCodes.Life, language, null);
            var notice = RegisteredMessage.Write(settings.Office.Name(language), settings.Office.Hotline, language);
            if (!CodeMessage.FitsOneSegment(text) || !CodeMessage.FitsOneSegment(notice))
                read.Fault($"Office:Name:{LanguageTag.Of(language)}", "is too long for an SMS of one segment");
            var link = NoticeText.LinkOf(settings.Office, new string('x', TellMember.WordLength));
            if (NoticeText.Acts.Any(act => !CodeMessage.FitsTwoSegments(new NoticeText(settings, language, act, default, link).Sms)))
                read.Fault("Office:PublicUrl", $"is too long for a notice by SMS of two segments in {language}, with Office:Hotline beside it");
        }
    }
}
