using Samachik.Site.Storage;

namespace Samachik.Site.Commands;

/// <summary>The published program's commands: <c>samachik [serve|migrate] [--Key=value ...]</c>.</summary>
public static class CommandLine
{
    /// <summary>Exit code of a command that did what it was asked.</summary>
    public const int Succeeded = 0;

    /// <summary>Exit code of a command that failed.</summary>
    public const int Failed = 1;

    private const int WrongUsage = 2;

    private const string Help = """
        samachik [command] [--Key=value ...]

          serve     run the site (the default)
          migrate   bring the database to this version; safe to repeat, and beside running older nodes

        Every setting of docs/operating.md can be given as --Key=value or as an environment variable with __ for ':'.
        """;

    /// <summary>Answers what needs no site: help, and words that are no command. Null when there is work to do.</summary>
    public static int? Answer(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Contains("--help") || args.Contains("-h"))
        {
            Console.WriteLine(Help);
            return Succeeded;
        }

        if (args.FirstOrDefault() is not { } first || first.StartsWith("--", StringComparison.Ordinal)
            || first is "serve" or "migrate") return null;
        Console.Error.WriteLine($"samachik: there is no command '{first}'.\n\n{Help}");
        return WrongUsage;
    }

    /// <summary>Whether the command is <c>migrate</c>.</summary>
    public static bool IsMigrate(string[] args) => args?.FirstOrDefault() == "migrate";

    /// <summary>Brings the database to this version.</summary>
    public static async Task<int> MigrateAsync(IServiceProvider services)
    {
        await StorageFeature.MigrateAsync(services);
        Console.WriteLine("The database is at this version.");
        return Succeeded;
    }
}
