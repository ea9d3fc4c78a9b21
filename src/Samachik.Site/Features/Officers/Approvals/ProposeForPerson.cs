using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Rules.Officers;
using Samachik.Rules.People;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Approvals;

/// <summary>Proposes what needs two people. Nothing is changed in the account before another officer approves.</summary>
public sealed class ProposeForPerson(MembersDb db, ProposalData data, CaseFile file, CurrentOfficer current, TimeProvider time)
{
    /// <summary>A recovery for who lost the phone: with a new phone, and a one-time code that is drawn here and read out.</summary>
    public Task<HelpVerdict> RecoveryAsync(PersonInHand person, ThaiMobileNumber phone, CardEvidence? card, ActReason reason) => AddAsync(
        ProposalKind.Recovery, person, new(phone, RecoveryCode.Draw(RandomNumberGenerator.GetInt32), card), reason);

    /// <summary>A dispute: the ID number goes to the person whose card is in hand, and who signs up with this phone.</summary>
    public Task<HelpVerdict> DisputeAsync(PersonInHand person, ThaiMobileNumber phone, CardEvidence card, ActReason reason) =>
        AddAsync(ProposalKind.Dispute, person, new(phone, Card: card), reason);

    /// <summary>A suspension without an end, by a conduct rule (null: another reason).</summary>
    public Task<HelpVerdict> SuspensionAsync(PersonInHand person, int? rule, ActReason facts) =>
        AddAsync(ProposalKind.SuspensionForGood, person, new(Rule: rule), facts);

    /// <summary>Whether a proposal fits an account as it stands; a proven account is lost in no dispute.</summary>
    internal static bool Fits(ProposalKind kind, MemberRow member) => member.ClosedAt is null && kind switch
    {
        ProposalKind.Recovery => true,
        ProposalKind.Dispute => member.Level != AssuranceLevel.Proofed,
        ProposalKind.SuspensionForGood => member is not { SuspendedAt: not null, SuspendedUntil: null },
    };

    private async Task<HelpVerdict> AddAsync(ProposalKind kind, PersonInHand person, ProposalFacts facts, ActReason reason)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = time.GetUtcNow();
        if (person.Member is not { } member || !Fits(kind, member)) return HelpVerdict.NotNow;
        if (await db.Proposals.SingleOrDefaultAsync(row => row.MemberId == member.Id && row.Kind == kind && row.Decision == null) is { } open)
        {
            if (open.Facts.IsOpen(now)) return HelpVerdict.Proposed;
            (open.Decision, open.DecidedAt) = (ProposalDecision.Lapsed, now);
            await db.SaveActAsync();
        }

        db.Proposals.Add(data.Write(kind, person, member, facts, reason, current.Id, now));
        file.Add(AuditAct.ProposalMade, member.Id, person.NationalIdHash, reason, now, $"{kind}");
        db.HoldFast(member);
        return await db.SaveActAsync() switch
        {
            SaveVerdict.Saved => HelpVerdict.Done,
            SaveVerdict.AlreadyThere => HelpVerdict.Proposed,
            SaveVerdict.ChangedMeanwhile or SaveVerdict.NationalIdTaken => HelpVerdict.ChangedMeanwhile,
        };
    }
}
