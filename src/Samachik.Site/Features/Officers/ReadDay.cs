using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Figures;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.Officers;

/// <summary>Reads a day and the same day of the week before, from the figures counted by the hour alone.</summary>
public sealed class ReadDay(MembersDb db)
{
    /// <summary>Both days, in two questions to the database.</summary>
    public async Task<DayComparison> ReadAsync(ThaiDay day)
    {
        var before = day.WeekBefore;
        var (begins, ends, thenBegins, thenEnds) = (day.Begins, day.Ends, before.Begins, before.Ends);
        var hours = await db.DayHours.AsNoTracking()
            .Where(row => (row.Slot >= begins && row.Slot < ends) || (row.Slot >= thenBegins && row.Slot < thenEnds))
            .ToDictionaryAsync(row => row.Slot, row => row.CountedAt);
        var figures = await db.DayFigures.AsNoTracking()
            .Where(row => (row.Slot >= begins && row.Slot < ends) || (row.Slot >= thenBegins && row.Slot < thenEnds))
            .Select(row => new HourFigure(row.Slot, row.Kind, row.Label, row.Step, row.Counted + row.Added)).ToListAsync();
        return new(new(day, hours, figures), new(before, hours, figures));
    }
}
