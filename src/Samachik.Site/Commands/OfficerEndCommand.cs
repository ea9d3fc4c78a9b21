using Samachik.Rules.Officers;
using Samachik.Site.Features.Officers;
using Samachik.Site.Storage;

namespace Samachik.Site.Commands;

/// <summary><c>officer end</c>: ends a staff account.</summary>
public static class OfficerEndCommand
{
    private const string Number = "number";

    /// <summary>The command.</summary>
    public static Command Command { get; } = new(
        "officer end", "end a staff account",
        """
        samachik officer end --number NUMBER [--Key=value ...]

        The account signs in no more; its sessions are over at their next request. What it did stays in the trail.

          --number NUMBER   as officer invite printed it, such as 482-193.

        Exit code: 0 done, 1 failed, 2 wrong usage.
        """,
        EndAsync)
    {
        Options = [Number],
        Fault = options => OfficerNumber.TryParse(options[Number], out _) ? null : "--number wants the six digits of a staff account.",
    };

    private static async Task<int> EndAsync(IServiceProvider services, CommandOptions options)
    {
        if (OfficerNumber.TryParse(options[Number], out var number)
            && await StorageFeature.WithPatienceAsync(services, (EndOfficer end) => end.EndAsync(number, null)) == EndVerdict.Ended)
        {
            Console.WriteLine($"Ended: {number.Grouped}");
            return CommandLine.Succeeded;
        }

        await Console.Error.WriteLineAsync("No living staff account has that number.");
        return CommandLine.Failed;
    }
}
