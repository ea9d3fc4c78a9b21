using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Agreements;
using Samachik.Rules.Audit;
using Samachik.Rules.Figures;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Texts;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Publishing;

/// <summary>What one person does with a version: writes it, changes it, proposes it.</summary>
public sealed class DraftVersion(MembersDb db, AgreementTexts texts, AuditTrail trail, CurrentOfficer current, TimeProvider time)
{
    /// <summary>Begins a version; its id when it is done.</summary>
    public async Task<(AgreementVerdict Verdict, Guid Id)> BeginAsync(AgreementDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var now = time.GetUtcNow();
        var row = new AgreementVersionRow
        {
            Id = Guid.CreateVersion7(now),
            Document = draft.Document,
            Version = draft.Version,
            EffectiveAt = new ThaiDay(draft.Effective).Begins,
            ThaiTitle = draft.ThaiTitle,
            ThaiText = draft.ThaiText,
            EnglishTitle = draft.EnglishTitle,
            EnglishText = draft.EnglishText,
            DraftedBy = current.Id,
            DraftedAt = now,
        };
        if (Taken(draft) is { } taken) return (taken, default);
        db.AgreementVersions.Add(row);
        Record(row, "draft", now);
        return (await SaveAsync(), row.Id);
    }

    /// <summary>Writes other words into a draft that was seen as told; a proposal is taken back by it.</summary>
    public async Task<AgreementVerdict> ChangeAsync(Guid id, AgreementDraft draft, string? seen)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (await db.AgreementVersions.SingleOrDefaultAsync(row => row.Id == id) is not { } row) return AgreementVerdict.Settled;
        if (row.Facts().Edit(current.Id, seen) is not AgreementVerdict.Done and var refused) return refused;
        if (Taken(draft) is { } taken) return taken;
        var now = time.GetUtcNow();
        row.Write(draft, now);
        Record(row, "draft", now);
        return await SaveAsync();
    }

    /// <summary>Asks a second person to publish it, as it was seen.</summary>
    public async Task<AgreementVerdict> ProposeAsync(Guid id, string? seen)
    {
        if (await db.AgreementVersions.SingleOrDefaultAsync(row => row.Id == id) is not { } row) return AgreementVerdict.Settled;
        var now = time.GetUtcNow();
        if (row.Facts().Propose(current.Id, seen, now) is not AgreementVerdict.Done and var refused) return refused;
        row.ProposedAt = now;
        Record(row, "proposed", now);
        return await SaveAsync();
    }

    // Of the files; of those made here the database tells, and a draft may stand beside a published one of its day.
    private AgreementVerdict? Taken(AgreementDraft draft)
    {
        var others = texts.Everything(draft.Document, ReadingLanguage.Thai).Select(text => text.Agreement).ToList();
        return others.Any(other => other.Version == draft.Version) ? AgreementVerdict.VersionTaken
            : others.Any(other => other.Effective == draft.Effective) ? AgreementVerdict.DayTaken : null;
    }

    private void Record(AgreementVersionRow row, string what, DateTimeOffset now) => trail.Add(
        db, AuditAct.AgreementDrafted, null, current.Network, now, AuditActor.Officer, current.SessionId,
        $"{row.Document.ToString().ToLowerInvariant()} {row.Version} {what}", current.Id);

    private async Task<AgreementVerdict> SaveAsync() => await db.SaveActAsync() switch
    {
        SaveVerdict.Saved => AgreementVerdict.Done,
        SaveVerdict.AlreadyThere => AgreementVerdict.VersionTaken,
        SaveVerdict.ChangedMeanwhile or SaveVerdict.NationalIdTaken => AgreementVerdict.ChangedMeanwhile,
    };
}
