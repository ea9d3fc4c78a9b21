using System.Net;
using System.Text.RegularExpressions;

namespace Samachik.Bench;

/// <summary>A browser as far as a server sees one: it keeps cookies, and sends the hidden fields of the last page back.</summary>
/// <param name="http">The connections, shared by all.</param>
/// <param name="address">Where the site listens.</param>
/// <param name="host">The host that it is asked as.</param>
/// <param name="network">The address that a proxy would tell of; null: there is no proxy.</param>
internal sealed partial class Browser(HttpMessageInvoker http, Uri address, string host, string? network = null)
{
    private const int MostRedirects = 5;

    // What is kept of it, the device in words, should be as long as it usually is.
    private const string Agent = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36";

    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    private string page = "";

    /// <summary>The last answer's status.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last answer leads; null: nowhere.</summary>
    public string? Location { get; private set; }

    /// <summary>The cookies that it sends.</summary>
    public string Cookies => string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>The hidden fields of the last page.</summary>
    public (string Name, string Value)[] Hidden => [("__RequestVerificationToken", ValueOf(Token())), ("FormStamp", ValueOf(Stamp()))];

    /// <summary>Asks for a page.</summary>
    public async Task GetAsync(string path, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        await SendAsync(request, stop);
    }

    /// <summary>Posts fields with the hidden ones of the last page.</summary>
    public async Task PostAsync(string path, CancellationToken stop, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path))
        {
            Content = new FormUrlEncodedContent(fields.Concat(Hidden).Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        await SendAsync(request, stop);
    }

    /// <summary>Goes where the last answer leads, until it is a page; fails when that is not the one of this path.</summary>
    public async Task FollowAsync(string path, CancellationToken stop)
    {
        var at = "";
        for (var i = 0; i < MostRedirects && Location is { } location; i++) await GetAsync(at = location, stop);
        if (at != path || Status != HttpStatusCode.OK)
            throw new InvalidOperationException($"{(int)Status} at {at} instead of {path}.");
    }

    /// <summary>A browser with the same cookies, for an address of the same host.</summary>
    public Browser Copy(HttpMessageInvoker over, Uri at)
    {
        var copy = new Browser(over, at, host);
        foreach (var (name, value) in cookies) copy.cookies[name] = value;
        return copy;
    }

    /// <summary>Loses the cookies whose names end so.</summary>
    public void Forget(string ending)
    {
        foreach (var name in cookies.Keys.Where(name => name.EndsWith(ending, StringComparison.Ordinal)).ToList()) cookies.Remove(name);
    }

    private async Task SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        request.Headers.Host = host;
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        if (cookies.Count > 0) request.Headers.TryAddWithoutValidation("Cookie", Cookies);
        if (network is not null) request.Headers.TryAddWithoutValidation("X-Forwarded-For", network);
        using var answer = await http.SendAsync(request, stop);
        (Status, Location) = (answer.StatusCode, answer.Headers.Location?.ToString());
        page = await answer.Content.ReadAsStringAsync(stop);
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return;
        foreach (var cookie in set)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0) cookies.Remove(pair[0]);
            else cookies[pair[0]] = pair[1];
        }
    }

    private string ValueOf(Regex field) => field.Match(page) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : "";

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<input[^>]* name=\"FormStamp\" value=\"([^\"]+)\"")]
    private static partial Regex Stamp();
}
