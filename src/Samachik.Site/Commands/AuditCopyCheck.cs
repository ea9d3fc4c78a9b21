using System.Globalization;
using Samachik.Site.Storage;

namespace Samachik.Site.Commands;

/// <summary><c>audit verify --export FILE</c>: checks a signed copy of the trail, and says what it is a copy of.</summary>
public static class AuditCopyCheck
{
    /// <summary>Checks it; the exit code.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string path)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return Tell(await services.GetRequiredService<TrailCopyCheck>().RunAsync(file, default));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"--export: the file cannot be read ({e.GetType().Name}).");
            return CommandLine.Failed;
        }
    }

    /// <summary>What is wrong with a copy, in words.</summary>
    public static string Say(CopyBreak broken, long? line) => $"{broken}: " + broken switch
    {
        CopyBreak.NoSignature => "the last line is no signature line. The file was broken off, or is no copy of the trail.",
        CopyBreak.KeyMissing => "it names an audit key that is not in Keys:Folder.",
        CopyBreak.NotSigned => "what its last line says is not what was signed.",
        CopyBreak.Changed => "the lines are not those that were signed." + (line is null ? "" : Invariant($" The first that is no entry of this site: line {line}.")),
        CopyBreak.Forged => Invariant($"the file is as it was signed, but its line {line} was not written by this site, or was changed in the trail before."),
    };

    private static int Tell(CopyReport report)
    {
        if (report.Copy is { } copy)
        {
            Console.WriteLine($"Query: {copy.Query}");
            Console.WriteLine(Invariant($"Taken: {copy.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z by staff number {copy.By}"));
            Console.WriteLine(Invariant($"Entries: {copy.Count}, signed with audit key {copy.KeyId}"));
        }

        Console.WriteLine(report.Break is { } broken ? $"BROKEN: {Say(broken, report.Line)}" : "The copy is intact.");
        return report.Break is null ? CommandLine.Succeeded : CommandLine.Failed;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
