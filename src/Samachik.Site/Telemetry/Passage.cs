namespace Samachik.Site.Telemetry;

/// <summary>The room before the line to the collector, for one signal. What finds none is dropped and counted; nobody waits.</summary>
public sealed class Passage(Signal signal, TelemetryMetrics metrics)
{
    /// <summary>So much may wait.</summary>
    public const int Room = 8192;

    private long waiting;

    /// <summary>Takes a place, if there is one.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref waiting) <= Room) return true;
        Interlocked.Decrement(ref waiting);
        metrics.Lost(signal, Loss.NoRoom, 1);
        return false;
    }

    /// <summary>So much left, to the collector or to nowhere.</summary>
    public void Leave(long count, bool wasTaken)
    {
        Interlocked.Add(ref waiting, -count);
        Told(count, wasTaken);
    }

    /// <summary>Counts what had no need of a place.</summary>
    public void Told(long count, bool wasTaken)
    {
        if (wasTaken) metrics.Sent(signal, count);
        else metrics.Lost(signal, Loss.NotTaken, count);
    }

    /// <summary>Gives a place back: what took it may not leave.</summary>
    public void Withhold()
    {
        Interlocked.Decrement(ref waiting);
        metrics.Lost(signal, Loss.Withheld, 1);
    }
}
