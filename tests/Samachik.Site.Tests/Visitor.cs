using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;

namespace Samachik.Site.Tests;

/// <summary>
/// A browser: it keeps its own cookies, sends the forms that pages show, and goes where it is led only when told to.
/// Behind the proxy that a production site has, it speaks https.
/// </summary>
public sealed class Visitor(TestSite site)
{
    private const int MostRedirects = 8;

    // No page takes so long; a test that hangs would hold up the whole run.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <summary>The cookies by name, to look at, plant or forge.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>The address that the trusted proxy tells; null: this machine's.</summary>
    public string? From { get; init; }

    /// <summary>Headers beside the usual ones.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>The last page that was not a redirect.</summary>
    public Reply? Page { get; private set; }

    /// <summary>Tells every reply as it comes, redirects too.</summary>
    public event Action<Reply>? Received;

    /// <summary>Asks for a page.</summary>
    public async Task<Reply> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, path));
        return await SendAsync(request);
    }

    /// <summary>Asks for a page and goes where it leads.</summary>
    public async Task<Reply> OpenAsync(string path) => await FollowAsync(await GetAsync(path));

    /// <summary>Posts just these fields: no token, no form.</summary>
    public async Task<Reply> PostAsync(string path, params (string Name, string? Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, path))
        {
            Content = new FormUrlEncodedContent(fields.Where(field => field.Value is not null)
                .Select(field => KeyValuePair.Create(field.Name, field.Value ?? ""))),
        };
        return await SendAsync(request);
    }

    /// <summary>
    /// Sends a form as the page shows it, its token and what is typed in it already included, with some fields typed
    /// anew (null: emptied, left out). The form is named by its action; if the page at hand has none such, the page of
    /// that path is opened first.
    /// </summary>
    public async Task<Reply> SubmitAsync(string action, params (string Name, string? Value)[] fields)
    {
        var form = Form(action);
        if (form is null)
        {
            await GetAsync(action.Split('?')[0]);
            form = Form(action);
        }

        Assert.True(form is not null, $"{Page?.Path} ({Page?.Status}) has no form that posts to {action}.");
        return await PostAsync(action, [.. FieldsOf(form).Where(shown => fields.All(typed => typed.Name != shown.Name)), .. fields]);
    }

    /// <summary>Sends a form and goes where it leads.</summary>
    public async Task<Reply> SubmitAndFollowAsync(string action, params (string Name, string? Value)[] fields) =>
        await FollowAsync(await SubmitAsync(action, fields));

    /// <summary>Goes where a reply leads, until it is a page.</summary>
    public async Task<Reply> FollowAsync(Reply reply)
    {
        for (var i = 0; reply.Location is { } location; i++)
        {
            Assert.True(i < MostRedirects, $"Redirects in a circle at {location}.");
            reply = await GetAsync(location);
        }

        return reply;
    }

    /// <summary>Chooses a language by the button in the header.</summary>
    public Task<Reply> ReadAsync(string culture) => SubmitAndFollowAsync("/language", ("Culture", culture));

    /// <summary>The same browser once more, its cookies as they are now: another tab, or another hand; on another node when told.</summary>
    public Visitor Copy(TestSite? on = null)
    {
        var copy = new Visitor(on ?? site) { From = From };
        foreach (var (name, value) in Cookies) copy.Cookies[name] = value;
        return copy;
    }

    /// <summary>Posts the same fields, with the token of that path's form, by many hands at one instant.</summary>
    public async Task<Reply[]> PostAtOnceAsync(int hands, string path, params (string Name, string? Value)[] fields)
    {
        var token = await TokenAsync(path);
        return await Task.WhenAll(Enumerable.Range(0, hands).Select(_ =>
            Copy().PostAsync(path, [.. fields, ("__RequestVerificationToken", token)])));
    }

    /// <summary>The antiforgery token of a path's form on the page at hand, or of that path's own page.</summary>
    public async Task<string> TokenAsync(string action)
    {
        if (Form(action) is null) await GetAsync(action.Split('?')[0]);
        var token = Form(action)?.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        Assert.False(string.IsNullOrEmpty(token), $"No token for {action}.");
        return token;
    }

    /// <summary>The hidden fields of a path's form, its token and stamp among them, on the page at hand or that path's own page.</summary>
    public async Task<(string Name, string? Value)[]> HiddenAsync(string action)
    {
        if (Form(action) is null) await GetAsync(action.Split('?')[0]);
        var form = Form(action);
        Assert.True(form is not null, $"{Page?.Path} ({Page?.Status}) has no form that posts to {action}.");
        return [.. form.QuerySelectorAll("input[type=hidden]").Select(field => (field.GetAttribute("name") ?? "", field.GetAttribute("value")))];
    }

    /// <summary>Sends any request with this browser's cookies and headers, and keeps the cookies that come back.</summary>
    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Host ??= site.Host;
        if (site.Host != site.Address.Authority) request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");
        if (From is not null) request.Headers.TryAddWithoutValidation("X-Forwarded-For", From);
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (Cookies.Count > 0)
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var patience = new CancellationTokenSource(Patience);
        using var response = await site.Http.SendAsync(request, patience.Token);
        var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(patience.Token));
        if (response.Headers.TryGetValues("Set-Cookie", out var set)) foreach (var cookie in set) Keep(cookie);
        var reply = new Reply(request.RequestUri?.PathAndQuery ?? "", response, body);
        if (reply.Location is null) Page = reply;
        Received?.Invoke(reply);
        return reply;
    }

    private void Keep(string setCookie)
    {
        var parts = setCookie.Split(';', StringSplitOptions.TrimEntries);
        var pair = parts[0].Split('=', 2);
        var isGone = parts.Any(part => part.Equals("max-age=0", StringComparison.OrdinalIgnoreCase)
            || (part.StartsWith("expires=", StringComparison.OrdinalIgnoreCase)
                && DateTimeOffset.Parse(part["expires=".Length..], CultureInfo.InvariantCulture) < site.Clock.GetUtcNow()));
        if (isGone) Cookies.Remove(pair[0]);
        else Cookies[pair[0]] = pair[1];
    }

    private IHtmlFormElement? Form(string action) => Page?.Document.QuerySelectorAll("form[method=post]")
        .OfType<IHtmlFormElement>().FirstOrDefault(form => form.GetAttribute("action") == action);

    private static IEnumerable<(string Name, string? Value)> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var name = element.GetAttribute("name") ?? "";
            if (element is IHtmlSelectElement select)
                yield return (name, (select.QuerySelector("option[selected]") ?? select.QuerySelector("option"))?.GetAttribute("value"));
            else if (element is IHtmlTextAreaElement area) yield return (name, area.Value);
            else if (element.GetAttribute("type") is not "checkbox" || element.HasAttribute("checked"))
                yield return (name, element.GetAttribute("value") ?? "");
        }
    }
}
