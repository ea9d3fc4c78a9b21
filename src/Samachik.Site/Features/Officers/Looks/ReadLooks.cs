using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Figures;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.Officers.Looks;

/// <summary>What one of the staff looked at.</summary>
/// <param name="Number">The staff number, grouped.</param>
/// <param name="Role">What they are there for.</param>
/// <param name="Searches">How often they looked for somebody.</param>
/// <param name="People">How many people they looked at.</param>
/// <param name="Fields">How many fields they saw in clear.</param>
/// <param name="Alarms">How often they looked for more people within an hour than is usual.</param>
public sealed record LooksOfOfficer(string Number, OfficerRole Role, int Searches, int People, int Fields, int Alarms);

/// <summary>What all of them looked at, who looked at most people first.</summary>
public sealed record LooksOfStaff(DaySpan Days, IReadOnlyList<LooksOfOfficer> Officers)
{
    /// <summary>How many people are usual.</summary>
    public UsualLooks Usual { get; } = new(Officers.Select(one => one.People));
}

/// <summary>Counts looks by officer, in two questions to the database, each by ranges of an index.</summary>
public sealed class ReadLooks(MembersDb db)
{
    /// <summary>So many days are counted at once.</summary>
    public const int MostDays = 31;

    /// <summary>Counts them; who did nothing of it is left out.</summary>
    public async Task<LooksOfStaff> ReadAsync(DaySpan days, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(days);
        var (begins, ends) = (days.Begins, days.Ends);
        var looks = await db.OfficerLooks.Where(row => row.At >= begins && row.At < ends).GroupBy(row => row.OfficerId)
            .Select(all => new
            {
                Officer = all.Key, People = all.Select(row => row.SubjectId).Distinct().Count(), Fields = all.Count(row => row.Field != null),
            })
            .ToDictionaryAsync(row => row.Officer, stop);

        // Officer by officer, so that of all the trail only their own entries of these days are read.
        var staff = await db.Officers.AsNoTracking().Where(row => row.EndedAt == null || row.EndedAt >= begins)
            .Select(row => new
            {
                row.Id, row.Number, row.Role,
                Searches = db.AuditEntries.Count(one => one.ActorId == row.Id && one.At >= begins && one.At < ends && one.Act == AuditAct.PersonSearched),
                Alarms = db.AuditEntries.Count(one => one.ActorId == row.Id && one.At >= begins && one.At < ends && one.Act == AuditAct.LookedInBulk),
            })
            .ToListAsync(stop);
        var rows =
            from one in staff
            let seen = looks.GetValueOrDefault(one.Id)
            where seen is not null || one.Searches > 0 || one.Alarms > 0
            select new LooksOfOfficer(
                OfficerNumber.TryParse(one.Number, out var number) ? number.Grouped : one.Number, one.Role, one.Searches, seen?.People ?? 0, seen?.Fields ?? 0,
                one.Alarms);
        return new(days, [.. rows.OrderByDescending(row => row.People).ThenByDescending(row => row.Searches).ThenBy(row => row.Number, StringComparer.Ordinal)]);
    }
}
