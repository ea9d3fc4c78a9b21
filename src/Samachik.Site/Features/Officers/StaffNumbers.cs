using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.Officers;

/// <summary>The numbers by which staff know one another, for what they did.</summary>
public sealed class StaffNumbers(MembersDb db)
{
    /// <summary>The numbers of some of the staff, by account; who is nobody of the staff is not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IEnumerable<Guid?> officers)
    {
        Guid[] known = [.. officers.OfType<Guid>().Distinct()];
        return await db.Officers.AsNoTracking().Where(row => known.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Number);
    }
}
