using System.Net;
using Samachik.Rules.Agreements;
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

/// <summary>The database, the keys' folder and the agreements' folder (null: the texts shipped with the site).</summary>
public sealed record StorageSettings(StorageKind Kind, string Connection, string KeysFolder, string? AgreementsFolder)
{
    /// <summary>Not the members: a connection string may hold a password.</summary>
    public override string ToString() => nameof(StorageSettings);
}

/// <summary>What one network may ask, and which proxies are believed.</summary>
public sealed record NetworkSettings(int RequestsPerMinute, IReadOnlyList<IPNetwork> TrustedProxies);

/// <summary>The SMS gateways in order of preference.</summary>
public sealed record SmsSettings(IReadOnlyList<string> Gateways);

/// <summary>All settings, read and checked once at start. Their meaning and defaults stand in docs/operating.md.</summary>
public sealed record SiteSettings(
    OfficeSettings Office,
    SignUpSettings SignUp,
    PasswordSettings Passwords,
    PhoneCodeSettings PhoneCodes,
    SessionSettings Sessions,
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
