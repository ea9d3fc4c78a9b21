using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Samachik.Browser.Tests.World;

namespace Samachik.Browser.Tests.Weight;

/// <summary>What a first visit costs somebody with an old phone on a slow line.</summary>
public sealed class FirstLoadTests(BrowserAndSites world, ITestOutputHelper output)
{
    private const double MostBytes = 60_000;

    // The tab's icon, which a browser without a window does not ask for.
    private const string FetchIcon = "() => fetch(document.querySelector('link[rel=icon]').href).then(answer => answer.text())";

    [Theory]
    [InlineData("/", Language.Thai)]
    [InlineData("/", Language.English)]
    [InlineData("/sign-up/agreement", Language.Thai)]
    [InlineData("/sign-up/agreement", Language.English)]
    public async Task It_weighs_60_kB_at_most(string path, Language language)
    {
        await using var reader = await Reader.OpenAsync(world, new(Language: language, Width: 360, Height: 740));
        var session = await reader.Page.Context.NewCDPSessionAsync(reader.Page);
        var (addresses, encodings, bytes) = (new ConcurrentDictionary<string, string>(), new ConcurrentDictionary<string, string>(), new ConcurrentDictionary<string, double>());
        session.Event("Network.requestWillBeSent").OnEvent += (_, e) =>
            addresses[Text(e, "requestId")] = e?.GetProperty("request").GetProperty("url").GetString() ?? "";
        session.Event("Network.responseReceived").OnEvent += (_, e) =>
            encodings[Text(e, "requestId")] = Encoding(e.GetValueOrDefault().GetProperty("response").GetProperty("headers"));
        session.Event("Network.loadingFinished").OnEvent += (_, e) =>
            bytes[Text(e, "requestId")] = e?.GetProperty("encodedDataLength").GetDouble() ?? 0;
        await session.SendAsync("Network.enable");

        await reader.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await reader.Page.EvaluateAsync("document.fonts.ready.then(() => true)");
        await reader.Page.EvaluateAsync(FetchIcon);
        await Eventually.TrueAsync(() => Task.FromResult(bytes.Count >= addresses.Count), "the end of every request");

        foreach (var (id, size) in bytes.OrderByDescending(pair => pair.Value))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,8} {encodings[id],-5} {addresses[id]}"));
        var total = bytes.Values.Sum();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total,8} in all"));
        Assert.InRange(total, 1, MostBytes);
        Assert.Equal(addresses.Count, bytes.Count);
        Assert.Contains(addresses.Values, address => address.Contains("sarabun-thai", StringComparison.Ordinal));
        Assert.All(
            encodings.Where(pair => !addresses[pair.Key].EndsWith(".woff2", StringComparison.Ordinal)),
            pair => Assert.Contains(pair.Value, new[] { "br", "gzip" }));
        Assert.Empty(reader.Complaints);
    }

    private static string Text(JsonElement? data, string name) => data?.GetProperty(name).GetString() ?? "";

    private static string Encoding(JsonElement headers) => headers.EnumerateObject()
        .FirstOrDefault(header => header.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)).Value is
            { ValueKind: JsonValueKind.String } value ? value.GetString() ?? "" : "";
}
