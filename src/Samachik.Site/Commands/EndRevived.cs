using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Commands;

/// <summary>What was ended, by its table, and how often.</summary>
public sealed record RevivedRows(string Table, string What, int Count);

/// <summary>
/// Ends what a restored back-up brings back to life: whatever opens something, or would happen by itself, may have been
/// used, ended or called off in the time that is lost. Accounts, what was accepted, links "this was not me" and the trail
/// stand as they stood then.
/// </summary>
public sealed class EndRevived(MembersDb db, AuditTrail trail, TimeProvider time)
{
    // Of sign-ups is kept how far they came, so they go as the housekeeping removes them.
    private const int Batch = Housekeeping.Batch;

    /// <summary>Ends all of it; null when somebody changed the same rows meanwhile, and the rest has to be ended by another run.</summary>
    public async Task<IReadOnlyList<RevivedRows>?> EndAsync(CancellationToken stop = default)
    {
        var (now, ended) = (time.GetUtcNow(), new List<RevivedRows>());
        var last = await db.AuditEntries.OrderByDescending(row => row.Id).Select(row => new { row.At, row.Act }).FirstOrDefaultAsync(stop);
        var isAgain = last?.Act == AuditAct.BackupRestored;
        ended.Add(new("code_challenges", "codes", await db.CodeChallenges.ExecuteDeleteAsync(stop)));
        ended.Add(new("sign_up_journeys", "sign-ups under way", await EndSignUpsAsync(now, stop)));

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        ended.Add(new("member_journeys", "sign-ins, recoveries and changes of address under way", await db.MemberJourneys.ExecuteDeleteAsync(stop)));
        ended.Add(new("member_sessions", "sessions of members", await db.MemberSessions.Where(row => row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now), stop)));
        ended.Add(new("officer_sessions", "sessions of the staff", await db.OfficerSessions.Where(row => row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now), stop)));
        ended.Add(new("known_browsers", "remembered browsers", await db.KnownBrowsers.ExecuteDeleteAsync(stop)));
        ended.Add(new("outgoing_messages", "SMS not sent", await EndMessagesAsync(stop)));
        ended.Add(new("outgoing_mails", "e-mails not sent", await EndMailsAsync(stop)));
        ended.Add(new("recovery_waits", "recoveries that wait", await EndWaitsAsync(now, stop)));
        ended.Add(new("pending_phone_changes", "changes of phone that wait", await EndPhoneChangesAsync(now, stop)));
        ended.Add(new("members", "closings of accounts, whose time to be taken back begins anew", await BeginClosingsAnewAsync(isAgain ? last?.At : null, now, stop)));
        ended.Add(new("proposals", "proposals that wait for a second officer", await LapseProposalsAsync(now, stop)));
        ended.Add(new("agreement_versions", "proposed versions of agreements, which are drafts again", await TakeVersionsBackAsync(stop)));
        ended.Add(new("officers", "invitations to the staff, ended with their accounts", await EndInvitationsAsync(now, stop)));
        if (!isAgain || ended.Exists(one => one.Count > 0))
            trail.Add(db, AuditAct.BackupRestored, null, [], now, AuditActor.Site, detail: last is null ? null : $"as of {Text(last.At)}");
        if (await db.SaveActAsync() != SaveVerdict.Saved) return null;
        await transaction.CommitAsync(stop);
        return ended;
    }

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private async Task<int> EndSignUpsAsync(DateTimeOffset now, CancellationToken stop)
    {
        var (sum, signUps) = (0, new EndedSignUps(db));

        // Their last act may lie ahead of this machine's clock.
        for (var removed = Batch; removed == Batch; sum += removed)
            removed = await signUps.RemoveSomeAsync(now.AddYears(1), now.AddYears(1), Batch, stop);
        return sum;
    }

    private async Task<int> EndMessagesAsync(CancellationToken stop)
    {
        var waiting = await db.OutgoingMessages.Where(row => row.State == MessageState.Waiting || row.State == MessageState.Taken).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, MessageState.TooLate).SetProperty(row => row.RetryAt, (DateTimeOffset?)null)
                .SetProperty(row => row.TextCipher, (byte[]?)null).SetProperty(row => row.PhoneCipher, (byte[]?)null),
            stop);

        // Of these a gateway was handed one already: what became of it stays unknown.
        var again = await db.OutgoingMessages.Where(row => row.State == MessageState.Unknown && (row.RetryAt != null || row.TextCipher != null)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.RetryAt, (DateTimeOffset?)null)
                .SetProperty(row => row.TextCipher, (byte[]?)null).SetProperty(row => row.PhoneCipher, (byte[]?)null),
            stop);
        return waiting + again;
    }

    private Task<int> EndMailsAsync(CancellationToken stop) =>
        db.OutgoingMails.Where(row => row.State == MessageState.Waiting || row.State == MessageState.Taken).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, MessageState.TooLate).SetProperty(row => row.RetryAt, (DateTimeOffset?)null)
                .SetProperty(row => row.ContentCipher, (byte[]?)null),
            stop);

    private async Task<int> EndWaitsAsync(DateTimeOffset now, CancellationToken stop)
    {
        var waits = await db.RecoveryWaits.ToListAsync(stop);
        db.RecoveryWaits.RemoveRange(waits);
        foreach (var wait in waits) trail.Add(db, AuditAct.RecoveryCancelled, wait.MemberId, [], now, AuditActor.Site);
        return waits.Count;
    }

    private async Task<int> EndPhoneChangesAsync(DateTimeOffset now, CancellationToken stop)
    {
        var changes = await db.PendingPhoneChanges.ToListAsync(stop);
        db.PendingPhoneChanges.RemoveRange(changes);
        foreach (var change in changes) trail.Add(db, AuditAct.PhoneChangeCancelled, change.MemberId, [], now, AuditActor.Site);
        return changes.Count;
    }

    // Who took it back in the lost time must not lose the account; who did not only waits longer. A further run begins none anew.
    private Task<int> BeginClosingsAnewAsync(DateTimeOffset? begunAnew, DateTimeOffset now, CancellationToken stop)
    {
        var before = begunAnew ?? now;
        return db.Members.Where(row => row.ClosingAt < before && row.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosingAt, now), stop);
    }

    private async Task<int> LapseProposalsAsync(DateTimeOffset now, CancellationToken stop)
    {
        var open = await db.Proposals.Where(row => row.Decision == null).ToListAsync(stop);
        foreach (var row in open) (row.Decision, row.DecidedAt, row.CodeCipher) = (ProposalDecision.Lapsed, now, null);
        return open.Count;
    }

    private async Task<int> TakeVersionsBackAsync(CancellationToken stop)
    {
        var proposed = await db.AgreementVersions.Where(row => row.ProposedAt != null && row.ApprovedAt == null && row.DroppedAt == null).ToListAsync(stop);
        foreach (var row in proposed) row.ProposedAt = null;
        return proposed.Count;
    }

    private async Task<int> EndInvitationsAsync(DateTimeOffset now, CancellationToken stop)
    {
        var invited = await db.Officers.Where(row => row.InvitationHash != null).ToListAsync(stop);
        foreach (var officer in invited)
        {
            (officer.InvitationHash, officer.EndedAt) = (null, now);
            trail.Add(db, AuditAct.OfficerEnded, null, [], now, AuditActor.Site, detail: officer.Number);
        }

        return invited.Count;
    }
}
