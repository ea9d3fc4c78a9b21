using Samachik.Site.Storage.Passwords;

namespace Samachik.Site.Tests;

/// <summary>
/// Keeps every thread and every place in the queue of a site's hashing gate busy until told to open, so that what
/// comes meanwhile is refused, whatever the machine's speed.
/// </summary>
internal sealed class FullGate : IAsyncDisposable
{
    private readonly ManualResetEventSlim open = new();
    private readonly List<Task<string>> held = [];

    private FullGate()
    {
    }

    /// <summary>A site's settings with a gate as small as it gets: one at a time, and one who waits.</summary>
    public static (string Key, string Value)[] Smallest => [("Passwords:Parallel", "1"), ("Passwords:Queue", "1")];

    /// <summary>Fills the gate of a site with the <see cref="Smallest"/> settings.</summary>
    public static FullGate Of(TestSite site)
    {
        var full = new FullGate();
        var gate = site.Service<HashingGate>();
        using var running = new ManualResetEventSlim();
        full.Hold(gate.TryRun(() =>
        {
            running.Set();
            full.open.Wait(Eventually.Patience);
            return "held";
        }));
        Assert.True(running.Wait(Eventually.Patience, TestContext.Current.CancellationToken), "The gate runs.");
        full.Hold(gate.TryRun(() => "waits"));
        Assert.Null(gate.TryRun(() => "too many"));
        return full;
    }

    /// <summary>Lets the gate work again; returns when it is empty.</summary>
    public async Task OpenAsync()
    {
        open.Set();
        await Task.WhenAll(held).WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await OpenAsync();
        open.Dispose();
    }

    private void Hold(Task<string>? task)
    {
        Assert.NotNull(task);
        held.Add(task);
    }
}
