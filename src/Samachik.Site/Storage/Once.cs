namespace Samachik.Site.Storage;

/// <summary>
/// Work that is done once, whoever asks for it: all wait for the same end. Two may stop a site at once, and what the
/// second would begin anew would meet a database that is disposed of already.
/// </summary>
public sealed class Once
{
    private readonly Lock gate = new();
    private volatile Task? begun;

    /// <summary>Whether somebody asked for it.</summary>
    public bool HasBegun => begun is not null;

    /// <summary>Begins the work, or gives the one begun before.</summary>
    public Task RunAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        lock (gate) return begun ??= work();
    }
}
