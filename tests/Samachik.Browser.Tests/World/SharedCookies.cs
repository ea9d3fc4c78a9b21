using System.Diagnostics;
using Microsoft.Playwright;

namespace Samachik.Browser.Tests.World;

/// <summary>The cookies of somebody whom tests share: after some minutes another joins instead, before a proof or a session is over.</summary>
internal sealed class SharedCookies(Func<Task<IReadOnlyList<Cookie>>> join)
{
    // A member's proof is good for ten minutes, an idle session of the staff for fifteen.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly Lock gate = new();
    private Task<IReadOnlyList<Cookie>>? joining;
    private long since;

    /// <summary>Theirs, once they have joined.</summary>
    public Task<IReadOnlyList<Cookie>> GetAsync()
    {
        lock (gate)
        {
            if (joining is null || Stopwatch.GetElapsedTime(since) > Life) (joining, since) = (join(), Stopwatch.GetTimestamp());
            return joining;
        }
    }
}
