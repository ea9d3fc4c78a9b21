using System.Net;
using Samachik.Rules.Agreements;
using Samachik.Rules.Members;
using Samachik.Rules.Passwords;
using Samachik.Rules.PhoneCodes;
using Samachik.Rules.Register;
using Samachik.Rules.SignUp;

namespace Samachik.Site.Settings;

/// <summary>Which database the site stands on.</summary>
public enum StorageKind
{
    /// <summary>Embedded, one node.</summary>
    Sqlite,

    /// <summary>PostgreSQL, several nodes.</summary>
    Postgres,
}

/// <summary>The office: its names in both languages, whom to call, and where the site is.</summary>
public sealed record OfficeSettings(
    string NameThai, string NameEnglish, string Hotline, string CodeHelpline, Uri PublicUrl)
{
    /// <summary>The office's name in a language.</summary>
    public string Name(ReadingLanguage language) => language switch
    {
        ReadingLanguage.Thai => NameThai,
        ReadingLanguage.English => NameEnglish,
    };
}

/// <summary>How long a sign-up lives, who may sign up, which ID numbers are read, and what is done with the register.</summary>
public sealed record SignUpSettings(SignUpLives Lives, int MinimumAge, int MaximumAge, bool AcceptLeadingZero, RegisterRule Register);

/// <summary>The password rule, what Argon2id costs, how many hashes are made at a time, and how many wait for each of those.</summary>
public sealed record PasswordSettings(PasswordRuleKind Rule, int MemoryKiB, int Passes, int Parallel, int Queue);

/// <summary>What is done about codes that look like abuse.</summary>
public enum GuardMode
{
    /// <summary>Nobody looks.</summary>
    Off,

    /// <summary>They are recorded, and sent.</summary>
    Record,

    /// <summary>They are sent after some work of the browser, or a wait.</summary>
    Work,

    /// <summary>They are not sent.</summary>
    Deny,
}

/// <summary>The guard: what it does, by which measures, what work it asks for (zero bits) or which wait, and how long a number is stopped.</summary>
public sealed record GuardSettings(GuardMode Mode, SendGuard Rule, int WorkBits, TimeSpan WorkWait, TimeSpan StoppedFor);

/// <summary>Everything about codes by SMS that an office may choose.</summary>
public sealed record PhoneCodeSettings(
    int Digits, TimeSpan Life, int WrongTriesPerJourney, int WrongTriesPerPhonePerDay, SendLimits Sends, bool WebOtpLine,
    TimeSpan DelayedAfter, GuardSettings Guard);

/// <summary>How long a session of a member lives: from the last request, and in all.</summary>
public sealed record SessionSettings(TimeSpan IdleLife, TimeSpan WholeLife);

/// <summary>How signing in is slowed, how long a browser is remembered, a proof is fresh and a journey of a member lives.</summary>
public sealed record SignInSettings(SignInAttempts Attempts, TimeSpan RememberFor, TimeSpan FreshFor, TimeSpan JourneyLife);

/// <summary>What a recovery asks: how long a phone is trusted, how long a wait is, and what follows.</summary>
/// <param name="PhoneTrustedFor">A phone proven longer ago is not enough alone.</param>
/// <param name="Wait">Where more proof is lacking, the member has so long to call the recovery off.</param>
/// <param name="FinishWithin">So long after the wait the recovery can be finished.</param>
/// <param name="NoPhoneChangeFor">A change of phone within so long after a recovery waits for the rest of it.</param>
/// <param name="NoticeLife">How long a link "this was not me" works.</param>
public sealed record RecoverySettings(
    TimeSpan PhoneTrustedFor, TimeSpan Wait, TimeSpan FinishWithin, TimeSpan NoPhoneChangeFor, TimeSpan NoticeLife);

/// <summary>Closing an account: how long it can be taken back, and how long after that its data is kept.</summary>
public sealed record ClosingSettings(TimeSpan TakenBackWithin, TimeSpan ErasedAfter)
{
    /// <summary>Whether a closing asked for can no longer be taken back.</summary>
    public bool IsOver(DateTimeOffset? asked, DateTimeOffset now) => asked + TakenBackWithin <= now;
}

/// <summary>The console: how long a session of the staff and an invitation live, how long a look lasts, and how many an hour may have.</summary>
/// <param name="IdleLife">A session ends when nothing was done for so long.</param>
/// <param name="WholeLife">No session is longer.</param>
/// <param name="InvitationLife">The link of an invitation works so long.</param>
/// <param name="LookLife">After saying why, an officer sees a person for so long.</param>
/// <param name="SearchesPerHour">An officer may look for so many people within an hour.</param>
/// <param name="BulkAlarm">From so many on, an alarm is raised.</param>
/// <param name="RecoveryOpenFor">So long after its wait a recovery that officers opened can be finished.</param>
/// <param name="CheckProofsOneIn">Of so many levels raised with the card in hand, one is drawn for a second officer to look over.</param>
public sealed record OfficerSettings(
    TimeSpan IdleLife, TimeSpan WholeLife, TimeSpan InvitationLife, TimeSpan LookLife, int SearchesPerHour, int BulkAlarm,
    TimeSpan RecoveryOpenFor, int CheckProofsOneIn);

/// <summary>How e-mail goes out.</summary>
public enum MailKind
{
    /// <summary>There is none: members cannot give an address.</summary>
    None,

    /// <summary>Development's: files in a folder; nothing is sent.</summary>
    Drop,

    /// <summary>Through an SMTP server.</summary>
    Smtp,
}

/// <summary>How the connection to the SMTP server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>TLS after STARTTLS, which must be offered.</summary>
    StartTls,

    /// <summary>None; for a server on this machine only.</summary>
    None,
}

/// <summary>E-mail: the way out, and its server.</summary>
public sealed record MailSettings(
    MailKind Kind, string Folder, string From, string Host, int Port, MailSecurity Security, string User, string Password)
{
    /// <summary>Not the members: there is a password among them.</summary>
    public override string ToString() => nameof(MailSettings);
}

/// <summary>
/// The database, the keys' folder, the agreements' folder (null: the texts shipped with the site), and the role that
/// the site works as when another one owns the tables (null: there is none).
/// </summary>
public sealed record StorageSettings(
    StorageKind Kind, string Connection, string KeysFolder, string? AgreementsFolder, string? ApplicationRole = null)
{
    /// <summary>Not the members: a connection string may hold a password.</summary>
    public override string ToString() => nameof(StorageSettings);
}

/// <summary>
/// What one network may ask, which proxies are believed, on which port of this machine figures are told (0: on none),
/// and how long a node that is told to stop sends new requests elsewhere (0: not at all).
/// </summary>
public sealed record NetworkSettings(int RequestsPerMinute, IReadOnlyList<IPNetwork> TrustedProxies, int MetricsPort, TimeSpan LeaveFor);

/// <summary>The collector of logs, figures and traces (null: nothing is sent), and which part of the requests is traced.</summary>
public sealed record TelemetrySettings(Uri? Otlp, double TracedPart);

/// <summary>How SMS are handed over.</summary>
/// <param name="Gateways">The gateways in order of preference.</param>
/// <param name="AtOnce">Messages that a node hands over at a time, at most.</param>
/// <param name="BreakAfter">A gateway is left alone when half of so many messages within 30 s failed.</param>
/// <param name="BreakFor">For how long.</param>
/// <param name="TimeOut">How long a gateway may take to answer.</param>
/// <param name="ReceiptsUrl">Where this site is for the gateways, which tell there what became of messages.</param>
/// <param name="Kannel">A Kannel of the office.</param>
/// <param name="ThaiBulkSms">ThaiBulkSMS.</param>
/// <param name="HttpJson">Any gateway that takes JSON over HTTP.</param>
public sealed record SmsSettings(
    IReadOnlyList<string> Gateways, int AtOnce, int BreakAfter, TimeSpan BreakFor, TimeSpan TimeOut, Uri ReceiptsUrl,
    KannelSettings Kannel, ThaiBulkSmsSettings ThaiBulkSms, HttpJsonSettings HttpJson);

/// <summary>All settings, read and checked once at start. Their meaning and defaults stand in docs/operating.md.</summary>
public sealed record SiteSettings(
    OfficeSettings Office,
    SignUpSettings SignUp,
    PasswordSettings Passwords,
    PhoneCodeSettings PhoneCodes,
    SessionSettings Sessions,
    SignInSettings SignIn,
    RecoverySettings Recovery,
    ClosingSettings Closing,
    OfficerSettings Officers,
    MailSettings Mail,
    StorageSettings Storage,
    NetworkSettings Network,
    SmsSettings Sms,
    TelemetrySettings Telemetry,
    bool IsDevelopment)
{
    /// <summary>
    /// Whether cookies are Secure and carry <c>__Host-</c>: always, but for Development on plain http, where any
    /// client should work.
    /// </summary>
    public bool SecureCookies => !IsDevelopment || Office.PublicUrl.Scheme == Uri.UriSchemeHttps;

    /// <summary>A cookie's full name.</summary>
    public string CookieName(string name) => (SecureCookies ? "__Host-samachik-" : "samachik-") + name;
}
