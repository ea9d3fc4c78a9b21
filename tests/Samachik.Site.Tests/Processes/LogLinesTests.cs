using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Samachik.Site.Tests.Laws;
using Samachik.Site.Tests.Recovery;

namespace Samachik.Site.Tests.Processes;

/// <summary>
/// The log as Production writes it, in JSON and with scopes: one event is one line that can be read back, whatever came
/// in; and no line or scope has the word of a link "this was not me".
/// </summary>
[Trait("Category", "Process")]
public sealed class LogLinesTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_word_of_a_link_is_in_no_line_and_no_scope(DatabaseKind kind)
    {
        await using var place = new TestPlace(kind);
        await using var site = await SiteProgram.StartAsync(place, SiteProgram.FreePort(), [.. AsShipped()]);
        using var applicant = new Applicant(site.Address);
        await BecomeMemberAsync(applicant);
        await applicant.GetAsync("/account/name");
        await applicant.PostAsync("/account/name", ("FirstName", "สมหญิง"), ("LastName", "ใจดี"));
        Assert.Equal("/account", applicant.Path);
        using var http = new HttpClient { BaseAddress = site.Address };
        var notice = await Eventually.GetAsync(
            async () => (await http.GetFromJsonAsync<List<ReceivedSms>>("/dev/sms.json", JsonSerializerOptions.Web))?
                .FirstOrDefault(sms => sms.Text.Contains("/not-me/", StringComparison.Ordinal)),
            "the notice");
        var link = AccountFacts.LinkIn(notice.Text);

        // A fault, so that something is logged while the request for the link is under way.
        place.OnDatabase("ALTER TABLE disavowals RENAME TO elsewhere");
        await applicant.GetAsync(link);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, applicant.Status);
        place.OnDatabase("ALTER TABLE elsewhere RENAME TO disavowals");
        await applicant.GetAsync($"{link}?x={link}");
        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Post])
        {
            using var request = new HttpRequestMessage(method, new Uri(link, UriKind.Relative));
            using var refused = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True((int)refused.StatusCode is 400 or 405);
        }

        await applicant.PostAsync(link);
        Assert.Equal("/not-me/done", applicant.Path);
        await site.TerminateAsync();

        var lines = Lines(site);
        var faults = lines.Where(line => line.GetProperty("LogLevel").GetString() == "Error").ToList();
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Contains("RequestId", fault.GetProperty("Scopes").ToString(), StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.Contains("disavowals", fault.GetProperty("Exception").GetString(), StringComparison.Ordinal));
        Assert.DoesNotContain(link["/not-me/".Length..], site.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("RequestPath", site.Output, StringComparison.Ordinal); // the framework's own scope
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Whatever_comes_in_one_event_is_one_line_of_JSON(DatabaseKind kind)
    {
        await using var place = new TestPlace(kind);
        await using var site = await SiteProgram.StartAsync(place, SiteProgram.FreePort(), [.. AsShipped(), .. SiteLog.AllAt("Trace")]);
        const string forged = "\"}\u2028\u0085\u001b[31m{0}{Name}{\"LogLevel\":\"Forged\"}";
        foreach (var path in (string[])["/contact?x=", "/privacy?version=", "/forgedmark/", "/not-me/"])
        {
            await RawAsync(site, $"GET {path}%0d%0a%7b%22LogLevel%22:%22Forged%22%7d%1b[31m%e2%80%a8%c2%85%7b0%7d HTTP/1.1", forged);
            await RawAsync(site, $"GET {path}{{0}}\"}}\\ HTTP/1.1", forged);
            await RawAsync(site, $"{{0}}\"FORGED {path} HTTP/1.1", forged);
        }

        using var applicant = new Applicant(site.Address);
        await applicant.GetAsync("/sign-up/agreement");
        await applicant.AgreeAsync();
        await applicant.PostAsync("/sign-up/details", [.. applicant.Person.Fields.Where(field => field.Name != "FirstName"), ("FirstName", $"ก\r\n{forged}")]);
        await applicant.PostAsync("/language", ("Culture", $"th\r\n{forged}"), ("ReturnUrl", $"/\r\n{forged}"));
        await site.TerminateAsync();

        var lines = Lines(site);
        Assert.True(lines.Count > 500, $"Only {lines.Count} lines were logged.");
        Assert.Contains(lines, line => line.GetProperty("Message").GetString()?.Contains("forgedmark", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(lines, line => line.GetProperty("LogLevel").GetString() == "Forged");
        Assert.DoesNotContain(site.Output, c => c is '\u001b' or '\u2028' or '\u0085');
    }

    // Every line is an event, and every event a line.
    private static List<JsonElement> Lines(SiteProgram site)
    {
        var lines = site.Output.Split('\n').Where(line => line.Length > 0).ToList();
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    // Development's own file says otherwise; what the environment says wins over both.
    private static IEnumerable<(string Key, string Value)> AsShipped()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SourceTree.PathOf("src/Samachik.Site/appsettings.json")));
        return [.. Leaves("Logging", file.RootElement.GetProperty("Logging")), ("Logging:Console:FormatterOptions:SingleLine", "false")];
    }

    private static IEnumerable<(string Key, string Value)> Leaves(string key, JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? [.. element.EnumerateObject().SelectMany(inner => Leaves($"{key}:{inner.Name}", inner.Value))]
        : [(key, element.ToString())];

    private static async Task BecomeMemberAsync(Applicant applicant)
    {
        await applicant.GoToCodeAsync();
        await applicant.TypeCodeAsync(await applicant.CodeAsync());
        Assert.Equal("/sign-up/done", applicant.Path);
    }

    private static async Task RawAsync(SiteProgram site, string line, string agent)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, site.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{line}\r\nHost: {site.Address.Authority}\r\nUser-Agent: {agent}\r\nConnection: close\r\n\r\n"));
        await new StreamReader(stream).ReadToEndAsync();
    }
}
