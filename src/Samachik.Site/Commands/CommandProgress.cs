using System.Globalization;

namespace Samachik.Site.Commands;

/// <summary>A bar on a terminal that grows with the work; where the output is read by a program, a line now and then, or nothing.</summary>
/// <param name="what">What is counted.</param>
/// <param name="total">How many there are.</param>
/// <param name="lines">How many plain lines a program that reads the output gets at most.</param>
public sealed class CommandProgress(string what, long total, int lines = 0)
{
    private const int Width = 30;

    private readonly bool isTerminal = !Console.IsOutputRedirected;
    private long told;

    /// <summary>So much is done.</summary>
    public void Tell(long done)
    {
        if (isTerminal) Console.Write($"\r[{Bar(done)}] {Words(done)}");
        else if (lines > 0 && done * lines / Math.Max(1, total) is var reached && reached > told)
        {
            told = reached;
            Console.WriteLine(Words(done));
        }
    }

    /// <summary>The work is over: leaves the bar's line.</summary>
    public void End()
    {
        if (isTerminal) Console.WriteLine();
    }

    private string Bar(long done)
    {
        var filled = total == 0 ? Width : (int)Math.Min(Width, done * Width / total);
        return $"{new string('#', filled)}{new string('.', Width - filled)}";
    }

    private string Words(long done) => string.Create(CultureInfo.InvariantCulture, $"{done}/{total} {what}");
}
