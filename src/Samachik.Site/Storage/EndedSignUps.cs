using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Figures;

namespace Samachik.Site.Storage;

/// <summary>Removes sign-ups that have had their time, and keeps of them only how many of an hour came how far.</summary>
public sealed class EndedSignUps(MembersDb db)
{
    private readonly FigureTallies tallies = new(db);

    /// <summary>Removes the oldest few and counts them, both or neither; how many.</summary>
    /// <param name="idle">Those in which nothing was done since.</param>
    /// <param name="whole">Those that began no later.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<int> RemoveSomeAsync(DateTimeOffset idle, DateTimeOffset whole, int most, CancellationToken stop)
    {
        var (idleAt, wholeAt) = (idle.ToUnixTimeMilliseconds(), whole.ToUnixTimeMilliseconds());
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var removed = await db.Database.SqlQuery<Removed>(
            $"""
            DELETE FROM sign_up_journeys WHERE id IN (SELECT id FROM sign_up_journeys
              WHERE last_act_at <= {idleAt} OR started_at <= {wholeAt} ORDER BY last_act_at LIMIT {most})
            RETURNING started_at AS "StartedAt", CASE WHEN member_id IS NOT NULL THEN 4 WHEN phone_proven_at IS NOT NULL THEN 3
              WHEN sends > 0 THEN 2 WHEN details_given_at IS NOT NULL THEN 1 ELSE 0 END AS "Reached"
            """).ToListAsync(stop);

        // Hours and steps always in this order, as they are counted: of two at once, one waits for the other.
        foreach (var hour in removed.GroupBy(row => ThaiDay.HourOf(DateTimeOffset.FromUnixTimeMilliseconds(row.StartedAt))).OrderBy(hour => hour.Key))
            foreach (var step in Enum.GetValues<FunnelStep>())
                if (hour.LongCount(row => row.Reached >= (int)step) is > 0 and var many) await tallies.MoveAsync(hour.Key, step, many, stop);
        await transaction.CommitAsync(stop);
        return removed.Count;
    }

    private sealed record Removed(long StartedAt, int Reached);
}
