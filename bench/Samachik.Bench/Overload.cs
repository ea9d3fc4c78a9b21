using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Samachik.Rules.People;

namespace Samachik.Bench;

/// <summary>What a storm of sign-ins did.</summary>
/// <param name="Peak">Sign-ins a second of few hands.</param>
/// <param name="Offered">Sign-ins a second that the storm sent.</param>
/// <param name="Goodput">Of those, done.</param>
/// <param name="Refused">Of those, told 503 as it should be.</param>
/// <param name="Faults">Answers that nobody should get, by what they were.</param>
/// <param name="SlowPage">The slowest of a hundred pages without a hash, in ms.</param>
/// <param name="SlowRefusal">The slowest of a hundred refusals, in ms.</param>
/// <param name="UsualSignIn">The median of the sign-ins done in the storm, in ms.</param>
/// <param name="RefusalCpu">What one refusal takes of the site's processor time, in ms.</param>
/// <param name="After">Sign-ins a second of few hands, right after the storm.</param>
internal sealed record Storm(
    double Peak, double Offered, double Goodput, double Refused, IReadOnlyDictionary<string, int> Faults, double SlowPage, double SlowRefusal, double UsualSignIn,
    double RefusalCpu, double After);

/// <summary>
/// Offers ten times the sign-ins that the site can do, from many networks, at a rate that no answer slows; beside them a few pages.
/// </summary>
internal sealed class Overload(Site site, IReadOnlyList<(Browser Browser, Person Person)> members, Browser reader) : IDisposable
{
    private const int Times = 10, Hands = 8, Members = 240, MostWires = 2000, PagesASecond = 20;
    private readonly ConcurrentBag<Wire> free = [];
    private readonly ConcurrentBag<double> pages = [], refusals = [], signIns = [];
    private readonly ConcurrentDictionary<string, int> faults = new(StringComparer.Ordinal);
    private readonly List<Knock> knocks = [];
    private int wires, sent, done, refused;
    private bool isCounted;

    /// <summary>Starts a site of its own as it comes, makes members, and adds the figures of some storms.</summary>
    public static async Task MeasureAsync(Figures figures, string program, string server, HttpMessageInvoker http, bool isShort)
    {
        await using var site = await Site.StartAsync(
            program, server, http, "overload", ("Network:TrustedProxies", "127.0.0.1"), ("Limits:RequestsPerNetworkPerMinute", ""));
        var members = new (Browser, Person)[Members];
        await Parallel.ForAsync(0, Members, new ParallelOptions { MaxDegreeOfParallelism = Hands }, async (number, stop) =>
            members[number] = await site.RememberedAsync(stop, NetworkOf(number)));
        using var overload = new Overload(site, members, await site.AtDetailsAsync(default));
        var (rounds, warm, time) = isShort ? (3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)) : (5, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));
        for (var round = 0; round < rounds; round++)
        {
            var storm = await overload.RunAsync(warm, time);
            figures.Add("sign-ins of few hands", "a second", storm.Peak);
            figures.Add("sign-ins offered in the storm", "a second", storm.Offered);
            figures.Add("sign-ins done in the storm", "a second", storm.Goodput);
            figures.Add("refused with 503 in the storm", "a second", storm.Refused);
            figures.Add("sign-ins of few hands after the storm", "a second", storm.After);
            figures.Add("median of a sign-in in the storm", "ms", storm.UsualSignIn);
            figures.Add("slowest of a hundred refusals", "ms", storm.SlowRefusal);
            figures.Add("slowest of a hundred pages in the storm", "ms", storm.SlowPage);
            figures.Add("CPU of a refusal", "ms", storm.RefusalCpu);
            figures.Add("other answers in the storm", "", storm.Faults.Values.Sum());
            foreach (var (what, count) in storm.Faults) Console.WriteLine($"{count} times: {what}");
        }
    }

    /// <summary>What is aimed at.</summary>
    public static void Tell(Figures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        figures.Compare("sign-ins done in the storm / those of few hands", "sign-ins done in the storm", "sign-ins of few hands", 0.9);
        figures.Compare("sign-ins of few hands after the storm / before it", "sign-ins of few hands after the storm", "sign-ins of few hands", 0.9);
        figures.Bound("slowest of a hundred pages in the storm (ms)", "slowest of a hundred pages in the storm", 250);
        figures.Bound("other answers in the storm", "other answers in the storm", 0);
    }

    /// <summary>Measures the peak, the storm, and what comes after it.</summary>
    private async Task<Storm> RunAsync(TimeSpan warm, TimeSpan time)
    {
        if (knocks.Count == 0) foreach (var (browser, person) in members) knocks.Add(await Knock.OfAsync(browser, person, NetworkOf(knocks.Count)));
        (sent, done, refused) = (0, 0, 0);
        foreach (var times in (ConcurrentBag<double>[])[pages, refusals, signIns]) times.Clear();
        faults.Clear();
        var (peak, beside) = await CalmAsync(warm, time);
        var rate = peak * Times;
        using var over = new CancellationTokenSource();
        var (storming, reading) = (StormAsync(rate, over.Token), ReadAsync(over.Token));
        await Task.Delay(warm);
        var (cpu, watch) = (CpuBesideHashes, Stopwatch.StartNew());
        Volatile.Write(ref isCounted, true);
        await Task.Delay(time);
        Volatile.Write(ref isCounted, false);
        var (seconds, used) = (watch.Elapsed.TotalSeconds, (CpuBesideHashes - cpu).TotalMilliseconds);
        await over.CancelAsync();
        await Task.WhenAll(storming, reading);
        var (after, _) = await CalmAsync(TimeSpan.Zero, time / 4);
        return new(
            peak, sent / seconds, done / seconds, refused / seconds, faults.ToDictionary(), SlowOf(pages, 0.99), SlowOf(refusals, 0.99), SlowOf(signIns, 0.5),
            refused == 0 ? 0 : (used - done * beside) / refused, after);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var wire in free) wire.Dispose();
    }

    private TimeSpan CpuBesideHashes => site.Served.Cpu - site.Served.HashingCpu;

    // A second, and the processor's milliseconds of each beside its hash.
    private async Task<(double PerSecond, double Beside)> CalmAsync(TimeSpan warm, TimeSpan time)
    {
        var (next, cpu) = (0, CpuBesideHashes);
        var done = await Load.RunAsync(Hands, warm, time, site.Served, async (_, _) =>
        {
            var knock = knocks[(int)((uint)Interlocked.Increment(ref next) % (uint)knocks.Count)];
            if (await AskAsync(knock.Request, Wire.StatusOf) is not 302 and var status) throw new InvalidOperationException($"{status}: no sign-in in the calm.");
        });
        return (done.PerSecond, (CpuBesideHashes - cpu).TotalMilliseconds / next);
    }

    private async Task StormAsync(double rate, CancellationToken over)
    {
        var (watch, under) = (Stopwatch.StartNew(), new List<Task>());
        for (var begun = 0; !over.IsCancellationRequested; await Task.Delay(2, CancellationToken.None))
        {
            for (; begun < watch.Elapsed.TotalSeconds * rate; begun++) under.Add(KnockAsync(knocks[begun % knocks.Count]));
            under.RemoveAll(task => task.IsCompletedSuccessfully);
        }

        await Task.WhenAll(under);
    }

    private async Task KnockAsync(Knock knock)
    {
        var (begun, counts) = (Stopwatch.GetTimestamp(), Volatile.Read(ref isCounted));
        if (counts) Interlocked.Increment(ref sent);
        var fault = await TryAsync(knock.Request, answer => Judge(answer, knock, begun));
        if (fault is not null && counts) faults.AddOrUpdate(fault, 1, (_, before) => before + 1);
    }

    // Null: an answer as it should be.
    private string? Judge(ReadOnlySpan<byte> bytes, Knock knock, long begun)
    {
        var (status, counts) = (Wire.StatusOf(bytes), Volatile.Read(ref isCounted));
        switch (status)
        {
            case 302:
                if (bytes.IndexOf("/sign-in"u8) >= 0) return "302 to the sign-in";
                if (!counts) return null;
                Interlocked.Increment(ref done);
                signIns.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                return null;
            case 503:
                if (bytes.IndexOf("\r\nRetry-After: "u8) < 0) return "503 without Retry-After";
                if (bytes.IndexOf(knock.ShownId) < 0) return "503 without the ID number";
                if (bytes.IndexOf(knock.Password) >= 0) return "503 with the password";
                if (!counts) return null;
                Interlocked.Increment(ref refused);
                refusals.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                return null;
            default:
                return $"{status}";
        }
    }

    private async Task ReadAsync(CancellationToken over)
    {
        byte[][] all = [Wire.Get("/", Site.Host, "10.200.0.1", ""), Wire.Get("/sign-in", Site.Host, "10.200.1.1", ""), Wire.Get("/sign-up/details", Site.Host, "10.200.2.1", reader.Cookies)];
        var (watch, under) = (Stopwatch.StartNew(), new List<Task>());
        for (var begun = 0; !over.IsCancellationRequested; await Task.Delay(2, CancellationToken.None))
            for (; begun < watch.Elapsed.TotalSeconds * PagesASecond; begun++) under.Add(PageAsync(all[begun % all.Length]));
        await Task.WhenAll(under);
    }

    private async Task PageAsync(byte[] page)
    {
        var (begun, counts) = (Stopwatch.GetTimestamp(), Volatile.Read(ref isCounted));
        var fault = await TryAsync(page, answer => Wire.StatusOf(answer) is not 200 and var status ? $"a page with {status}" : null, isPage: true);
        if (!counts) return;
        pages.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        if (fault is not null) faults.AddOrUpdate(fault, 1, (_, before) => before + 1);
    }

    // What is wrong with the answer, or that there is none.
    private async Task<string?> TryAsync(byte[] request, Look<string?> judge, bool isPage = false)
    {
        try
        {
            return await AskAsync(request, judge, isPage);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            return e.Message;
        }
    }

    private async Task<T> AskAsync<T>(byte[] request, Look<T> look, bool isPage = false)
    {
        if (!free.TryTake(out var wire))
        {
            if (Interlocked.Increment(ref wires) > MostWires && !isPage)
            {
                Interlocked.Decrement(ref wires);
                throw new IOException("no socket left to send by");
            }

            wire = new Wire(site.Served.Address);
        }

        try
        {
            var answer = look((await wire.AskAsync(request)).Span);
            free.Add(wire);
            return answer;
        }
        catch
        {
            wire.Dispose();
            Interlocked.Decrement(ref wires);
            throw;
        }
    }

    // A network of its own for each, as the site counts them.
    private static string NetworkOf(int number) => $"10.{number / 200}.{number % 200}.7";

    private static double SlowOf(ConcurrentBag<double> times, double part)
    {
        var ordered = times.Order().ToList();
        return ordered.Count == 0 ? 0 : ordered[(int)(ordered.Count * part)];
    }

    private delegate T Look<T>(ReadOnlySpan<byte> answer);

    /// <summary>A sign-in of a member, ready to be sent as often as one likes.</summary>
    private sealed record Knock(byte[] Request, byte[] ShownId, byte[] Password)
    {
        public static async Task<Knock> OfAsync(Browser browser, Person person, string network)
        {
            browser.Forget("samachik-session");
            await browser.GetAsync("/sign-in", default);
            var request = Wire.Post(
                "/sign-in", Site.Host, network, browser.Cookies,
                [("NationalId", person.Id), ("Password", person.Password), .. browser.Hidden]);
            var shown = NationalId.TryParse(person.Id, acceptLeadingZero: false, out var id, out _) ? id.Grouped : throw new InvalidOperationException("No ID number.");
            return new(request, Encoding.ASCII.GetBytes($"value=\"{shown}\""), Encoding.ASCII.GetBytes(person.Password));
        }
    }
}
