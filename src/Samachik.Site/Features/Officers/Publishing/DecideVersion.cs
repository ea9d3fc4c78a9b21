using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Publishing;

/// <summary>What the second person does: publishes what was proposed, as they saw it, or drops it.</summary>
public sealed class DecideVersion(
    MembersDb db, AgreementTexts texts, PublishedAgreements published, AuditTrail trail, CurrentOfficer current, TimeProvider time)
{
    /// <summary>Publishes what was seen. The trail has its digest: nobody changes it unseen, not even past the site.</summary>
    public async Task<AgreementVerdict> ApproveAsync(Guid id, string? seen)
    {
        if (await db.AgreementVersions.SingleOrDefaultAsync(row => row.Id == id) is not { } row) return AgreementVerdict.Settled;
        var (now, facts) = (time.GetUtcNow(), row.Facts());
        if (facts.Approve(current.Id, seen, now) is not AgreementVerdict.Done and var refused) return refused;
        if (IsDayTaken(row.Document, facts.Effective)) return AgreementVerdict.DayTaken;
        (row.ApprovedBy, row.ApprovedAt, row.ApprovedDigest) = (current.Id, now, facts.Digest);
        Record(AuditAct.AgreementPublished, row, facts.Digest, now);
        var verdict = await SaveAsync();
        if (verdict == AgreementVerdict.Done) published.Show(row);
        return verdict;
    }

    /// <summary>Drops it: the second person declines, or who drafted it gives it up.</summary>
    public async Task<AgreementVerdict> DropAsync(Guid id, string why)
    {
        if (await db.AgreementVersions.SingleOrDefaultAsync(row => row.Id == id) is not { } row) return AgreementVerdict.Settled;
        var now = time.GetUtcNow();
        if (row.Facts().Drop(current.Id) is not AgreementVerdict.Done and var refused) return refused;
        (row.DroppedBy, row.DroppedAt, row.DroppedWhy) = (current.Id, now, why);
        Record(AuditAct.AgreementDropped, row, "", now);
        return await SaveAsync();
    }

    private bool IsDayTaken(AgreementDocument document, DateOnly day) =>
        texts.Everything(document, ReadingLanguage.Thai).Any(text => text.Agreement.Effective == day);

    private void Record(AuditAct act, AgreementVersionRow row, string digest, DateTimeOffset now) => trail.Add(
        db, act, null, current.Network, now, AuditActor.Officer, current.SessionId,
        $"{row.Document.ToString().ToLowerInvariant()} {row.Version} {digest}".TrimEnd(), current.Id);

    private async Task<AgreementVerdict> SaveAsync() => await db.SaveActAsync() switch
    {
        SaveVerdict.Saved => AgreementVerdict.Done,
        SaveVerdict.AlreadyThere => AgreementVerdict.DayTaken,
        SaveVerdict.ChangedMeanwhile or SaveVerdict.NationalIdTaken => AgreementVerdict.ChangedMeanwhile,
    };
}
