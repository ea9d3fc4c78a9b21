using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>The numbers that get no codes for a time, because a member said that one is not theirs.</summary>
public sealed class StoppedNumbers(MembersDb db, SiteSettings settings)
{
    /// <summary>Until when a number is stopped; null: it is not.</summary>
    public async Task<DateTimeOffset?> UntilAsync(byte[] phoneHash, DateTimeOffset now)
    {
        var row = await db.StoppedNumbers.AsNoTracking().SingleOrDefaultAsync(number => number.PhoneHash == phoneHash);
        return row?.At + settings.PhoneCodes.Guard.StoppedFor is { } until && until > now ? until : null;
    }

    /// <summary>Stops a number from now on, in the caller's save.</summary>
    public async Task AddAsync(byte[] phoneHash, DateTimeOffset now)
    {
        var known = await db.StoppedNumbers.SingleOrDefaultAsync(number => number.PhoneHash == phoneHash);
        if (known is not null) db.StoppedNumbers.Remove(known);
        db.StoppedNumbers.Add(new StoppedNumberRow { PhoneHash = phoneHash, At = now });
    }
}
