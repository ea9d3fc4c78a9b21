using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using OtpNet;
using Samachik.Site.Tests.Privacy;
using Samachik.Site.Tests.Processes;

namespace Samachik.Site.Tests.Telemetry;

/// <summary>
/// All that a person and an officer do at a running program, one after the other, by plain browsers; and all that was
/// typed, sent and opened on the way, in the spellings that it was typed in.
/// </summary>
public sealed partial class WholeLife(SiteProgram site) : IDisposable
{
    private readonly Applicant browser = new(site.Address);
    private readonly HttpClient http = new() { BaseAddress = site.Address };
    private readonly List<string> codes = [];
    private readonly List<Typed> words = [];

    /// <summary>Whose life it is.</summary>
    public Person Person => browser.Person;

    /// <summary>Everything that must be found nowhere.</summary>
    public IReadOnlyList<Typed> Typed => [.. Privacy.Typed.By(Person, [.. codes]), .. words];

    /// <inheritdoc/>
    public void Dispose()
    {
        browser.Dispose();
        http.Dispose();
    }

    /// <summary>Signs up, with a wrong code before the right one.</summary>
    public async Task SignUpAsync()
    {
        await browser.GoToCodeAsync();
        await TypeCodesAsync("/sign-up/phone-code", Person.E164);
        Assert.Equal("/sign-up/done", browser.Path);
    }

    /// <summary>Signs out and in again, the ID number with dashes or in Thai digits, with the second step.</summary>
    public async Task SignInAsync(string nationalId, string phone, string? password = null)
    {
        await browser.GetAsync("/");
        await browser.PostAsync("/sign-out");
        await browser.GetAsync("/sign-in");
        await browser.PostAsync("/sign-in", ("NationalId", nationalId), ("Password", Person.Password + "x"));
        await browser.PostAsync("/sign-in", ("NationalId", nationalId), ("Password", password ?? Person.Password));
        Assert.Equal("/sign-in/code", browser.Path);
        await TypeCodesAsync("/sign-in/code", phone);
        Assert.Equal("/account", browser.Path);
    }

    /// <summary>Changes the phone, in Thai digits with spaces, and gives an e-mail address; the new number.</summary>
    public async Task<string> ChangeAddressesAsync()
    {
        var other = Person.New();
        words.Add(Privacy.Typed.By(other)[1]);
        await browser.GetAsync("/account/phone");
        await browser.PostAsync("/account/phone", ("Phone", InThaiDigits($"{other.Phone[..3]} {other.Phone[3..6]} {other.Phone[6..]}")));
        Assert.Equal("/account/phone/code", browser.Path);
        await TypeCodesAsync("/account/phone/code", other.E164);
        Assert.Equal("/account", browser.Path);
        var address = Told("e-mail address", $"q{other.NationalId[..8]}x@mail.example.go.th");
        await browser.GetAsync("/account/email");
        await browser.PostAsync("/account/email", ("Email", address));
        Assert.Equal("/account/email/code", browser.Path);
        var mail = await Eventually.GetAsync(
            async () => (await http.GetFromJsonAsync<List<ReceivedMail>>($"/dev/mail.json?to={Uri.EscapeDataString(address)}", JsonSerializerOptions.Web))?
                .FirstOrDefault(mail => mail.Code is not null),
            "a code by e-mail");
        codes.Add(mail.Code ?? "");
        await browser.PostAsync("/account/email/code", ("Code", mail.Code));
        Assert.Equal("/account", browser.Path);
        return other.E164;
    }

    /// <summary>Recovers the account by its phone, and sets another password where the route allows; it.</summary>
    public async Task RecoverAsync(string phone)
    {
        await browser.GetAsync("/");
        await browser.PostAsync("/sign-out");
        await browser.GetAsync("/recovery");
        await browser.PostAsync("/recovery", ("NationalId", Person.NationalId));
        Assert.Equal("/recovery/code", browser.Path);
        await TypeCodesAsync("/recovery/code", phone);
        var password = Told("password", $"Wq{Person.Password[4..]}7k");
        await browser.PostAsync("/recovery/new-password", ("Password", password), ("ConfirmPassword", password));
    }

    /// <summary>Opens and presses a link "this was not me", and asks for it in ways that are refused.</summary>
    public async Task DisavowAsync()
    {
        var notice = await Eventually.GetAsync(
            async () => (await InboxAsync()).FirstOrDefault(sms => sms.Text.Contains("/not-me/", StringComparison.Ordinal)), "a notice");
        var link = notice.Text[notice.Text.IndexOf("/not-me/", StringComparison.Ordinal)..].Split((char[])[' ', '\n'])[0];
        Told("word of a link", link["/not-me/".Length..]);
        await browser.GetAsync($"{link}?x={link}");
        await browser.PostAsync(link);
        Assert.Equal("/not-me/done", browser.Path);
        using var refused = new HttpRequestMessage(HttpMethod.Put, new Uri(link, UriKind.Relative));
        using var answer = await http.SendAsync(refused);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    /// <summary>An officer joins by an invitation and looks the person up, by the ID number with dashes.</summary>
    public async Task LookUpAsync(string link)
    {
        using var officer = new Applicant(site.Address);
        await officer.GetAsync(link);
        Told("word of an invitation", link.Split('/')[^1]);
        var secret = Told("app's secret", Secret().Match(officer.Body).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
        var password = Told("officer's password", $"Kx9{Person.Password[4..]}zz");
        var code = new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp();
        codes.Add(code);
        await officer.PostAsync(link, ("Password", password), ("ConfirmPassword", password), ("Code", code));
        Assert.Equal("/officers", officer.Path);
        var id = Person.NationalId;
        await officer.PostAsync("/officers", ("Query", $"{id[..1]}-{id[1..5]}-{id[5..10]}-{id[10..12]}-{id[12..]}"), ("Reason", "Call"));
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        Assert.Contains("/officers/people/", officer.Path + officer.Body, StringComparison.Ordinal);
    }

    /// <summary>Writes all of it into addresses and headers, as a stranger may.</summary>
    public async Task ShoutAsync()
    {
        foreach (var word in (string[])[Person.NationalId, Person.E164, Person.FirstName, InThaiDigits(Person.NationalId)])
        {
            var told = Uri.EscapeDataString(word);
            foreach (var path in (string[])[$"/?x={told}", $"/privacy?version={told}", $"/{told}", $"/not-me/{told}", $"/sms/receipts/outbox/{told}/{told}?to={told}"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
                foreach (var header in (string[])["User-Agent", "Referer", "tracestate", "baggage", "Correlation-Context", "X-Forwarded-For"])
                    request.Headers.TryAddWithoutValidation(header, $"a={told}");
                request.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
                request.Headers.TryAddWithoutValidation("Request-Id", $"|{told}.1.");
                using var answer = await http.SendAsync(request);
            }
        }
    }

    /// <summary>A text in Thai digits.</summary>
    public static string InThaiDigits(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '๐') : c));

    private async Task TypeCodesAsync(string path, string phone)
    {
        var reference = Reference().Match(browser.Body).Groups[1].Value;
        var sms = await Eventually.GetAsync(async () => (await InboxAsync()).FirstOrDefault(sms => sms.To == phone && sms.Reference == reference), $"a code for {path}");
        codes.Add(sms.Code ?? "");
        await browser.PostAsync(path, ("Code", sms.Code == "271828" ? "314159" : "271828"));
        await browser.PostAsync(path, ("Code", sms.Code));
    }

    private async Task<List<ReceivedSms>> InboxAsync() => await http.GetFromJsonAsync<List<ReceivedSms>>("/dev/sms.json", JsonSerializerOptions.Web) ?? [];

    private string Told(string what, string text)
    {
        words.Add(Privacy.Typed.Of(what, [text, text.ToUpperInvariant(), text.ToLowerInvariant()], []));
        return text;
    }

    [GeneratedRegex("id=\"app-secret\">([^<]+)<")]
    private static partial Regex Secret();

    [GeneratedRegex("id=\"code-reference\"[^>]*>([A-Z]{4})<")]
    private static partial Regex Reference();
}
