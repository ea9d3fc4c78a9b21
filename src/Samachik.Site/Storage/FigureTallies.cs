using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Figures;

namespace Samachik.Site.Storage;

/// <summary>Counts into the day's figures, where it happens, what no table keeps: codes that were not right or not sent.</summary>
public sealed class FigureTallies(MembersDb db)
{
    /// <summary>Counts one, in one statement; inside a transaction as its last, for the row is everybody's.</summary>
    public Task AddAsync(FigureKind kind, Enum label, DateTimeOffset now)
    {
        var (slot, kindName, labelName) = (ThaiDay.HourOf(now).ToUnixTimeMilliseconds(), kind.ToString(), label.ToString());
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO day_figures (slot, kind, label, step, counted, added) VALUES ({slot}, {kindName}, {labelName}, 0, 0, 1)
            ON CONFLICT (slot, kind, label, step) DO UPDATE SET added = day_figures.added + 1
            """);
    }

    /// <summary>
    /// Moves sign-ups that are removed from what is counted to what was added, so that their hour tells the same
    /// before and after.
    /// </summary>
    public Task MoveAsync(DateTimeOffset hour, FunnelStep step, long many, CancellationToken stop)
    {
        var (slot, label) = (hour.ToUnixTimeMilliseconds(), step.ToString());
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO day_figures (slot, kind, label, step, counted, added) VALUES ({slot}, 'SignUp', {label}, 0, 0, {many})
            ON CONFLICT (slot, kind, label, step) DO UPDATE SET added = day_figures.added + excluded.added,
              counted = CASE WHEN day_figures.counted > excluded.added THEN day_figures.counted - excluded.added ELSE 0 END
            """,
            stop);
    }
}
