using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Samachik.Site.Tests.Processes;

/// <summary>People without an account who sign in at a program: a password of theirs is looked at as long as any other.</summary>
internal sealed partial class Crowd : IDisposable
{
    private const string Password = "Zq7Wm4Xv9kTb2";
    private readonly HttpClient http;
    private readonly ConcurrentQueue<string> faults = new();
    private string cookies = "", token = "";
    private int refused, lookedAt;

    private Crowd(Uri address) => http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = address };

    /// <summary>How many were told to come again.</summary>
    public int Refused => refused;

    /// <summary>How many passwords were looked at.</summary>
    public int LookedAt => lookedAt;

    /// <summary>Answers that nobody should get.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>A crowd before the sign-in of a site.</summary>
    public static async Task<Crowd> AtAsync(Uri address)
    {
        var crowd = new Crowd(address);
        using var page = await crowd.http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        crowd.cookies = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        crowd.token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        return crowd;
    }

    /// <summary>Some of them sign in again and again for a while; how many were looked at.</summary>
    public async Task<int> SignInAsync(int hands, TimeSpan time)
    {
        (refused, lookedAt) = (0, 0);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, hands).Select(async _ =>
        {
            do await TryAsync();
            while (watch.Elapsed < time);
        }));
        return lookedAt;
    }

    /// <summary>So many a second sign in, whatever becomes of the others, while one reads a page after the other; how long each page took.</summary>
    public async Task<IReadOnlyList<TimeSpan>> StormAsync(double aSecond, TimeSpan time)
    {
        (refused, lookedAt) = (0, 0);
        var (watch, under, pages) = (Stopwatch.StartNew(), new List<Task>(), new List<TimeSpan>());
        while (watch.Elapsed < time)
        {
            while (under.Count < watch.Elapsed.TotalSeconds * aSecond) under.Add(TryAsync());
            var begun = Stopwatch.GetTimestamp();
            using var page = await http.GetAsync(new Uri("/", UriKind.Relative));
            pages.Add(Stopwatch.GetElapsedTime(begun));
            if (page.StatusCode != HttpStatusCode.OK) faults.Enqueue($"A page answered {page.StatusCode}");
        }

        await Task.WhenAll(under);
        return pages;
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task TryAsync()
    {
        var id = Person.New().NationalId;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("NationalId", id), new("Password", Password), new("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Cookie", cookies);
        using var answer = await http.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode == HttpStatusCode.OK && page.Contains("id=\"NationalId-error\"", StringComparison.Ordinal)) Interlocked.Increment(ref lookedAt);
        else if (answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter?.Delta is not null && Shows(page, id)) Interlocked.Increment(ref refused);
        else faults.Enqueue($"{answer.StatusCode}, to come again after {answer.Headers.RetryAfter}, with the ID number: {Shows(page, id)}");
    }

    private static bool Shows(string page, string id) => Rules.People.NationalId.TryParse(id, false, out var read, out _)
        && page.Contains($"value=\"{read.Grouped}\"", StringComparison.Ordinal) && !page.Contains(Password, StringComparison.Ordinal);

    [GeneratedRegex("action=\"/sign-in\"[\\s\\S]*name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
