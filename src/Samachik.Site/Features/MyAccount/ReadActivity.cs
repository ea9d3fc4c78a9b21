using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>One act on the account, as its member is shown it.</summary>
/// <param name="Id">Its place in the trail.</param>
/// <param name="At">When.</param>
/// <param name="Act">What.</param>
/// <param name="Actor">Who.</param>
/// <param name="Device">On which device; empty where it is not known any more.</param>
/// <param name="Reason">Why, of a look at the member's data; else empty.</param>
/// <param name="CanDisavow">Whether the member may say "this was not me".</param>
public sealed record ActivityEntry(
    long Id, DateTimeOffset At, AuditAct Act, AuditActor Actor, string Device, string Reason, bool CanDisavow);

/// <summary>A page of acts, newest first, and where the next page begins; null: there is none.</summary>
public sealed record ActivityPage(IReadOnlyList<ActivityEntry> Entries, long? Before);

/// <summary>Reads the trail of one member, page by page.</summary>
public sealed class ReadActivity(CurrentMember current, MembersDb db, SiteSettings settings, TimeProvider time)
{
    private const int PageLength = 25;

    // What a stranger can only have done with the member's password, phone or session in hand.
    private static readonly FrozenSet<AuditAct> Disavowable = new[]
    {
        AuditAct.SignedIn, AuditAct.SecondStepAsked, AuditAct.BrowserRemembered, AuditAct.FreshProofGiven, AuditAct.PasswordChanged,
        AuditAct.PhoneChangeAsked, AuditAct.PhoneChanged, AuditAct.EmailChanged, AuditAct.EmailRemoved, AuditAct.NameChanged,
        AuditAct.RecoveryProven, AuditAct.RecoveryWaits, AuditAct.Recovered, AuditAct.DataDownloaded, AuditAct.ClosingAsked,
    }.ToFrozenSet();

    /// <summary>A page of all acts, or of looks by officers only.</summary>
    /// <param name="before">Only entries older than this one; null: from the newest.</param>
    /// <param name="looksOnly">Only looks at the member's data.</param>
    public async Task<ActivityPage> PageAsync(long? before, bool looksOnly = false)
    {
        var newest = before ?? long.MaxValue;
        var rows = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.MemberId == current.Id && entry.Id < newest && (!looksOnly || entry.Act == AuditAct.DataLookedAt || entry.Act == AuditAct.DataUnmasked))
            .OrderByDescending(entry => entry.Id).Take(PageLength + 1).ToListAsync();
        var shown = rows.Take(PageLength).ToList();
        var devices = await DevicesAsync([.. shown.Select(row => row.SessionId).OfType<Guid>().Distinct()]);
        return new([.. shown.Select(row => Entry(row, devices))], rows.Count > PageLength ? shown[^1].Id : null);
    }

    /// <summary>An entry of the member that they may disavow now; null when there is none such.</summary>
    public async Task<AuditEntryRow?> FindDisavowableAsync(long id) =>
        await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == id && entry.MemberId == current.Id) is { } row
        && CanDisavow(row) ? row : null;

    private ActivityEntry Entry(AuditEntryRow row, Dictionary<Guid, string> devices)
    {
        var device = row.Act == AuditAct.SignedIn && row.Detail is { Length: > 0 } told ? told
            : row.SessionId is { } id ? devices.GetValueOrDefault(id, "") : "";
        var reason = row.Act is AuditAct.DataLookedAt or AuditAct.DataUnmasked ? row.Detail ?? "" : "";
        return new(row.Id, row.At, row.Act, row.Actor, device, reason, CanDisavow(row));
    }

    private bool CanDisavow(AuditEntryRow row) => Disavowable.Contains(row.Act) && row.SessionId != current.SessionId
        && (row.Actor is AuditActor.Member or AuditActor.Stranger || row.Act == AuditAct.RecoveryWaits) && row.At > time.GetUtcNow() - settings.Recovery.NoticeLife;

    private async Task<Dictionary<Guid, string>> DevicesAsync(Guid[] ids)
    {
        var devices = await db.MemberSessions.AsNoTracking().Where(row => ids.Contains(row.Id) && row.MemberId == current.Id)
            .ToDictionaryAsync(row => row.Id, row => row.Device);
        foreach (var known in await db.KnownBrowsers.AsNoTracking().Where(row => ids.Contains(row.Id) && row.MemberId == current.Id).ToListAsync())
            devices[known.Id] = known.Device;
        return devices;
    }
}
