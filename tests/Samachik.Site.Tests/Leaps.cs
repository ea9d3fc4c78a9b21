using Microsoft.Extensions.Time.Testing;

namespace Samachik.Site.Tests;

/// <summary>Long times: hours and days pass without every timer going round for each minute of them.</summary>
public static class Leaps
{
    /// <summary>Sets the clock forward; timers do not tick for the time between.</summary>
    public static void Leap(this FakeTimeProvider clock, TimeSpan time) => clock.AdjustTime(clock.GetUtcNow() + time);
}
