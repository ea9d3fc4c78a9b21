namespace Samachik.Site.Commands;

/// <summary>Finds the command that was typed: <c>samachik [command] [--Key=value ...]</c>.</summary>
public static class CommandLine
{
    /// <summary>Exit code of a command that did what it was asked.</summary>
    public const int Succeeded = 0;

    /// <summary>Exit code of a command that failed.</summary>
    public const int Failed = 1;

    /// <summary>Exit code of what is no command, or none with these options.</summary>
    public const int WrongUsage = 2;

    private const string OfSettings =
        "Every setting of docs/operating.md can be given as --Key=value or as an environment variable with __ for ':'.";

    private static readonly Command[] All =
    [
        ServeCommand.Command, MigrateCommand.Command, AuditVerifyCommand.Command,
        GatewayCommands.List, GatewayCommands.Off, GatewayCommands.On, OfficerInviteCommand.Command, OfficerEndCommand.Command,
        RegisterImportCommand.Command, KeysRotateCommand.Command, RestoredCommand.Command,
    ];

    // The framework's own, which have no ':' in their names as our settings have.
    private static readonly string[] OfTheFramework = ["urls", "environment", "contentRoot"];

    /// <summary>Answers what needs no site: help, and what cannot be used. Null when there is work to do.</summary>
    public static int? Answer(IReadOnlyList<string> args, out Command command)
    {
        ArgumentNullException.ThrowIfNull(args);
        var typed = new CommandOptions(args).Words;
        var words = string.Join(' ', typed);
        var asksHelp = args.Contains("--help") || args.Contains("-h");
        var group = All.Where(known => known.Words.StartsWith($"{words} ", StringComparison.Ordinal)).ToList();
        var found = All.SingleOrDefault(known => known.IsTyped(typed));
        command = found ?? ServeCommand.Command;
        if (asksHelp && (words.Length == 0 || group.Count > 0)) return Tell(Overview(words.Length == 0 ? All : group));
        if (asksHelp && found is not null) return Tell($"{found.Help}\n\n{OfSettings}");
        if (words.Length == 0) return null;
        if (found is null)
            return Refuse(group.Count > 0
                ? $"'{words}' needs another word.\n\n{Overview(group)}" : $"there is no command '{words}'.\n\n{Overview(All)}");
        if (found.Operand is { } operand && words == found.Words) return Refuse($"'{words}' wants {operand}.\n\n{found.Help}");
        return FaultOf(found, new(args)) is { } fault ? Refuse($"{fault}\n\n{found.Help}") : null;
    }

    /// <summary>What of the arguments is settings: the framework would take a word that begins with '/' for a key.</summary>
    public static string[] Settings(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return [.. args.Skip(new CommandOptions(args).Words.Count)];
    }

    private static string? FaultOf(Command command, CommandOptions options)
    {
        var unknown = command.RunAsync is null ? null : options.Names.FirstOrDefault(name =>
            !name.Contains(':', StringComparison.Ordinal) && !command.Options.Contains(name) && !OfTheFramework.Contains(name));
        return unknown is not null ? $"'{command.Words}' has no option --{unknown}." : command.Fault(options);
    }

    private static string Overview(IReadOnlyList<Command> commands)
    {
        var width = commands.Max(known => known.Words.Length);
        var lines = commands.Select(known => $"  {known.Words.PadRight(width)}   {known.Summary}");
        return $"samachik [command] [--Key=value ...]\n\n{string.Join('\n', lines)}\n\n'samachik <command> --help' tells more. {OfSettings}";
    }

    private static int Tell(string text)
    {
        Console.WriteLine(text);
        return Succeeded;
    }

    private static int Refuse(string text)
    {
        Console.Error.WriteLine($"samachik: {text}");
        return WrongUsage;
    }
}
