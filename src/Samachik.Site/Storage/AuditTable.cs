using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;

namespace Samachik.Site.Storage;

/// <summary>A seal with its signature, as it stands in the table.</summary>
public sealed record SignedSeal(AuditSeal Seal, ReadOnlyMemory<byte> Signature);

/// <summary>
/// Reads the trail as it stands, in order and in bounded batches. Nothing is read as one of our own types: what was
/// tampered with need not be one, and has to be looked at all the same.
/// </summary>
public sealed class AuditTable(MembersDb db)
{
    // Whatever is asked of it further becomes part of the one statement: the columns behind are indexed.
    private IQueryable<EntryColumns> All => db.Database.SqlQuery<EntryColumns>(
        $"""
        SELECT id AS "Id", "at" AS "At", act AS "Act", actor AS "Actor", lower(CAST(actor_id AS text)) AS "ActorId",
          lower(CAST(member_id AS text)) AS "MemberId", lower(CAST(session_id AS text)) AS "SessionId", detail AS "Detail",
          network AS "Network", mac AS "Mac"
        FROM audit_entries
        """);

    /// <summary>Entries after one and up to another, the lowest first.</summary>
    public Task<List<AuditRecord>> EntriesAsync(long after, long last, int most, CancellationToken stop) =>
        ReadAsync(All.Where(row => row.Id > after && row.Id <= last).OrderBy(row => row.Id).Take(most), stop);

    /// <summary>Certain entries, in the order of the ids given; those that are not there are left out.</summary>
    public async Task<List<AuditRecord>> EntriesAsync(IReadOnlyList<long> ids, CancellationToken stop)
    {
        var found = await ReadAsync(All.Where(row => ids.Contains(row.Id)), stop);
        var place = ids.Index().ToDictionary(id => id.Item, id => id.Index);
        return [.. found.OrderBy(entry => place[entry.Id])];
    }

    /// <summary>How many entries come after one.</summary>
    public Task<long> CountAsync(long after, CancellationToken stop) => db.AuditEntries.LongCountAsync(row => row.Id > after, stop);

    /// <summary>The seal of the lowest number above one; null when there is none.</summary>
    public async Task<SignedSeal?> NextSealAsync(long afterNumber, CancellationToken stop) => Read(await db.Database.SqlQuery<SealColumns>(
        $"""
        SELECT number AS "Number", after_entry AS "AfterEntry", last_entry AS "LastEntry", chain AS "Chain",
          previous_head AS "PreviousHead", head AS "Head", sealed_at AS "SealedAt", CAST(key_id AS bigint) AS "KeyId",
          signature AS "Signature"
        FROM audit_seals WHERE number > {afterNumber} ORDER BY number LIMIT 1
        """).ToListAsync(stop));

    /// <summary>The seal of the highest number; null when there is none.</summary>
    public async Task<SignedSeal?> LastSealAsync(CancellationToken stop) =>
        await db.AuditSeals.MaxAsync(row => (long?)row.Number, stop) is { } number ? await NextSealAsync(number - 1, stop) : null;

    private static async Task<List<AuditRecord>> ReadAsync(IQueryable<EntryColumns> rows, CancellationToken stop) =>
    [
        .. (await rows.ToListAsync(stop)).Select(row => new AuditRecord(
            row.Id, row.At, row.Act, row.Actor, row.ActorId, row.MemberId, row.SessionId, row.Detail, row.Network, row.Mac)),
    ];

    private static SignedSeal? Read(List<SealColumns> rows) => rows is [var row]
        ? new(new(row.Number, row.AfterEntry, row.LastEntry, row.Chain, row.PreviousHead, row.Head, row.SealedAt, row.KeyId), row.Signature)
        : null;

    private sealed record EntryColumns(
        long Id, long At, string Act, string Actor, string? ActorId, string? MemberId, string? SessionId, string? Detail,
        byte[] Network, byte[] Mac);

    private sealed record SealColumns(
        long Number, long AfterEntry, long LastEntry, byte[] Chain, byte[] PreviousHead, byte[] Head, long SealedAt, long KeyId,
        byte[] Signature);
}
