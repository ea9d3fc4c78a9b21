using Microsoft.Playwright;
using Samachik.Browser.Tests.World;

[assembly: AssemblyFixture(typeof(BrowserAndSites))]

namespace Samachik.Browser.Tests.World;

/// <summary>Which of the sites, all one program but set differently.</summary>
public enum SiteKind
{
    /// <summary>With the times and limits that the program ships with.</summary>
    Shipped,

    /// <summary>Another code after a second, three codes in all, three wrong tries.</summary>
    FewCodes,

    /// <summary>Codes live six seconds, a proof one; two codes to a phone and hour.</summary>
    ShortLived,

    /// <summary>A first code costs work once codes look like abuse; so much that it takes hours, or a wait of three seconds.</summary>
    Guarded,

    /// <summary>A first code costs the work that is usual, or a wait of a day, once codes look like abuse.</summary>
    LightlyGuarded,

    /// <summary>A recovery waits a second; every proof of identity is drawn for a second look.</summary>
    Quick,

    /// <summary>One password is checked at a time, which takes seconds, and one waits: whoever else comes finds no place.</summary>
    Crowded,
}

/// <summary>One Chromium for all tests, and each site from the moment that a test first asks for it.</summary>
public sealed class BrowserAndSites : IAsyncLifetime
{
    private const string ProgramVariable = "SAMACHIK_CHROMIUM";

    // The first is the same browser without windows.
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly Dictionary<SiteKind, Lazy<Task<SiteProcess>>> sites = new()
    {
        [SiteKind.Shipped] = new(() => SiteProcess.StartAsync()),
        [SiteKind.FewCodes] = new(() => SiteProcess.StartAsync(
            ("PhoneCodes:ResendAfter", "00:00:01"), ("PhoneCodes:SendsPerJourney", "3"), ("PhoneCodes:WrongTriesPerJourney", "3"))),
        [SiteKind.ShortLived] = new(() => SiteProcess.StartAsync(
            ("PhoneCodes:Life", "00:00:06"), ("PhoneCodes:ResendAfter", "00:00:00"), ("PhoneCodes:SendsPerPhonePerHour", "2"),
            ("SignIn:FreshFor", "00:00:01"))),
        [SiteKind.Guarded] = new(() => SiteProcess.StartAsync(
            ("PhoneCodes:Guard", "Work"), ("PhoneCodes:WorkBits", "30"), ("PhoneCodes:WorkWait", "00:00:03"))),
        [SiteKind.LightlyGuarded] = new(() => SiteProcess.StartAsync(("PhoneCodes:Guard", "Work"), ("PhoneCodes:WorkWait", "1.00:00:00"))),
        [SiteKind.Quick] = new(() => SiteProcess.StartAsync(("Recovery:Wait", "00:00:01"), ("Officers:CheckProofsOneIn", "1"))),
        [SiteKind.Crowded] = new(() => SiteProcess.StartAsync(
            ("Passwords:Parallel", "1"), ("Passwords:Queue", "1"), ("Passwords:MemoryKiB", "65536"), ("Passwords:Passes", "100"))),
    };

    private readonly Dictionary<Language, SharedCookies> members;
    private readonly Dictionary<Language, SharedCookies> officers, protectionOfficers;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Nothing is started yet.</summary>
    public BrowserAndSites()
    {
        members = Enum.GetValues<Language>().ToDictionary(language => language, language => new SharedCookies(() => JoinAsync(language)));
        officers = Enum.GetValues<Language>().ToDictionary(language => language, language => new SharedCookies(() => JoinStaffAsync(language, "Supervisor")));
        protectionOfficers = Enum.GetValues<Language>().ToDictionary(
            language => language, language => new SharedCookies(() => JoinStaffAsync(language, "DataProtectionOfficer")));
    }

    /// <summary>The browser.</summary>
    public IBrowser Browser => browser ?? throw new InvalidOperationException("The browser has not been started.");

    /// <summary>A site, ready.</summary>
    public Task<SiteProcess> SiteAsync(SiteKind kind) => sites[kind].Value;

    /// <summary>The cookies of a member whom tests share that change nothing: one for each language.</summary>
    public Task<IReadOnlyList<Cookie>> MemberCookiesAsync(Language language) => members[language].GetAsync();

    /// <summary>The cookies of a supervisor whom tests share.</summary>
    public Task<IReadOnlyList<Cookie>> OfficerCookiesAsync(Language language) => officers[language].GetAsync();

    /// <summary>The cookies of a data protection officer whom tests share.</summary>
    public Task<IReadOnlyList<Cookie>> ProtectionOfficerCookiesAsync(Language language) => protectionOfficers[language].GetAsync();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Assertions.SetDefaultExpectTimeout(Reader.Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable(ProgramVariable) ?? Programs.FirstOrDefault(File.Exists) ?? Programs[^1],
            Args = Arguments,
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        foreach (var site in sites.Values.Where(site => site.IsValueCreated)) await (await site.Value).DisposeAsync();
    }

    private async Task<IReadOnlyList<Cookie>> JoinStaffAsync(Language language, string role)
    {
        await using var reader = await Reader.OpenAsync(this, new(Language: language));
        await Officer.JoinAsync(reader, role);
        return await reader.CookiesAsync();
    }

    private async Task<IReadOnlyList<Cookie>> JoinAsync(Language language)
    {
        await using var reader = await Reader.OpenAsync(this, new(Language: language));
        await reader.BecomeMemberAsync();
        return await reader.CookiesAsync();
    }
}
