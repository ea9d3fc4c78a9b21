namespace Samachik.Site.Commands;

/// <summary><c>serve</c>: runs the site. Program.cs does it.</summary>
public static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Command { get; } = new(
        "serve", "run the site (the default)",
        """
        samachik [serve] [--Key=value ...]

        Runs the site until it is told to end (SIGTERM, Ctrl-C). In Development it brings the database to this version
        first; elsewhere that is 'samachik migrate'.
        """);
}
