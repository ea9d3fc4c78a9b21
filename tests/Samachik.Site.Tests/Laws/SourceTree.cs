using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Samachik.Site.Tests.Laws;

/// <summary>One file of the project, under its path from the root with <c>/</c>.</summary>
public sealed record SourceFile(string Path, string FullPath)
{
    /// <summary>The file's lines.</summary>
    public string[] Lines => File.ReadAllLines(FullPath);

    /// <summary>The whole text.</summary>
    public string Text => File.ReadAllText(FullPath);

    /// <summary>Whether it lies in a folder and ends like this.</summary>
    public bool Is(string folder, string ending) =>
        Path.StartsWith(folder, StringComparison.Ordinal) && Path.EndsWith(ending, StringComparison.Ordinal);
}

/// <summary>The checked-out project: found from the test program, from this source file, or from the current folder.</summary>
public static class SourceTree
{
    private const string Mark = "Samachik.slnx";

    private static readonly string[] NotOurs =
        ["bin", "obj", "artifacts", "data", "node_modules", "TestResults", ".git", ".vs", ".idea", ".vscode"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> All = new(() => Tracked() ?? OnDisk());

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>Every file that belongs to the project: what git knows or would add; without git, all but build output.</summary>
    public static IReadOnlyList<SourceFile> Files => All.Value;

    /// <summary>The shipped projects' C# without what the tools generate.</summary>
    public static IEnumerable<SourceFile> ShippedCode => Files.Where(file => file.Is("src/", ".cs") && !IsGenerated(file));

    /// <summary>All C# and Razor, shipped and tests, without what the tools generate.</summary>
    public static IEnumerable<SourceFile> AllCode => Files.Where(file =>
        (file.Is("src/", ".cs") || file.Is("tests/", ".cs") || file.Is("src/", ".cshtml")) && !IsGenerated(file));

    /// <summary>Whether a tool wrote the file.</summary>
    public static bool IsGenerated(SourceFile file) =>
        file.Path.Contains("/Migrations/", StringComparison.Ordinal) || file.Path.Contains("/Storage/Postgres/Model/", StringComparison.Ordinal);

    /// <summary>A file of the root.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string Find([CallerFilePath] string here = "")
    {
        string?[] starts = [AppContext.BaseDirectory, Path.GetDirectoryName(here), Environment.CurrentDirectory];
        foreach (var start in starts)
            for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
                if (File.Exists(Path.Combine(folder, Mark))) return folder;
        throw new InvalidOperationException($"No folder above the test program holds {Mark}.");
    }

    private static List<SourceFile>? Tracked()
    {
        try
        {
            var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var git = Process.Start(start);
            if (git is null) return null;
            _ = git.StandardError.ReadToEndAsync();
            var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode != 0 || paths.Length == 0 ? null
                : [.. paths.Distinct().Select(path => new SourceFile(path, PathOf(path))).Where(file => File.Exists(file.FullPath))];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static List<SourceFile> OnDisk()
    {
        var found = new List<SourceFile>();
        Walk(Root);
        return found;

        void Walk(string folder)
        {
            foreach (var file in Directory.EnumerateFiles(folder))
                found.Add(new SourceFile(Path.GetRelativePath(Root, file).Replace('\\', '/'), file));
            foreach (var inner in Directory.EnumerateDirectories(folder))
                if (!NotOurs.Contains(Path.GetFileName(inner))) Walk(inner);
        }
    }
}

/// <summary>Fails a law with every breach of it, one a line.</summary>
public static class Law
{
    /// <summary>The law holds when there is no breach.</summary>
    public static void Holds(IEnumerable<string> breaches)
    {
        var all = breaches.ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count} breach(es):\n  {string.Join("\n  ", all)}");
    }
}
