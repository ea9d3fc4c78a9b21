using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>Entries of the trail, the newest first, and from where it goes on; null: there is nothing more.</summary>
public sealed record TrailPage(IReadOnlyList<AuditRecord> Entries, TrailPlace? Next);

/// <summary>What counting came to: how many entries, and whether all were looked at.</summary>
public sealed record TrailCount(long Entries, bool IsWhole);

/// <summary>
/// Reads the trail by a query, page by page. One question to the database looks through a window of entries at most,
/// found by an index, whatever the query: a rare act among millions gives short pages, never a slow one.
/// </summary>
public sealed class TrailPages(MembersDb db, AuditTable table)
{
    /// <summary>Entries that one question looks through at most.</summary>
    public const int Window = 20_000;

    private const int MostWindows = 50;

    /// <summary>The highest entry there is.</summary>
    public async Task<long> HighestAsync() => await db.AuditEntries.MaxAsync(row => (long?)row.Id) ?? 0;

    /// <summary>A page, from a place on or from the newest.</summary>
    public async Task<TrailPage> ReadAsync(TrailQuery query, TrailPlace? after, int most, CancellationToken stop, int window = Window)
    {
        ArgumentNullException.ThrowIfNull(query);
        var places = await Ordered(Matching(Ordered(Known(query, after)).Take(window), query)).Take(most + 1)
            .Select(row => new TrailPlace(row.At, row.Id)).ToListAsync(stop);
        var shown = places.Take(most).ToList();
        var next = places.Count > most ? shown[^1] : await EndOfWindowAsync(query, after, window, stop);
        return new(await table.EntriesAsync([.. shown.Select(place => place.Id)], stop), next);
    }

    /// <summary>How many entries there are, counted up to just beyond <paramref name="most"/> and through so many windows at most.</summary>
    public async Task<TrailCount> CountAsync(TrailQuery query, long most, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (counted, after) = (0L, (TrailPlace?)null);
        for (var windows = 0; windows < MostWindows; windows++)
        {
            counted += await Matching(Ordered(Known(query, after)).Take(Window), query).LongCountAsync(stop);
            if (counted > most) return new(counted, IsWhole: true);
            after = await EndOfWindowAsync(query, after, Window, stop);
            if (after is null) return new(counted, IsWhole: true);
        }

        return new(counted, IsWhole: false);
    }

    // By the indexes (member_id, id), (actor_id, at) or (at). The bound of the time alone lets the index begin there.
    private IQueryable<AuditEntryRow> Known(TrailQuery query, TrailPlace? after)
    {
        var (begins, ends, highest) = (query.Days.Begins, query.Days.Ends, query.UpTo);
        var rows = db.AuditEntries.AsNoTracking().Where(row => row.At >= begins && row.At < ends && row.Id <= highest);
        if (query.Member is { } member) rows = rows.Where(row => row.MemberId == member);
        if (query.Officer is { } officer) rows = rows.Where(row => row.ActorId == officer);
        if (after is not { } place) return rows;
        var (at, id) = (place.At, place.Id);
        return rows.Where(row => row.At <= at && (row.At < at || row.Id < id));
    }

    private static IQueryable<AuditEntryRow> Matching(IQueryable<AuditEntryRow> window, TrailQuery query)
    {
        if (query.Actor is { } actor) window = window.Where(row => row.Actor == actor);
        return query.Act is { } act ? window.Where(row => row.Act == act) : window;
    }

    private static IOrderedQueryable<AuditEntryRow> Ordered(IQueryable<AuditEntryRow> rows) =>
        rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id);

    private Task<TrailPlace?> EndOfWindowAsync(TrailQuery query, TrailPlace? after, int window, CancellationToken stop) =>
        Ordered(Known(query, after)).Skip(window - 1).Take(1).Select(row => (TrailPlace?)new TrailPlace(row.At, row.Id)).FirstOrDefaultAsync(stop);
}
