using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>Records that an officer looks at somebody, and why; without it no page of a person opens.</summary>
public sealed class LookAtPerson(MembersDb db, AuditTrail trail, CurrentOfficer current, SiteSettings settings, TimeProvider time)
{
    /// <summary>Begins a look at an account or an unfinished sign-up and gives its page; null when there is none such.</summary>
    public async Task<string?> BeginAsync(Guid subject, LookReason reason)
    {
        var isMember = await db.Members.AnyAsync(row => row.Id == subject);
        if (!isMember && !await db.SignUpJourneys.AnyAsync(row => row.Id == subject)) return null;
        var now = time.GetUtcNow();
        Add(subject, reason, null, now);
        trail.Add(
            db, AuditAct.DataLookedAt, isMember ? subject : null, current.Network, now, AuditActor.Officer, current.SessionId, $"{reason}", current.Id);
        await db.SaveActAsync();
        return $"/officers/people/{subject:D}";
    }

    /// <summary>The living look of this officer at somebody; null when they have to say why first.</summary>
    public async Task<OfficerLookRow?> FindAsync(Guid subject)
    {
        var since = time.GetUtcNow() - settings.Officers.LookLife;
        return await db.OfficerLooks.AsNoTracking()
            .Where(row => row.OfficerId == current.Id && row.SubjectId == subject && row.At > since && row.Field == null)
            .OrderByDescending(row => row.At).FirstOrDefaultAsync();
    }

    /// <summary>The fields that this officer sees in clear now.</summary>
    public async Task<IReadOnlySet<PersonField>> UnmaskedAsync(Guid subject)
    {
        var since = time.GetUtcNow() - settings.Officers.LookLife;
        var fields = await db.OfficerLooks
            .Where(row => row.OfficerId == current.Id && row.SubjectId == subject && row.At > since && row.Field != null)
            .Select(row => row.Field).ToListAsync();
        return fields.OfType<PersonField>().ToHashSet();
    }

    /// <summary>Shows one field in clear for the rest of the look, with a reason of its own.</summary>
    public async Task UnmaskAsync(Guid subject, PersonField field, LookReason reason)
    {
        var now = time.GetUtcNow();
        var isMember = await db.Members.AnyAsync(row => row.Id == subject);
        Add(subject, reason, field, now);
        trail.Add(
            db, AuditAct.DataUnmasked, isMember ? subject : null, current.Network, now, AuditActor.Officer, current.SessionId, $"{field} {reason}",
            current.Id);
        await db.SaveActAsync();
    }

    private void Add(Guid subject, LookReason reason, PersonField? field, DateTimeOffset now) => db.OfficerLooks.Add(new OfficerLookRow
    {
        Id = Guid.CreateVersion7(now), OfficerId = current.Id, SubjectId = subject, At = now, Reason = reason, Field = field,
    });
}
