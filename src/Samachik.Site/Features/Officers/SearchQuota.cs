using Samachik.Rules.Audit;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>Counts how many people an officer looks for within an hour, on whichever page; tells of many, and stops too many.</summary>
public sealed class SearchQuota(
    MembersDb db, Counters counters, AuditTrail trail, CurrentOfficer current, SiteSettings settings, ILogger<SearchQuota> log)
{
    /// <summary>Counts one more; false: no more within this hour. An alarm goes into what the caller is about to save.</summary>
    public async Task<bool> TakeAsync(DateTimeOffset now)
    {
        if (await counters.TakeOneAsync("officer-search", current.Id.ToByteArray(), settings.Officers.SearchesPerHour, TimeSpan.FromHours(1), now)
            is not { } count) return false;
        if (count != settings.Officers.BulkAlarm) return true;
        trail.Add(db, AuditAct.LookedInBulk, null, current.Network, now, AuditActor.Officer, current.SessionId, $"{count}", current.Id);
        log.LogWarning("An officer has looked for {Count} people within an hour; the trail names them", count);
        return true;
    }
}
