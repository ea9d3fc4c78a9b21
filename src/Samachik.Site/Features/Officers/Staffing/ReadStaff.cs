using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Staffing;

/// <summary>One of the staff, as the administrator sees them. Prints nothing of it.</summary>
public sealed record StaffMember(
    Guid Id, OfficerNumber? Number, string Name, OfficerRole Role, StaffState State, DateTimeOffset InvitedAt, DateTimeOffset InvitedUntil,
    DateTimeOffset? EndedAt, DateTimeOffset? LastSeenAt)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(StaffMember);
}

/// <summary>Reads the staff: those who live, or those who are ended.</summary>
public sealed class ReadStaff(MembersDb db, FieldCipher cipher, TimeProvider time)
{
    private const int Most = 1000;

    /// <summary>All of them, the newest invitation first.</summary>
    public async Task<IReadOnlyList<StaffMember>> ReadAsync(bool isEnded, CancellationToken stop)
    {
        var (rows, now) = (
            await Seen(db.Officers.AsNoTracking().Where(row => isEnded == (row.EndedAt != null)).OrderByDescending(row => row.InvitedAt).Take(Most)).ToListAsync(stop),
            time.GetUtcNow());
        return [.. rows.Select(row => Of(row, now))];
    }

    /// <summary>One of them who lives; null when there is none such.</summary>
    public async Task<StaffMember?> FindAsync(Guid id) =>
        await Seen(db.Officers.AsNoTracking().Where(row => row.Id == id && row.EndedAt == null)).SingleOrDefaultAsync() is { } row
            ? Of(row, time.GetUtcNow()) : null;

    // A session is forgotten a day after its last request; the trail has their last act.
    private IQueryable<SeenRow> Seen(IQueryable<OfficerRow> officers) => officers.Select(row => new SeenRow(
        row,
        db.OfficerSessions.Where(one => one.OfficerId == row.Id).OrderByDescending(one => one.LastSeenAt).Select(one => (DateTimeOffset?)one.LastSeenAt).FirstOrDefault(),
        db.AuditEntries.Where(one => one.ActorId == row.Id && one.Actor == AuditActor.Officer).OrderByDescending(one => one.At)
            .Select(one => (DateTimeOffset?)one.At).FirstOrDefault()));

    private StaffMember Of(SeenRow seen, DateTimeOffset now)
    {
        var row = seen.Officer;
        return new(
            row.Id, OfficerNumber.TryParse(row.Number, out var number) ? number : null, cipher.Open(row.NameCipher, CurrentOfficer.NameColumn, row.Id), row.Role,
            StaffStates.Of(row.JoinedAt, row.EndedAt, row.InvitedUntil, now), row.InvitedAt, row.InvitedUntil, row.EndedAt,
            new[] { seen.LastRequest, seen.LastAct }.Max());
    }

    private sealed record SeenRow(OfficerRow Officer, DateTimeOffset? LastRequest, DateTimeOffset? LastAct)
    {
        public override string ToString() => nameof(SeenRow);
    }
}
