namespace Samachik.Site.Commands;

/// <summary>A command of the published program: each stands in a file of its own and is listed in <see cref="CommandLine"/>.</summary>
/// <param name="Words">As it is typed: one word or two.</param>
/// <param name="Summary">One line for the list of commands.</param>
/// <param name="Help">What <c>--help</c> says of it.</param>
/// <param name="RunAsync">Does the work and gives the exit code; null for the one that runs the site.</param>
public sealed record Command(
    string Words, string Summary, string Help, Func<IServiceProvider, CommandOptions, Task<int>>? RunAsync = null)
{
    /// <summary>Options of its own beside the settings, without the dashes; any other is wrong usage.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>What has to stand behind the words, such as <c>FILE.csv</c>; null: nothing may.</summary>
    public string? Operand { get; init; }

    /// <summary>What is wrong with the options; null when they can be used.</summary>
    public Func<CommandOptions, string?> Fault { get; init; } = _ => null;

    /// <summary>Whether this command was typed: its own words, and one more at most where it has an operand.</summary>
    public bool IsTyped(IReadOnlyList<string> typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var own = Words.Split(' ');
        return typed.Take(own.Length).SequenceEqual(own) && typed.Count <= own.Length + (Operand is null ? 0 : 1);
    }
}
