using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samachik.Site.Tests.Processes;

/// <summary>A person at a plain browser, signing up at a program; the browser outlives the program.</summary>
public sealed partial class Applicant(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false })
    {
        BaseAddress = address, Timeout = TimeSpan.FromSeconds(30),
    };

    private string token = "";

    /// <summary>Who they are.</summary>
    public Person Person { get; } = Person.New();

    /// <summary>The last answer's status.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last answer came from, after redirects.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The last answer's body.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The last answer's Retry-After.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>Asks for a page.</summary>
    public async Task GetAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        await TakeAsync(answer);
    }

    /// <summary>Posts fields with the last token seen.</summary>
    public async Task PostAsync(string path, params (string Name, string? Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2 ?? "")));
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        await TakeAsync(answer);
    }

    /// <summary>Step 1.</summary>
    public Task AgreeAsync() => PostAsync("/sign-up/agreement", ("AcceptPrivacy", "true"), ("AcceptConduct", "true"));

    /// <summary>Step 2.</summary>
    public Task GiveDetailsAsync() => PostAsync("/sign-up/details", Person.Fields);

    /// <summary>Step 3.</summary>
    public Task TypeCodeAsync(string code) => PostAsync("/sign-up/phone-code", ("Code", code));

    /// <summary>Up to the code page.</summary>
    public async Task GoToCodeAsync()
    {
        await GetAsync("/sign-up/agreement");
        await AgreeAsync();
        await GiveDetailsAsync();
        Assert.Equal("/sign-up/phone-code", Path);
    }

    /// <summary>The newest code in the outbox.</summary>
    public async Task<string> CodeAsync() => await Eventually.GetAsync(
        async () => (await http.GetFromJsonAsync<List<ReceivedSms>>(
            new Uri($"/dev/sms.json?to={Uri.EscapeDataString(Person.E164)}", UriKind.Relative), JsonSerializerOptions.Web))?
            .FirstOrDefault()?.Code,
        "a code in the outbox");

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task TakeAsync(HttpResponseMessage answer)
    {
        (Status, Path) = (answer.StatusCode, answer.RequestMessage?.RequestUri?.AbsolutePath ?? "");
        RetryAfter = answer.Headers.RetryAfter?.Delta;
        Body = await answer.Content.ReadAsStringAsync();
        if (Token().Match(Body) is { Success: true } found) token = found.Groups[1].Value;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
