using Microsoft.EntityFrameworkCore;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>ID numbers that a dispute freed, kept for their owner until they signed up with their own phone.</summary>
public sealed class ReservedIds(MembersDb db)
{
    /// <summary>So long a number is kept.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromDays(30);

    /// <summary>For whom a number is kept; null: for nobody.</summary>
    public async Task<ReservedIdRow?> FindAsync(byte[]? nationalIdHash, DateTimeOffset now) =>
        await db.ReservedIds.SingleOrDefaultAsync(row => row.NationalIdHash == nationalIdHash && row.EndsAt > now);

    /// <summary>Keeps a number, in the caller's transaction and save; a later dispute's owner takes the place of an earlier one's.</summary>
    public async Task KeepAsync(byte[] nationalIdHash, byte[] phoneHash, DateTimeOffset now)
    {
        await db.ReservedIds.Where(row => row.NationalIdHash == nationalIdHash).ExecuteDeleteAsync();
        db.ReservedIds.Add(new ReservedIdRow { NationalIdHash = nationalIdHash, PhoneHash = phoneHash, EndsAt = now + Life });
    }
}
