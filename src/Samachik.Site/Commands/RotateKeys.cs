using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Commands;

/// <summary>How a rotation ended.</summary>
public enum RotationVerdict
{
    /// <summary>Nothing is encrypted with an older key any more.</summary>
    Done,

    /// <summary>The key is made and announced; the next run uses it.</summary>
    Prepared,

    /// <summary>Keys that the database is written with are not in this folder.</summary>
    KeysMissing,

    /// <summary>The announced key is not in this folder, or is another one.</summary>
    AnnouncedMissing,

    /// <summary>Nodes do not know the new key; nothing is encrypted with it.</summary>
    NodesLackKey,

    /// <summary>Nodes have not begun to use the new key.</summary>
    NodesLag,

    /// <summary>Some values do not open, and stay as they are.</summary>
    Unreadable,
}

/// <summary>What a rotation came to.</summary>
/// <param name="Verdict">How it ended.</param>
/// <param name="Key">The key it was for; 0 when it came to none.</param>
/// <param name="Names">Files, nodes or tables, as the verdict has it.</param>
public sealed record RotationReport(RotationVerdict Verdict, int Key, IReadOnlyList<string> Names);

/// <summary>
/// Brings the database to a new fields key while nodes serve: make and announce it, wait until every node knows it, use it,
/// wait until every node does, then encrypt anew what older keys did. Each step is read off the database, so that a run
/// goes on where another was stopped.
/// </summary>
public sealed class RotateKeys(
    MembersDb db, KeyRing keys, FieldKeys fieldKeys, ResealRows rows, ResealCookieKeys cookieKeys, TimeProvider time)
{
    // A request that encrypted with the old key before its node changed over has saved by then.
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan NodePatience = KeyWatch.Life + 2 * KeyWatch.Every;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Three quarters of the time belong to those who are served: SQLite has one writer at a time.
    private const int PauseFactor = 3;

    /// <summary>Goes on with the rotation under way, or begins one.</summary>
    /// <param name="isPreparing">End once the key is announced.</param>
    /// <param name="wantsNewKey">Begin one though older keys are still in the folder.</param>
    /// <param name="tell">Told each step.</param>
    /// <param name="progress">Told how many rows are done, and of how many.</param>
    /// <param name="stop">Stops it at any place.</param>
    public async Task<RotationReport> RunAsync(
        bool isPreparing, bool wantsNewKey, Action<string> tell, Action<long, long> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(tell);
        ArgumentNullException.ThrowIfNull(progress);
        var missing = await fieldKeys.TakeUpAsync(stop);
        if (missing.Needed.Count > 0) return new(RotationVerdict.KeysMissing, 0, missing.Needed);
        if (missing.Announced.Count > 0 && !wantsNewKey) return new(RotationVerdict.AnnouncedMissing, 0, missing.Announced);
        var key = await ChooseAsync(wantsNewKey, tell, stop);
        if ((await fieldKeys.TakeUpAsync(stop)).Announced is { Count: > 0 } other) return new(RotationVerdict.AnnouncedMissing, key, other);
        if (key != keys.CurrentField)
        {
            if (isPreparing) return new(RotationVerdict.Prepared, key, []);
            tell("Waiting until every node knows it.");
            if (await WaitAsync(node => node.Reads == key, stop) is { Count: > 0 } lacking) return new(RotationVerdict.NodesLackKey, key, lacking);
            await fieldKeys.UseAsync(key, stop);
            await fieldKeys.TakeUpAsync(stop);
            if (key != keys.CurrentField) throw new InvalidOperationException("An announced key was withdrawn while it was about to be used.");
        }

        tell($"New values are encrypted with {KeyRing.FileOf(key)}. Waiting until every node does.");
        if (await WaitAsync(node => node.Writes == key, stop) is { Count: > 0 } lagging) return new(RotationVerdict.NodesLag, key, lagging);
        var unreadable = await ResealAllAsync(await SettledAtAsync(key, stop), tell, progress, stop);
        if (unreadable.Count > 0) return new(RotationVerdict.Unreadable, key, unreadable);
        await fieldKeys.NoteEmptyAsync(key, stop);
        return new(RotationVerdict.Done, key, [.. keys.Fields.Keys.Where(number => number < key).Order().Select(number => KeyRing.FileOf(number))]);
    }

    // A key that waits is used; older ones that are still there are done with first; else there is nothing to go on with.
    private async Task<int> ChooseAsync(bool wantsNewKey, Action<string> tell, CancellationToken stop)
    {
        var known = await fieldKeys.AllAsync(stop);
        var newest = Math.Max(known[^1].Number, keys.Fields.Keys.Max());
        var isUnderWay = keys.Fields.Keys.Min() < keys.CurrentField || known.Any(row => row.Number < keys.CurrentField && row.EmptySince is null);
        var isWaiting = newest > keys.CurrentField;
        if (!wantsNewKey && !isWaiting && isUnderWay) return keys.CurrentField;
        // A number is never used twice: some folder may hold the key that had it.
        if (wantsNewKey) await fieldKeys.WithdrawAsync(stop);
        if (wantsNewKey || !isWaiting) keys.MakeField(++newest);
        await fieldKeys.AnnounceAsync(newest, stop);
        tell($"{KeyRing.FileOf(newest)} is in Keys:Folder, and announced.");
        return newest;
    }

    // Once it has been in use for long, no request is left that began before.
    private async Task<DateTimeOffset> SettledAtAsync(int key, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var usedSince = (await fieldKeys.AllAsync(stop)).Find(row => row.Number == key)?.UsedSince ?? now;
        return usedSince + NodePatience + Settles <= now ? now : now + Settles;
    }

    private async Task<IReadOnlyList<string>> WaitAsync(Func<NodeRow, bool> isThere, CancellationToken stop)
    {
        for (var until = time.GetUtcNow() + NodePatience; ; await Task.Delay(Pause, time, stop))
        {
            var now = time.GetUtcNow();
            var alive = await db.Nodes.AsNoTracking().Where(row => row.Until > now).ToListAsync(stop);
            var behind = alive.Where(node => !isThere(node)).Select(node => node.Name).Distinct().Order(StringComparer.Ordinal).ToList();
            if (behind.Count == 0 || now >= until) return behind;
        }
    }

    // Over everything again and again, until nothing is found and nothing can come any more.
    private async Task<IReadOnlyList<string>> ResealAllAsync(
        DateTimeOffset settledAt, Action<string> tell, Action<long, long> progress, CancellationToken stop)
    {
        var tables = SealedTable.In(db.Model);
        while (true)
        {
            var isLast = settledAt <= time.GetUtcNow();
            var (changed, unreadable) = await PassAsync(tables, progress, stop);
            if (changed == 0 && isLast) return unreadable;
            if (changed == 0) tell("Waiting for what was under way when the nodes changed over.");
            await Task.Delay(changed > 0 ? Pause : settledAt - time.GetUtcNow() is { Ticks: > 0 } rest ? rest : TimeSpan.Zero, time, stop);
        }
    }

    private async Task<(long Changed, IReadOnlyList<string> Unreadable)> PassAsync(
        IReadOnlyList<SealedTable> tables, Action<long, long> progress, CancellationToken stop)
    {
        var (total, done, changed, unreadable) = (0L, 0L, 0L, new List<string>());
        foreach (var table in tables) total += await rows.CountAsync(table, stop);
        foreach (var table in tables)
        {
            var broken = 0;
            for (Guid? after = null; ;)
            {
                var started = time.GetTimestamp();
                var batch = await rows.NextAsync(table, after, stop);
                if (batch.Last is null) break;
                (after, done, changed, broken) = (batch.Last, done + batch.Rows, changed + batch.Changed, broken + batch.Unreadable);
                progress(done, Math.Max(done, total));
                await Task.Delay(PauseFactor * time.GetElapsedTime(started), time, stop);
            }

            if (broken > 0) unreadable.Add($"{table.Name} ({broken})");
        }

        var cookies = await cookieKeys.RunAsync(stop);
        if (cookies.Unreadable > 0) unreadable.Add($"data_protection_keys ({cookies.Unreadable})");
        return (changed + cookies.Changed, unreadable);
    }
}
