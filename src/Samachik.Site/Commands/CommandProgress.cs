using System.Globalization;

namespace Samachik.Site.Commands;

/// <summary>A bar on a terminal that grows with the work; where the output is read by a program, nothing.</summary>
public sealed class CommandProgress(string what, long total)
{
    private const int Width = 30;

    private readonly bool shows = !Console.IsOutputRedirected;

    /// <summary>So much is done.</summary>
    public void Tell(long done)
    {
        if (!shows) return;
        var filled = total == 0 ? Width : (int)Math.Min(Width, done * Width / total);
        Console.Write(string.Create(
            CultureInfo.InvariantCulture, $"\r[{new string('#', filled)}{new string('.', Width - filled)}] {done}/{total} {what}"));
    }

    /// <summary>The work is over: leaves the bar's line.</summary>
    public void End()
    {
        if (shows) Console.WriteLine();
    }
}
