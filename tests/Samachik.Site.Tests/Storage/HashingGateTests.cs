using System.Diagnostics;
using System.Net;
using Samachik.Site.Storage.Passwords;

namespace Samachik.Site.Tests.Storage;

[Collection(typeof(Alone))]
public sealed class HashingGateTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_full_queue_answers_at_once_with_null()
    {
        using var gate = Gate(parallel: 2, queue: 3);
        using var open = new ManualResetEventSlim();
        using var running = new CountdownEvent(2);
        var tasks = Enumerable.Range(0, 2).Select(_ => gate.TryRun(() => Wait(running, open))).ToList();
        Assert.True(running.Wait(Eventually.Patience, TestContext.Current.CancellationToken), "The gate runs two at a time.");
        tasks.AddRange(Enumerable.Range(0, 6).Select(_ => gate.TryRun(() => "queued")));
        Assert.DoesNotContain(null, tasks);

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 100; i++) Assert.Null(gate.TryRun(() => "too many"));
        Assert.True(watch.Elapsed < AtOnce, $"Refusing took {watch.Elapsed}.");

        open.Set();
        Assert.Equal(["ran", "ran", "queued", "queued", "queued", "queued", "queued", "queued"], await Task.WhenAll(tasks.OfType<Task<string>>()).WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken));
        Assert.NotNull(gate.TryRun(() => "again"));
    }

    [Fact]
    public async Task A_place_is_taken_before_the_work_and_given_back_once()
    {
        using var gate = Gate(parallel: 1, queue: 2);
        var places = Enumerable.Range(0, 3).Select(_ => gate.TryEnter()).ToList();
        Assert.DoesNotContain(null, places);
        Assert.True(gate.IsFull);
        Assert.Null(gate.TryEnter());
        Assert.Null(gate.TryRun(() => "too many"));

        places[0]?.Dispose();
        places[0]?.Dispose();
        Assert.False(gate.IsFull);
        using var place = gate.TryEnter();
        Assert.NotNull(place);
        Assert.Null(gate.TryEnter());
        Assert.Equal("one", await place.RunAsync(() => "one", TestContext.Current.CancellationToken));
        Assert.Equal("two", await place.RunAsync(() => "two", TestContext.Current.CancellationToken));
        Assert.True(gate.IsFull, "A place is kept until it is given back.");
    }

    [Fact]
    public async Task Who_has_gone_meanwhile_is_passed_over()
    {
        using var gate = Gate(parallel: 1, queue: 2);
        using var open = new ManualResetEventSlim();
        using var running = new CountdownEvent(1);
        using var gone = new CancellationTokenSource();
        var first = gate.TryRun(() => Wait(running, open));
        Assert.True(running.Wait(Eventually.Patience, TestContext.Current.CancellationToken), "The gate runs.");
        using var place = gate.TryEnter();
        Assert.NotNull(place);
        var wasDone = false;
        var waiting = place.RunAsync(() => $"{wasDone = true}", gone.Token);
        await gone.CancelAsync();
        open.Set();
        Assert.Null(await waiting.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken));
        Assert.False(wasDone);
        Assert.NotNull(first);
        Assert.Equal("ran", await first.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task As_many_run_at_a_time_as_are_set_and_no_more(int parallel)
    {
        using var gate = Gate(parallel, queue: 100);
        var (now, most) = (0, 0);
        using var full = new CountdownEvent(parallel);
        var tasks = Enumerable.Range(0, 60).Select(_ => gate.TryRun(() =>
        {
            var here = Interlocked.Increment(ref now);
            InterlockedMax(ref most, here);
            if (!full.IsSet) full.Signal();
            full.Wait(Eventually.Patience);
            Interlocked.Decrement(ref now);
            return "done";
        })).ToList();
        await Task.WhenAll(tasks.OfType<Task<string>>()).WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(60, tasks.OfType<Task<string>>().Count());
        Assert.Equal(parallel, most);
    }

    [Fact]
    public async Task Work_that_fails_fails_its_own_caller_alone()
    {
        using var gate = Gate(parallel: 1, queue: 10);
        var broken = gate.TryRun<string>(() => throw new InvalidDataException("broken"));
        var sound = gate.TryRun(() => "sound");
        Assert.NotNull(broken);
        Assert.NotNull(sound);
        await Assert.ThrowsAsync<InvalidDataException>(() => broken);
        Assert.Equal("sound", await sound.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Hashes_run_on_threads_of_their_own()
    {
        using var gate = Gate(parallel: 1, queue: 10);
        var hashing = gate.TryRun(() => $"{Thread.CurrentThread.IsThreadPoolThread} {Thread.CurrentThread.Name}");
        Assert.NotNull(hashing);
        Assert.Equal("False hashing-0", await hashing.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken));
    }

    // Without the gate, a plain page takes seconds behind such a storm.
    [Fact]
    public async Task Plain_pages_stay_fast_while_hashes_queue()
    {
        await using var site = new TestSite(
            DatabaseKind.Sqlite, ("Passwords:MemoryKiB", "19456"), ("Passwords:Passes", "2"), ("Passwords:Parallel", "1"), ("Passwords:Queue", "100000"));
        var visitor = site.NewVisitor();
        await visitor.GetAsync("/");
        var hasher = site.Service<PasswordHasher>();
        var hashes = new List<Task<string?>>();
        var (times, wereBusy) = (new List<TimeSpan>(), true);
        for (var i = 0; i < 15; i++)
        {
            // As many as before wait at every page: a machine that is slow at pages and quick at hashes is not done sooner.
            while (hashes.Count(hash => !hash.IsCompleted) < 60) hashes.Add(hasher.TryHashAsync("Zq7Wm4Xv9"));
            var watch = Stopwatch.StartNew();
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).Status);
            times.Add(watch.Elapsed);
            wereBusy &= hashes.Exists(hash => !hash.IsCompleted);
        }

        foreach (var hash in hashes) Assert.NotNull(await hash);
        Assert.True(wereBusy, "The hashes were done before the pages: the test proves nothing.");
        Assert.True(times.Order().ElementAt(7) < TimeSpan.FromMilliseconds(500), $"The median page took {times.Order().ElementAt(7)}.");
    }

    [Fact]
    public async Task A_full_gate_is_told_on_the_page_with_all_that_was_typed_kept()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, FullGate.Smallest);
        var newcomer = await Newcomer.AtDetailsAsync(site);
        await using var gate = FullGate.Of(site);

        var watch = Stopwatch.StartNew();
        var reply = await newcomer.GiveDetailsAsync();
        Assert.True(watch.Elapsed < Eventually.Patience, "The answer waited for the gate.");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
        Assert.Equal("5", reply.Headers["Retry-After"]);
        foreach (var (name, value) in newcomer.Person.Fields.Where(field => !field.Name.Contains("Password", StringComparison.Ordinal)))
            Assert.Equal(value, reply.Shown(name));
        Assert.Empty(await newcomer.Site.InboxAsync(newcomer.Person.Phone));

        await gate.OpenAsync();
        Assert.Equal("/sign-up/phone-code", (await newcomer.GiveDetailsAsync()).Path);
    }

    private static HashingGate Gate(int parallel, int queue) =>
        new(SettingsOf.Development(("Passwords:Parallel", $"{parallel}"), ("Passwords:Queue", $"{queue}")));

    private static string Wait(CountdownEvent running, ManualResetEventSlim open)
    {
        running.Signal();
        open.Wait(Eventually.Patience);
        return "ran";
    }

    private static void InterlockedMax(ref int most, int here)
    {
        for (var seen = Volatile.Read(ref most); seen < here; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, here, seen);
    }
}
