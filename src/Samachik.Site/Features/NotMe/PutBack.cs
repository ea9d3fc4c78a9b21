using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.People;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.NotMe;

/// <summary>
/// Puts a former phone or e-mail address back on file. Changes that came later rest on the one undone: they go with it,
/// and their links die, so that no thief puts the thief's own back. The address taken off is told, with a link of its
/// own: who of the two is the owner, a link cannot know, and the account is frozen for both. A phone that the change
/// brought gets no more codes.
/// </summary>
public sealed class PutBack(
    MemberData data, TellMember tell, AuditTrail trail, StoppedNumbers stopped, LookupHash lookup, MembersDb db)
{
    private const string Detail = "undone";
    private const string Column = "disavowals.previous_phone";

    /// <summary>Puts the phone back that was on file before an act.</summary>
    public async Task PhoneAsync(MemberRow member, DisavowalRow link, byte[] network, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(link);
        var changes = await SinceAsync(link, row => row.Act == AuditAct.PhoneChanged, now);
        if (changes.FirstOrDefault() is not { PreviousPhoneCipher: { } cipher } first) return;
        var (former, present) = (data.OpenPhone(cipher, Column, first.Id), data.PhoneOf(member));
        if (former == present) return;
        if (!await WasOnFileBeforeAsync(member.Id, present)) await stopped.AddAsync(lookup.Of(present), now);
        data.SetPhone(member, former, first.At);
        trail.Add(db, AuditAct.PhoneChanged, member.Id, network, now, detail: Detail);
        tell.Add(member, AuditAct.PhoneChanged, now, new Before(Phone: present));
    }

    /// <summary>Puts the e-mail address back that was on file before an act, or takes it off when there was none.</summary>
    public async Task EmailAsync(MemberRow member, DisavowalRow link, byte[] network, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(link);
        var changes = await SinceAsync(link, row => row.Act is AuditAct.EmailChanged or AuditAct.EmailRemoved, now);
        if (changes.FirstOrDefault() is not { } first) return;
        var former = first.PreviousEmailCipher is { } cipher ? data.OpenEmail(cipher, "disavowals.previous_email", first.Id) : null;
        var present = data.EmailOf(member);
        if (former == present) return;
        data.SetEmail(member, former, first.At);
        var act = former is null ? AuditAct.EmailRemoved : AuditAct.EmailChanged;
        trail.Add(db, act, member.Id, network, now, detail: Detail);
        tell.Add(member, act, now, new Before(Email: present));
    }

    // The owner's own phone is never stopped by the link that a thief's phone got when it was taken off.
    private async Task<bool> WasOnFileBeforeAsync(Guid member, ThaiMobileNumber phone)
    {
        var rows = await db.Disavowals.AsNoTracking().Where(row => row.MemberId == member && row.PreviousPhoneCipher != null).ToListAsync();
        return rows.Any(row => row.PreviousPhoneCipher is { } cipher && data.OpenPhone(cipher, Column, row.Id) == phone);
    }

    // The changes from the act on, the earliest first; all are used up.
    private async Task<List<DisavowalRow>> SinceAsync(DisavowalRow link, Func<DisavowalRow, bool> isChange, DateTimeOffset now)
    {
        var later = await db.Disavowals
            .Where(row => row.MemberId == link.MemberId && row.At >= link.At && (row.UsedAt == null || row.Id == link.Id))
            .ToListAsync();
        var changes = later.Where(isChange).OrderBy(row => row.At).ThenBy(row => row.Id).ToList();
        foreach (var change in changes) change.UsedAt = now;
        return changes;
    }
}
