using System.Net;
using Samachik.Rules.Agreements;
using Samachik.Rules.Members;
using Samachik.Rules.Passwords;
using Samachik.Rules.PhoneCodes;
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

/// <summary>How long a sign-up lives, who may sign up, and which ID numbers are read.</summary>
public sealed record SignUpSettings(SignUpLives Lives, int MinimumAge, int MaximumAge, bool AcceptLeadingZero);

/// <summary>The password rule, and what Argon2id costs.</summary>
public sealed record PasswordSettings(PasswordRuleKind Rule, int MemoryKiB, int Passes, int Parallel, int Queue);

/// <summary>Everything about codes by SMS that an office may choose.</summary>
public sealed record PhoneCodeSettings(
    int Digits, TimeSpan Life, int WrongTriesPerJourney, int WrongTriesPerPhonePerDay, SendLimits Sends, bool WebOtpLine);

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

/// <summary>What one network may ask, which proxies are believed, and on which port of this machine figures are told (0: on none).</summary>
public sealed record NetworkSettings(int RequestsPerMinute, IReadOnlyList<IPNetwork> TrustedProxies, int MetricsPort);

/// <summary>The SMS gateways in order of preference.</summary>
public sealed record SmsSettings(IReadOnlyList<string> Gateways);

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
    MailSettings Mail,
    StorageSettings Storage,
    NetworkSettings Network,
    SmsSettings Sms,
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
