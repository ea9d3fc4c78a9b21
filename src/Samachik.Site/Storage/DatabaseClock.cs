namespace Samachik.Site.Storage;

/// <summary>
/// The site's time: this machine's clock, put right by the database's, so that nodes agree on what is over however
/// their own clocks stand. Timers and times elapsed are the machine's.
/// </summary>
public sealed class DatabaseClock(TimeProvider machine) : TimeProvider
{
    /// <summary>Clocks that differ by no more are left as they are.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private long correction;

    /// <summary>How far this machine's clock is behind the database's; zero while they agree.</summary>
    public TimeSpan Correction => new(Interlocked.Read(ref correction));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Correction;

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Asks the database for its time, and goes by it from now on; whether that changed anything.</summary>
    /// <param name="ask">Asks for the time; of an answer that is long on its way, half that way is not known.</param>
    public async Task<bool> CompareAsync(Func<Task<DateTimeOffset>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var (asked, began) = (machine.GetUtcNow(), machine.GetTimestamp());
        var told = await ask();
        var took = machine.GetElapsedTime(began);
        var behind = told - (asked + (took / 2));
        if ((behind - Correction).Duration() <= Tolerance + (took / 2)) return false;
        Interlocked.Exchange(ref correction, behind.Duration() <= Tolerance ? 0 : behind.Ticks);
        return true;
    }
}
