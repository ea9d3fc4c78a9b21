namespace Samachik.Site.Commands;

/// <summary>What was typed: the command's words, then <c>--name=value</c> or <c>--name value</c>.</summary>
public sealed class CommandOptions(IReadOnlyList<string> args)
{
    private const string Dashes = "--";

    /// <summary>The words before the first option: the command's, and its operand.</summary>
    public IReadOnlyList<string> Words { get; } = [.. args.TakeWhile(arg => !arg.StartsWith('-'))];

    /// <summary>The options' names, without the dashes.</summary>
    public IEnumerable<string> Names => args.Where(IsOption).Select(arg => arg[Dashes.Length..].Split('=')[0]);

    /// <summary>An option's value; null when it was not given, empty when nothing stands behind it.</summary>
    public string? this[string name]
    {
        get
        {
            for (var i = 0; i < args.Count; i++)
            {
                if (args[i] == Dashes + name) return i + 1 < args.Count && !IsOption(args[i + 1]) ? args[i + 1] : "";
                if (args[i].StartsWith($"{Dashes}{name}=", StringComparison.Ordinal)) return args[i][(Dashes.Length + name.Length + 1)..];
            }

            return null;
        }
    }

    private static bool IsOption(string arg) => arg.StartsWith(Dashes, StringComparison.Ordinal);
}
