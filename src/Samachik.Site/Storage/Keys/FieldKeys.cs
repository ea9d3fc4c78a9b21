using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage.Keys;

/// <summary>What of the database's fields keys is not in this folder, by the names of the files.</summary>
/// <param name="Needed">Values are encrypted with them, or may be.</param>
/// <param name="Announced">They are about to be used.</param>
/// <param name="Newest">The highest of the database's that is here; 0: none is.</param>
public sealed record MissingKeys(IReadOnlyList<string> Needed, IReadOnlyList<string> Announced, int Newest);

/// <summary>
/// Which fields keys this database is written with: the one place that says which is in use, so that all nodes agree.
/// What a folder holds beyond that is read with, and waits.
/// </summary>
public sealed class FieldKeys(MembersDb db, KeyRing keys, AuditTrail trail, TimeProvider time)
{
    /// <summary>All that were announced, the lowest first.</summary>
    public Task<List<FieldKeyRow>> AllAsync(CancellationToken stop = default) =>
        db.FieldKeys.AsNoTracking().OrderBy(row => row.Number).ToListAsync(stop);

    /// <summary>Takes up what came into the folder, and encrypts with the key in use from now on; what is missing.</summary>
    public async Task<MissingKeys> TakeUpAsync(CancellationToken stop = default)
    {
        keys.ReadFieldsAgain();
        var rows = await AllAsync(stop);
        if (rows.Count == 0) rows = await BeginAsync(stop);
        if (rows.LastOrDefault(row => row.UsedSince is not null) is { } inUse && IsHere(inUse)) keys.WriteWith(inUse.Number);
        var missing = rows.Where(row => row.EmptySince is null && !IsHere(row)).ToLookup(row => row.UsedSince is not null, row => KeyRing.FileOf(row.Number));
        return new([.. missing[true]], [.. missing[false]], rows.LastOrDefault(IsHere)?.Number ?? 0);
    }

    /// <summary>Announces a key of this folder: from now on every node looks for it. It stays as it was if it is known.</summary>
    public async Task AnnounceAsync(int number, CancellationToken stop = default)
    {
        if (await db.FieldKeys.AnyAsync(row => row.Number == number, stop)) return;
        await AddAsync([RowOf(number, null)], stop);
    }

    /// <summary>Uses an announced key: every node encrypts with it from its next look on.</summary>
    public Task UseAsync(int number, CancellationToken stop = default) => RecordAsync(
        db.FieldKeys.Where(row => row.Number == number && row.UsedSince == null), (row, now) => row.UsedSince = now, $"{KeyRing.FileOf(number)} in use", stop);

    /// <summary>Forgets keys that were announced and never used.</summary>
    public Task WithdrawAsync(CancellationToken stop = default) => db.FieldKeys.Where(row => row.UsedSince == null).ExecuteDeleteAsync(stop);

    /// <summary>Notes that nothing is encrypted with the keys before this one any more.</summary>
    public Task NoteEmptyAsync(int before, CancellationToken stop = default) => RecordAsync(
        db.FieldKeys.Where(row => row.Number < before && row.EmptySince == null), (row, now) => row.EmptySince = now, $"{KeyRing.FileOf(before)} alone", stop);

    // Whether this folder holds the very key of a row.
    private bool IsHere(FieldKeyRow row) =>
        keys.FieldCheck(row.Number) is { } check && CryptographicOperations.FixedTimeEquals(check, row.Hash);

    private async Task RecordAsync(IQueryable<FieldKeyRow> which, Action<FieldKeyRow, DateTimeOffset> change, string detail, CancellationToken stop)
    {
        var (rows, now) = (await which.ToListAsync(stop), time.GetUtcNow());
        foreach (var row in rows) change(row, now);
        if (rows.Count > 0) trail.Add(db, AuditAct.KeysRotated, null, [], now, AuditActor.Site, detail: detail);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    // Nobody has asked this database before: the highest key was the one in use, and the others may be what it wrote with.
    private async Task<List<FieldKeyRow>> BeginAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await AddAsync([.. keys.Fields.Keys.Select(number => RowOf(number, now))], stop);
        return await AllAsync(stop);
    }

    private async Task AddAsync(IReadOnlyList<FieldKeyRow> rows, CancellationToken stop)
    {
        try
        {
            db.FieldKeys.AddRange(rows);
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException e) when (!DatabaseFaults.IsOutage(e))
        {
            // Another node was first; what it wrote is compared with what is here.
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private FieldKeyRow RowOf(int number, DateTimeOffset? usedSince) => new()
    {
        Number = number,
        Hash = keys.FieldCheck(number) ?? throw new ArgumentException("There is no such key.", nameof(number)),
        AnnouncedAt = time.GetUtcNow(),
        UsedSince = usedSince,
    };
}
