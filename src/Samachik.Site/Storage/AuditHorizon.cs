using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Storage;

/// <summary>
/// How far the trail went at a moment, and which transactions might still bring in entries below that: an id is drawn
/// before its transaction commits, so a higher one can be there first.
/// </summary>
/// <param name="Highest">The highest entry that was there.</param>
/// <param name="Writers">The transactions that were writing entries.</param>
public sealed record AuditHorizon(long Highest, IReadOnlyList<string> Writers)
{
    /// <summary>Looks at the trail now.</summary>
    public static async Task<AuditHorizon> LookAsync(MembersDb db, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(db);
        var highest = await db.AuditEntries.MaxAsync(row => (long?)row.Id, stop) ?? 0;

        // SQLite has one writer at a time: its ids come in the order of the commits.
        return new(highest, db.Database.IsNpgsql() ? await WritersAsync(db, stop) : []);
    }

    /// <summary>Whether, by a later look, every transaction that was writing has ended: nothing can come in below any more.</summary>
    public bool IsSettledBy(AuditHorizon later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return !Writers.Intersect(later.Writers).Any();
    }

    // A transaction takes this lock before it draws an id, and keeps it until all can see what it wrote.
    private static Task<List<string>> WritersAsync(MembersDb db, CancellationToken stop) => db.Database.SqlQuery<string>(
        $"""
        SELECT DISTINCT virtualtransaction AS "Value" FROM pg_locks
        WHERE locktype = 'relation' AND relation = 'audit_entries'::regclass AND mode = 'RowExclusiveLock'
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """).ToListAsync(stop);
}
