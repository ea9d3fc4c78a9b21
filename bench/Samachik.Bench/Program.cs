using System.Globalization;
using Samachik.Bench;
using Samachik.Bench.Members;

// Sets what the site does beside what the machine can do, in the same run. See bench/README.md.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (args is not [var sitePath, var peersPath, var server, .. var rest] || rest.Except(["--short", "--overload", "--members"]).Any())
{
    await Console.Error.WriteLineAsync("usage: ./bench/run [--overload|--members] [--short]");
    return 2;
}

var isShort = rest.Contains("--short");
var (rounds, warm, time) = isShort ? (5, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1.5)) : (5, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(40));
const int hands = 8;
using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false, MaxConnectionsPerServer = 64 });
if (rest.Contains("--members")) return await MembersBench.RunAsync(sitePath, server, http, isShort);
var figures = new Figures();
if (rest.Contains("--overload"))
{
    await Overload.MeasureAsync(figures, sitePath, server, http, isShort);
    figures.Write();
    Figures.WriteHead();
    Overload.Tell(figures);
    return 0;
}

await using var site = await Site.StartAsync(sitePath, server, http);
await using var identity = await IdentitySite.StartAsync(peersPath, server, http, withArgon2id: false);
await using var alike = await IdentitySite.StartAsync(peersPath, server, http, withArgon2id: true);
var members = await Task.WhenAll(Enumerable.Range(0, hands).Select(_ => site.RememberedAsync(default)));
var readers = await Task.WhenAll(Enumerable.Range(0, hands).Select(_ => site.AtDetailsAsync(default)));
foreach (var (_, person) in members)
{
    await identity.RegisterAsync(person, default);
    await alike.RegisterAsync(person, default);
}

var before = HugePages.Now;
figures.Add("first 200 after the start", "s", site.Served.StartedIn.TotalSeconds);
string[] pages = HugePages.TrySet("never") ? ["small", "huge"] : [before];
if (pages.Length == 1) Console.WriteLine($"Transparent huge pages stay `{before}`: setting them takes root.\n");
try
{
    for (var round = 0; round < rounds; round++)
    {
        foreach (var size in pages)
        {
            if (pages.Length > 1) HugePages.TrySet(size == "huge" ? "always" : "never");
            await MeasureAsync(size);
        }

        var details = await Load.RunAsync(hands, warm, time, site.Served, (hand, stop) => readers[hand].GetAsync("/sign-up/details", stop));
        var form = await Load.RunAsync(hands, warm, time, identity.Served, (_, stop) => identity.GetFormAsync(stop));
        figures.Add("details page", "a second", details.PerSecond);
        figures.Add("bare form page", "a second", form.PerSecond);
    }
}
finally
{
    HugePages.TrySet(before);
}

figures.Add("memory of the site at the end", "MB", site.Served.MemoryMegabytes);
await Overload.MeasureAsync(figures, sitePath, server, http, isShort);
figures.Write();
Figures.WriteHead();
foreach (var size in pages)
{
    figures.Compare($"sign-ins / bare Argon2id, {size} pages", $"sign-ins, {size} pages", $"bare Argon2id, {size} pages", 0.92);
    figures.Compare($"sign-ups / bare Argon2id, {size} pages", $"sign-ups, {size} pages", $"bare Argon2id, {size} pages", 0.85);
    figures.Bound($"CPU of a sign-in beyond its hash (ms), {size} pages", $"CPU of a sign-in beyond its hash, {size} pages", 3);
    figures.Bound($"CPU of a sign-up beyond its hash (ms), {size} pages", $"CPU of a sign-up beyond its hash, {size} pages", 10);
    figures.Compare($"sign-ins / Identity's as it comes, {size} pages", $"sign-ins, {size} pages", $"Identity's sign-ins, {size} pages", size == "huge" ? 4 : 2.5);
    figures.Compare($"sign-ins / Identity's with Argon2id, {size} pages", $"sign-ins, {size} pages", $"Identity's sign-ins with Argon2id, {size} pages", 1);
}

figures.Compare("sign-ins with huge pages / bare Argon2id without", "sign-ins, huge pages", "bare Argon2id, small pages", 1.4);
figures.Compare("details page / bare form page", "details page", "bare form page", 0.7);
figures.Bound("first 200 after the start (s)", "first 200 after the start", 1);
figures.Bound("memory of the site at the end (MB)", "memory of the site at the end", 250);
Overload.Tell(figures);
return 0;

async Task MeasureAsync(string size)
{
    var bare = BareHash.Measure(time);
    var signIns = await Load.RunAsync(hands, warm, time, site.Served, (hand, stop) => Site.SignInAsync(members[hand].Browser, members[hand].Person, stop));
    var signUps = await Load.RunAsync(hands, warm, time, site.Served, (_, stop) => site.SignUpAsync(stop));
    var asItComes = await Load.RunAsync(hands, warm, time, identity.Served, (hand, stop) => identity.SignInAsync(members[hand].Person, stop));
    var alikeDone = await Load.RunAsync(hands, warm, time, alike.Served, (hand, stop) => alike.SignInAsync(members[hand].Person, stop));
    figures.Add($"bare Argon2id, {size} pages", "a second", bare.PerSecond);
    figures.Add($"sign-ins, {size} pages", "a second", signIns.PerSecond);
    figures.Add($"slowest of a hundred sign-ins, {size} pages", "ms", signIns.SlowestOfAHundred);
    figures.Add($"sign-ups, {size} pages", "a second", signUps.PerSecond);
    figures.Add($"CPU of a sign-in beyond its hash, {size} pages", "ms", signIns.CpuMilliseconds - bare.CpuMilliseconds);
    figures.Add($"CPU of a sign-up beyond its hash, {size} pages", "ms", signUps.CpuMilliseconds - bare.CpuMilliseconds);
    figures.Add($"Identity's sign-ins, {size} pages", "a second", asItComes.PerSecond);
    figures.Add($"Identity's sign-ins with Argon2id, {size} pages", "a second", alikeDone.PerSecond);
}
