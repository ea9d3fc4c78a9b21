using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>
/// Approves, declines or takes back. An approval and all that it brings about are one save, which fails when the proposal
/// was decided or the account changed in the same instant; the table itself refuses a decision by who proposed.
/// </summary>
public sealed class DecideProposal(MembersDb db, CarryOut carryOut, CaseFile file, CurrentOfficer current, TimeProvider time)
{
    /// <summary>Approves, and does what is approved.</summary>
    public async Task<DecideVerdict> ApproveAsync(PersonInHand person, Guid proposal, ActReason reason)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = time.GetUtcNow();
        if (await FindAsync(person, proposal) is not { } row || person.Member is not { } member) return DecideVerdict.DecidedBefore;
        if (row.Facts.CheckDecider(current.Id, current.Role, now) is var verdict && verdict != DecideVerdict.May) return verdict;
        if (!ProposeForPerson.Fits(row.Kind, member)) return DecideVerdict.FitsNoMore;
        await using var transaction = await db.Database.BeginTransactionAsync();
        Decide(row, ProposalDecision.Approved, AuditAct.ProposalApproved, person, reason, now);
        await carryOut.AddAsync(row, member, now);
        db.HoldFast(member);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return DecideVerdict.ChangedMeanwhile;
        await transaction.CommitAsync();
        carryOut.Wake();
        return DecideVerdict.May;
    }

    /// <summary>Declines; the account stays as it is.</summary>
    public async Task<DecideVerdict> DeclineAsync(PersonInHand person, Guid proposal, ActReason reason)
    {
        var now = time.GetUtcNow();
        if (await FindAsync(person, proposal) is not { } row) return DecideVerdict.DecidedBefore;
        if (row.Facts.CheckDecider(current.Id, current.Role, now) is var verdict && verdict != DecideVerdict.May) return verdict;
        Decide(row, ProposalDecision.Declined, AuditAct.ProposalDeclined, person, reason, now);
        return await SaveAsync();
    }

    /// <summary>Takes one's own back.</summary>
    public async Task<DecideVerdict> WithdrawAsync(PersonInHand person, Guid proposal, ActReason reason)
    {
        if (await FindAsync(person, proposal) is not { } row) return DecideVerdict.DecidedBefore;
        if (row.Facts.CheckWithdrawal(current.Id) is var verdict && verdict != DecideVerdict.May) return verdict;
        Decide(row, ProposalDecision.Withdrawn, AuditAct.ProposalWithdrawn, person, reason, time.GetUtcNow());
        return await SaveAsync();
    }

    private Task<ProposalRow?> FindAsync(PersonInHand person, Guid proposal) =>
        db.Proposals.SingleOrDefaultAsync(row => row.Id == proposal && row.MemberId == person.Id);

    private void Decide(ProposalRow row, ProposalDecision decision, AuditAct act, PersonInHand person, ActReason reason, DateTimeOffset now)
    {
        (row.Decision, row.DecidedBy, row.DecidedAt) = (decision, current.Id, now);
        file.Add(act, person.Member?.Id, person.NationalIdHash, reason, now, $"{row.Kind}");
    }

    private async Task<DecideVerdict> SaveAsync() =>
        await db.SaveActAsync() == SaveVerdict.Saved ? DecideVerdict.May : DecideVerdict.ChangedMeanwhile;
}
