using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Commands;

/// <summary><c>keys rotate</c>: a new key for personal data, and everything encrypted anew with it.</summary>
public static class KeysRotateCommand
{
    private const string Prepare = "prepare", NewKey = "new-key";
    private const int ProgressLines = 20;

    /// <summary>The command.</summary>
    public static Command Command { get; } = new(
        "keys rotate", "make a new key for personal data, and encrypt everything anew with it while the site serves",
        """
        samachik keys rotate [--prepare] [--new-key] [--Key=value ...]

        Makes the next fields-NNNN.key in Keys:Folder, waits until every node knows it, lets them encrypt with it, and
        then encrypts anew, in batches, whatever older fields keys encrypted. It runs beside the site, may be stopped at
        any time and be run again: it goes on where it was. At the end it says which key files may be taken away. It
        deletes none. While older files are in the folder, a further run makes no new key, but makes sure of the rest.

          --prepare   ends once the key is made and announced: back it up, and put it into Keys:Folder of every node
                      that has a folder of its own. Nothing is encrypted with it before the next run.
          --new-key   makes a further key though older ones are still in the folder, or one that was announced is lost.

        Only the fields keys: docs/operating.md, "Keys", tells of the others.

        Exit code: 0 done, 1 failed, 2 wrong usage.
        """,
        RunAsync)
    {
        Options = [Prepare, NewKey],
        Fault = options => new[] { Prepare, NewKey }.FirstOrDefault(name => options[name] is { Length: > 0 }) is { } name
            ? $"--{name} takes no value." : null,
    };

    private static async Task<int> RunAsync(IServiceProvider services, CommandOptions options)
    {
        if (await StorageFeature.WithPatienceAsync(services, async (MembersDb db) => (await db.Database.GetPendingMigrationsAsync()).Any()))
            return await FailAsync("The database is not at this version; run 'samachik migrate' first.");
        await StorageFeature.AtStartAsync(services, async db =>
        {
            await services.GetRequiredService<FollowClock>().LookAsync(default); // which nodes are there is told by the site's time
            await KeyCheck.RequireAsync(db, services.GetRequiredService<KeyRing>());
        });
        CommandProgress? progress = null;
        var report = await StorageFeature.WithPatienceAsync(services, (RotateKeys rotate) => rotate.RunAsync(
            options[Prepare] is not null, options[NewKey] is not null, Tell, Progress, default));
        EndBar();
        return await TellAsync(report);

        void Progress(long done, long total)
        {
            (progress ??= new("rows encrypted anew", total, ProgressLines)).Tell(done);
            if (done == total) EndBar();
        }

        void Tell(string line)
        {
            EndBar();
            Console.WriteLine(line);
        }

        void EndBar()
        {
            progress?.End();
            progress = null;
        }
    }

    private static async Task<int> TellAsync(RotationReport report)
    {
        var (file, names) = (KeyRing.FileOf(report.Key), string.Join(", ", report.Names));
        if (report.Verdict is not (RotationVerdict.Done or RotationVerdict.Prepared)) return await FailAsync(WhyFailed(report.Verdict, file, names));
        Console.WriteLine(report.Verdict == RotationVerdict.Prepared
            ? $"Back {file} up, apart from the database, and put it into Keys:Folder of every node. Then run 'samachik keys rotate'."
            : $"Everything is encrypted with {file}.");
        if (report.Verdict == RotationVerdict.Done && report.Names.Count > 0)
            Console.WriteLine($"May be taken away from every node: {names}. Back-ups from before now need them: keep them apart as long as those.");
        return CommandLine.Succeeded;
    }

    private static string WhyFailed(RotationVerdict verdict, string file, string names) => verdict switch
    {
        RotationVerdict.Done or RotationVerdict.Prepared => "",
        RotationVerdict.KeysMissing => string.Join('\n', names.Split(", ").Select(KeyWatch.NotHere)),
        RotationVerdict.AnnouncedMissing =>
            $"Keys:Folder: {names} is announced and is not there, or is another one. Copy it from where it was made; if it is lost: --new-key",
        RotationVerdict.NodesLackKey =>
            $"Nodes that do not know {file}: {names}. Put it into Keys:Folder of each, readable for the site, and run this again. Nothing is encrypted with it yet.",
        RotationVerdict.NodesLag => $"Nodes that have not begun to use {file}: {names}. See what their logs say, and run this again. Keep every key file.",
        RotationVerdict.Unreadable =>
            $"Values that do not open, by table: {names}. They stay as they are; keep every key file. The rest is encrypted with {file}.",
    };

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return CommandLine.Failed;
    }
}
