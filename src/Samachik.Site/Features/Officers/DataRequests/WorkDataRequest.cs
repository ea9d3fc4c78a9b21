using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.DataRequests;
using Samachik.Rules.Officers;
using Samachik.Site.Notices;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.DataRequests;

/// <summary>Works on a request: takes it on, writes a line, answers. What is written stands in the person's case file.</summary>
public sealed class WorkDataRequest(
    MembersDb db, DataRequestData data, CaseFile file, TellDataRequest tell, AuditTrail trail, CurrentOfficer current, TimeProvider time)
{
    /// <summary>Takes it on, also from another who has it.</summary>
    public async Task<DataRequestVerdict> TakeAsync(Guid id)
    {
        if (await FindAsync(id) is not { } row) return DataRequestVerdict.ChangedMeanwhile;
        if (row.Facts().Take(current.Id) is not DataRequestVerdict.Done and var refused) return refused;
        var now = time.GetUtcNow();
        (row.AssignedTo, row.AssignedAt) = (current.Id, now);
        trail.Add(
            db, AuditAct.DataRequestTaken, row.MemberId, current.Network, now, AuditActor.Officer, current.SessionId, row.Number, current.Id);
        return await SaveAsync();
    }

    /// <summary>Writes a line.</summary>
    public async Task<DataRequestVerdict> WriteAsync(Guid id, ActReason line)
    {
        if (await FindAsync(id) is not { } row) return DataRequestVerdict.ChangedMeanwhile;
        file.Add(AuditAct.NoteWritten, row.MemberId, row.NationalIdHash, line, time.GetUtcNow(), row.Number);
        return await SaveAsync();
    }

    /// <summary>Answers it, and tells the member that there is an answer.</summary>
    public async Task<DataRequestVerdict> AnswerAsync(Guid id, DataRequestOutcome outcome, ActReason answer)
    {
        if (await FindAsync(id) is not { } row) return DataRequestVerdict.ChangedMeanwhile;
        if (row.Facts().Answer(current.Id) is not DataRequestVerdict.Done and var refused) return refused;
        var now = time.GetUtcNow();
        data.WriteAnswer(row, outcome, answer, current.Id, now);
        file.Add(AuditAct.DataRequestAnswered, row.MemberId, row.NationalIdHash, answer, now, $"{row.Number} {outcome}");
        if (await db.Members.SingleOrDefaultAsync(member => member.Id == row.MemberId && member.ClosedAt == null) is { } member) tell.Add(member, row, now);
        var verdict = await SaveAsync();
        if (verdict == DataRequestVerdict.Done) tell.Wake();
        return verdict;
    }

    private Task<DataRequestRow?> FindAsync(Guid id) => db.DataRequests.SingleOrDefaultAsync(row => row.Id == id);

    private async Task<DataRequestVerdict> SaveAsync()
    {
        if (await db.SaveActAsync() == SaveVerdict.Saved) return DataRequestVerdict.Done;

        // The page is drawn anew by this context, from what the other one saved.
        db.ChangeTracker.Clear();
        return DataRequestVerdict.ChangedMeanwhile;
    }
}
