using System.Globalization;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;

namespace Samachik.Site.Commands;

/// <summary><c>audit verify</c>: checks the trail and names the first broken entry.</summary>
public static class AuditVerifyCommand
{
    private const string Anchor = "anchor", Export = "export";

    /// <summary>The command.</summary>
    public static Command Command { get; } = new(
        "audit verify", "check the trail of acts; names the first broken entry",
        """
        samachik audit verify [--anchor NUMBER:HEAD] [--Key=value ...]
        samachik audit verify --export FILE [--Key=value ...]

        Checks the trail from its first entry on: the seals' signatures, numbers and links, every sealed entry, and the
        keyed hash of every entry, sealed or not. Stops at the first break and names the entry and what became of it.
        It reads only, may run beside the site, and needs the audit keys in Keys:Folder.

          --anchor NUMBER:HEAD   a seal as the site's log or an earlier check told it. Without one, a trail whose last
                                 seals were removed together with their entries looks like a shorter, intact one.
          --export FILE          checks a signed copy that was taken at /officers/trail, in place of the trail: every
                                 byte of it by its signature, every entry by its keyed hash. Needs no database.

        Exit code: 0 intact, 1 broken or not checked, 2 wrong usage.
        """,
        RunAsync)
    {
        Options = [Anchor, Export],
        Fault = options => options[Anchor] is { } text && !AuditAnchor.TryParse(text, out _)
            ? "--anchor wants NUMBER:HEAD, such as 12: and 64 hexadecimal digits."
            : options[Export] is "" ? "--export wants a FILE."
            : options[Export] is not null && options[Anchor] is not null ? "--export checks a copy, --anchor the trail: one at a time." : null,
    };

    /// <summary>What became of an entry, in words.</summary>
    public static string Say(AuditFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Invariant($"entry {finding.Entry}: {finding.Break}: ") + finding.Break switch
        {
            AuditBreak.Changed => "what stands there is not what was sealed.",
            AuditBreak.Swapped => Invariant($"what stands there was sealed as entry {finding.Other}."),
            AuditBreak.Removed => "it was sealed, and is gone.",
            AuditBreak.SlippedIn => "it was not there when its neighbours were sealed.",
            AuditBreak.Forged => "its keyed hash is of no audit key in Keys:Folder. It was changed before it was sealed, or written by somebody without the key.",
            AuditBreak.SealChanged => "the seal that begins there is not as it was signed.",
            AuditBreak.SealRemoved => "the seal that began there is gone, though later ones are there.",
            AuditBreak.KeyMissing => "the seal that begins there names an audit key that is not in Keys:Folder.",
            AuditBreak.CutOff => "from there on the trail is not the one that the anchor was taken from.",
        };
    }

    private static async Task<int> RunAsync(IServiceProvider services, CommandOptions options)
    {
        if (options[Export] is { } copy) return await AuditCopyCheck.RunAsync(services, copy);
        var anchor = AuditAnchor.TryParse(options[Anchor], out var given) ? given : null;
        var progress = new CommandProgress(
            "entries checked", await StorageFeature.WithPatienceAsync(services, (AuditTable table) => table.CountAsync(0, default)));
        var report = await StorageFeature.WithPatienceAsync(services, (AuditCheck check) => check.RunAsync(anchor, progress.Tell, default));
        progress.End();
        Console.WriteLine(Invariant($"Sealed and intact: {report.SealedEntries} entries in {report.Last?.Number ?? 0} seals."));
        if (report.Last is not null) Console.WriteLine($"Last intact seal: {AuditAnchor.Of(report.Last)}");
        if (report.Finding is { } finding)
        {
            Console.WriteLine($"BROKEN at {Say(finding)}");
            return CommandLine.Failed;
        }

        Console.WriteLine(Invariant($"Not sealed yet: {report.UnsealedEntries} entries."));
        Console.WriteLine("The trail is intact.");
        return CommandLine.Succeeded;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
