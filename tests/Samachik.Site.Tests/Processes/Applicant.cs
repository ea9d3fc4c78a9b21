using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samachik.Site.Tests.Processes;

/// <summary>A person at a plain browser, signing up at a program; the browser outlives the program.</summary>
public sealed partial class Applicant(HttpClient http, Person? person = null) : IDisposable
{
    private string token = "", stamp = "";

    /// <summary>At the program's own door.</summary>
    public Applicant(Uri address, Person? person = null)
        : this(new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false })
        {
            BaseAddress = address, Timeout = Eventually.Patience,
        }, person)
    {
    }

    /// <summary>Who they are.</summary>
    public Person Person { get; } = person ?? Person.New();

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

    /// <summary>Posts fields with the last token and the last stamp seen.</summary>
    public async Task PostAsync(string path, params (string Name, string? Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Append(("FormStamp", stamp)).Select(field => KeyValuePair.Create(field.Item1, field.Item2 ?? "")));
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        await TakeAsync(answer);
    }

    /// <summary>Step 1.</summary>
    public Task AgreeAsync() => PostAsync("/sign-up/agreement", ("AcceptPrivacy", "true"), ("AcceptConduct", "true"));

    /// <summary>Step 2.</summary>
    public Task GiveDetailsAsync() => PostAsync("/sign-up/details", Person.Fields);

    /// <summary>Step 3.</summary>
    public Task TypeCodeAsync(string code) => PostAsync("/sign-up/phone-code", ("Code", code));

    /// <summary>Gives ID number and password at the sign-in page, which is in front.</summary>
    public Task GivePasswordAsync() => PostAsync("/sign-in", ("NationalId", Person.NationalId), ("Password", Person.Password));

    /// <summary>Up to the code page.</summary>
    public async Task GoToCodeAsync()
    {
        await GetAsync("/sign-up/agreement");
        await AgreeAsync();
        Assert.Equal(("/sign-up/details", HttpStatusCode.OK), (Path, Status));
        await GiveDetailsAsync();
        Assert.Equal(("/sign-up/phone-code", HttpStatusCode.OK), (Path, Status));
    }

    /// <summary>The code in the outbox that the page asks for; where it names none, the newest.</summary>
    public Task<string> CodeAsync() => CodeAsync(new Uri("/", UriKind.Relative));

    /// <summary>The same, whichever of several nodes sent it.</summary>
    public async Task<string> CodeAsync(params Uri[] nodes) => await Eventually.GetAsync(
        async () =>
        {
            foreach (var node in nodes) if (await InOutboxAsync(node) is { } code) return code;
            return null;
        },
        "a code in the outbox");

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<string?> InOutboxAsync(Uri node)
    {
        var path = $"/dev/sms.json?to={Uri.EscapeDataString(Person.E164)}";
        try
        {
            return (await http.GetFromJsonAsync<List<ReceivedSms>>(node.IsAbsoluteUri ? new Uri(node, path) : new Uri(path, UriKind.Relative), JsonSerializerOptions.Web))?
                .FirstOrDefault(sms => Reference().Match(Body) is not { Success: true } asked || sms.Reference == asked.Groups[1].Value)?.Code;
        }
        catch (HttpRequestException) when (node.IsAbsoluteUri)
        {
            return null; // not there yet
        }
    }

    private async Task TakeAsync(HttpResponseMessage answer)
    {
        (Status, Path) = (answer.StatusCode, answer.RequestMessage?.RequestUri?.AbsolutePath ?? "");
        RetryAfter = answer.Headers.RetryAfter?.Delta;
        Body = await answer.Content.ReadAsStringAsync();
        if (Token().Match(Body) is { Success: true } found) token = found.Groups[1].Value;
        if (Stamp().Match(Body) is { Success: true } stamped) stamp = stamped.Groups[1].Value;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("id=\"code-reference\"[^>]*>([A-Z]+)<")]
    private static partial Regex Reference();

    [GeneratedRegex("<input[^>]* name=\"FormStamp\" value=\"([^\"]+)\"")]
    private static partial Regex Stamp();
}
