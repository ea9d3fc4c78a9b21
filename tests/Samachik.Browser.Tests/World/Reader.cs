using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Samachik.Browser.Tests.World;

/// <summary>The languages of the site.</summary>
public enum Language
{
    /// <summary>The default.</summary>
    Thai,

    /// <summary>By the reader's own choice.</summary>
    English,
}

/// <summary>How a reader's browser is: where, in which language, how wide, with scripts or without.</summary>
public sealed record Reading(
    SiteKind Site = SiteKind.Shipped, Language Language = Language.Thai, int Width = 1280, int Height = 800, bool Scripts = true)
{
    /// <summary>A small phone.</summary>
    public static Reading OldPhone { get; } = new(Width: 360, Height: 740);
}

/// <summary>A person with a browser of their own, who also keeps what the browser complained of.</summary>
public sealed partial class Reader : IAsyncDisposable
{
    /// <summary>How long anything is waited for, in milliseconds: longer than the busiest machine takes.</summary>
    public const float Patience = 60_000;

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private Reader(IBrowserContext context, IPage page, SiteProcess site, Reading reading)
    {
        (this.context, Page, Site, Reading) = (context, page, site, reading);
        Person = Person.New();
    }

    /// <summary>The page in front.</summary>
    public IPage Page { get; }

    /// <summary>The site they are on.</summary>
    public SiteProcess Site { get; }

    /// <summary>How their browser is.</summary>
    public Reading Reading { get; }

    /// <summary>Who they are.</summary>
    public Person Person { get; set; }

    /// <summary>The path of the page in front.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    /// <summary>Where a page's form is sent from.</summary>
    public ILocator Submit => Page.Locator("main form button[type=submit]").First;

    /// <summary>Errors on the console, breaches of the security policy, requests to other sites.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Opens a browser with nothing in it but, for English, the choice of the language.</summary>
    public static async Task<Reader> OpenAsync(BrowserAndSites world, Reading reading)
    {
        var site = await world.SiteAsync(reading.Site);
        var context = await world.Browser.NewContextAsync(new()
        {
            BaseURL = site.Address,
            JavaScriptEnabled = reading.Scripts,
            ViewportSize = new() { Width = reading.Width, Height = reading.Height },
        });
        context.SetDefaultTimeout(Patience);
        if (reading.Language == Language.English)
            await context.AddCookiesAsync([new() { Name = "samachik-language", Value = "c=en|uic=en", Url = site.Address }]);
        if (reading.Scripts)
            await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error('Policy: ' + e.violatedDirective))");
        var reader = new Reader(context, await context.NewPageAsync(), site, reading);
        reader.Listen();
        return reader;
    }

    /// <summary>Opens a page of the site.</summary>
    public async Task GoAsync(string path) => await Page.GotoAsync(path);

    /// <summary>A field by its name.</summary>
    public ILocator Field(string name) => Page.Locator($"#{name}");

    /// <summary>Sends the page's form.</summary>
    public Task SendAsync() => Submit.ClickAsync();

    /// <summary>Step 1.</summary>
    public async Task AgreeAsync()
    {
        await GoAsync("/sign-up/agreement");
        await Field("AcceptPrivacy").CheckAsync();
        await Field("AcceptConduct").CheckAsync();
        await SendAsync();
        await Page.ComesToAsync("**/sign-up/details");
    }

    /// <summary>Types the fields of step 2, without sending them.</summary>
    public async Task TypeDetailsAsync()
    {
        await Field("NationalId").FillAsync(Person.NationalId);
        await Field("Phone").FillAsync(Person.Phone);
        await Field("Password").FillAsync(Person.Password);
        await Field("ConfirmPassword").FillAsync(Person.Password);
        await Field("FirstName").FillAsync(Person.FirstName);
        await Field("LastName").FillAsync(Person.LastName);
        await Field("BirthDay").SelectOptionAsync("29");
        await Field("BirthMonth").SelectOptionAsync("11");
        await Field("BirthYear").FillAsync("2510");
    }

    /// <summary>Steps 1 and 2: the code page is in front.</summary>
    public async Task AskForCodeAsync()
    {
        await AgreeAsync();
        await TypeDetailsAsync();
        await SendAsync();
        await Page.ComesToAsync("**/sign-up/phone-code");
    }

    /// <summary>Step 3: types a code and sends it.</summary>
    public async Task TypeCodeAsync(string code)
    {
        await Field("Code").FillAsync(code);
        await SendAsync();
    }

    /// <summary>Types a new password twice and sends it.</summary>
    public async Task GiveNewPasswordAsync(string password)
    {
        await Field("Password").FillAsync(password);
        await Field("ConfirmPassword").FillAsync(password);
        await SendAsync();
    }

    /// <summary>All three steps: the finished page is in front.</summary>
    public async Task BecomeMemberAsync()
    {
        await AskForCodeAsync();
        await GiveCodeAsync();
        await Page.ComesToAsync("**/sign-up/done");
    }

    /// <summary>Reads, in another tab, the message with the reference that the code page shows.</summary>
    public async Task<string> ReadCodeAsync()
    {
        var reference = await Page.Locator("#code-reference").InnerTextAsync();
        return await ReadSmsAsync(reference, SixDigits());
    }

    /// <summary>Gives the code that came.</summary>
    public async Task GiveCodeAsync() => await TypeCodeAsync(await ReadCodeAsync());

    /// <summary>Reads, in another tab, the newest "this was not me" link that came by SMS.</summary>
    public Task<string> ReadLinkAsync() => ReadSmsAsync("/not-me/", NotMeLink());

    /// <summary>The id of the account, as a member reads it on the page of their data.</summary>
    public async Task<Guid> ReadAccountIdAsync()
    {
        await GoAsync("/account/data");
        return Guid.Parse(AccountId().Match(await Page.Locator("#data-account").InnerTextAsync()).Value);
    }

    /// <summary>The cookies of this browser.</summary>
    public async Task<IReadOnlyList<Cookie>> CookiesAsync() => (await context.CookiesAsync())
        .Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = Site.Address, HttpOnly = true }).ToList();

    /// <summary>Puts cookies of another browser into this one.</summary>
    public Task GiveCookiesAsync(IEnumerable<Cookie> cookies) => context.AddCookiesAsync(cookies);

    /// <summary>A code that is certainly not the one sent.</summary>
    public async Task<string> WrongCodeAsync() => await ReadCodeAsync() == "271828" ? "314159" : "271828";

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();

    private async Task<string> ReadSmsAsync(string with, Regex wanted)
    {
        var tab = await context.NewPageAsync();
        var message = tab.Locator(".sm-outbox__item").Filter(new() { HasText = Person.E164 })
            .Filter(new() { HasText = with }).Locator(".sm-outbox__text");
        await Eventually.TrueAsync(
            async () =>
            {
                await tab.GotoAsync("/dev/sms");
                return await message.CountAsync() > 0;
            },
            $"a message with {with}");
        var read = wanted.Match(await message.First.InnerTextAsync()).Value;
        await tab.CloseAsync();
        return read;
    }

    private void Listen()
    {
        Page.Console += (_, message) =>
        {
            // The browser also reports a page's own status, which the test of that page knows.
            if (message.Type is "error" or "warning" && !message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
                complaints.Add($"{message.Type}: {message.Text}");
        };
        Page.PageError += (_, error) => complaints.Add($"script: {error}");
        Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Site.Address + "/", StringComparison.Ordinal)) complaints.Add($"request to {request.Url}");
        };
        Page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest) complaints.Add($"{response.Status} for {response.Url}");
        };
    }

    [GeneratedRegex("/not-me/[A-Za-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotMeLink();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.CultureInvariant)]
    private static partial Regex AccountId();

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex SixDigits();
}
