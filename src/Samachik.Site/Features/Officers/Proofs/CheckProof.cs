using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Members;
using Samachik.Rules.Officers;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Proofs;

/// <summary>A raising of level that a second officer is to look over. Prints nothing of it.</summary>
public sealed record ShownProof(LevelProofRow Row, CardEvidence Card, string Reason, string Officer, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ShownProof);
}

/// <summary>A second officer looks over what was drawn, and finds it in order or takes it back; never their own.</summary>
public sealed class CheckProof(
    MembersDb db, FieldCipher cipher, MemberData members, CaseFile file, TellMember tell, CurrentOfficer current, TimeProvider time)
{
    private const int Most = 100;

    /// <summary>What waits for somebody who is not the one that raised it, the oldest first.</summary>
    public Task<IReadOnlyList<ShownProof>> AllAsync() => ReadAsync(Waiting);

    /// <summary>All of an account, newest first.</summary>
    public async Task<IReadOnlyList<ShownProof>> EvidenceAsync(Guid member) =>
        [.. (await ReadAsync(db.LevelProofs.Where(row => row.MemberId == member))).OrderByDescending(shown => shown.Row.Id)];

    /// <summary>The one of an account, if it waits.</summary>
    public async Task<ShownProof?> OfAsync(Guid member) => await ReadAsync(Waiting.Where(row => row.MemberId == member)) is [var first, ..] ? first : null;

    /// <summary>Whether one of an account waits.</summary>
    public Task<bool> WaitsAsync(Guid member) => Waiting.AnyAsync(row => row.MemberId == member);

    /// <summary>Records that it is in order, or sets the level back.</summary>
    public async Task<HelpVerdict> CheckAsync(PersonInHand person, Guid proof, bool isInOrder, ActReason reason)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = time.GetUtcNow();
        if (person.Member is not { } member || await Waiting.SingleOrDefaultAsync(row => row.Id == proof && row.MemberId == person.Id) is not { } row)
            return HelpVerdict.NotNow;
        (row.CheckedBy, row.CheckedAt, row.IsInOrder) = (current.Id, now, isInOrder);
        var takesBack = !isInOrder && member.Level == AssuranceLevel.Proofed;
        if (takesBack) member.Level = row.LevelBefore;
        file.Add(isInOrder ? AuditAct.LevelChecked : AuditAct.LevelTakenBack, member.Id, person.NationalIdHash, reason, now);
        if (takesBack) tell.Add(member, AuditAct.LevelTakenBack, now);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return HelpVerdict.ChangedMeanwhile;
        tell.Wake();
        return HelpVerdict.Done;
    }

    private IQueryable<LevelProofRow> Waiting => db.LevelProofs.Where(row => row.IsSampled && row.IsInOrder == null && row.OfficerId != current.Id);

    private async Task<IReadOnlyList<ShownProof>> ReadAsync(IQueryable<LevelProofRow> proofs)
    {
        var rows = await (from row in proofs.AsNoTracking()
                          join member in db.Members.AsNoTracking() on row.MemberId equals member.Id
                          join officer in db.Officers.AsNoTracking() on row.OfficerId equals officer.Id
                          orderby row.Id
                          select new { row, member, officer.Number }).Take(Most).ToListAsync();
        return [.. rows.Select(found => Show(found.row, found.member, found.Number))];
    }

    private ShownProof Show(LevelProofRow row, MemberRow member, string number)
    {
        var details = members.Read(member);
        return new(
            row, CardEvidence.FromCanonical(cipher.Open(row.CardCipher, RaiseLevel.Card, row.Id)), cipher.Open(row.ReasonCipher, RaiseLevel.Reason, row.Id),
            number, MaskedName.Of(details.FirstName, details.LastName));
    }
}
