using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Notices;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>What an approved proposal brings about, all in the caller's transaction and save.</summary>
public sealed class CarryOut(
    MembersDb db, ProposalData proposals, MemberData data, EndAccount end, ReservedIds reserved, MemberSessions sessions, AuditTrail trail,
    TellMember tell, TellPlainly plainly, CurrentOfficer current, LookupHash lookup, SiteSettings settings)
{
    /// <summary>Does it.</summary>
    public async Task AddAsync(ProposalRow proposal, MemberRow member, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(member);
        switch (proposal.Kind)
        {
            case ProposalKind.Recovery:
                await OpenRecoveryAsync(proposal, member, now);
                break;
            case ProposalKind.Dispute:
                await SettleAsync(proposal, member, now);
                break;
            case ProposalKind.SuspensionForGood:
                (member.SuspendedAt, member.SuspendedUntil, member.SuspensionRule) = (now, null, proposal.Rule);
                await sessions.EndOthersAsync(db, member.Id, except: null, now, AuditActor.Officer);
                Record(AuditAct.Suspended, member, now, proposal.Rule is { } rule ? $"for good, rule {rule}" : "for good");
                plainly.Add(member, "SuspendedForGood", now, "");
                break;
        }
    }

    /// <summary>Lets the saved notices go out.</summary>
    public void Wake() => tell.Wake();

    // The wait begins now: every address on file is told, and whoever reads it can call it off.
    private async Task OpenRecoveryAsync(ProposalRow proposal, MemberRow member, DateTimeOffset now)
    {
        if (proposals.Read(proposal) is not { Phone: { } phone, Code: { } code }) throw new InvalidOperationException("A recovery has a phone and a code.");
        var ready = now + settings.Recovery.Wait;
        var wait = new RecoveryWaitRow
        {
            MemberId = member.Id,
            AskedAt = now,
            ReadyAt = ready,
            EndsAt = ready + settings.Officers.RecoveryOpenFor,
            CodeHash = lookup.Of(code, member.Id),
            PhoneCipher = data.Seal(phone, RecoveryWaitRow.PhoneColumn, member.Id),
            PhoneHash = proposal.PhoneHash,
        };
        if (await db.RecoveryWaits.SingleOrDefaultAsync(row => row.MemberId == member.Id) is not { } before) db.RecoveryWaits.Add(wait);
        else db.Entry(before).CurrentValues.SetValues(wait);
        proposal.CodeCipher = null;
        Record(AuditAct.RecoveryWaits, member, now);
        tell.Add(member, AuditAct.RecoveryWaits, now);
    }

    // Its history stays with the closed account's id; who signs up with the number next begins with a clean sheet.
    private async Task SettleAsync(ProposalRow proposal, MemberRow member, DateTimeOffset now)
    {
        await end.EndAsync(member, proposal.NationalIdHash, now);
        member.ClosingAt = now - settings.Closing.TakenBackWithin;
        await reserved.KeepAsync(proposal.NationalIdHash, proposal.PhoneHash ?? [], now);
        Record(AuditAct.DisputeSettled, member, now);
        plainly.Add(member, "DisputeSettled", now, "");
    }

    private void Record(AuditAct act, MemberRow member, DateTimeOffset now, string? detail = null) =>
        trail.Add(db, act, member.Id, current.Network, now, AuditActor.Officer, current.SessionId, detail, current.Id);
}
