using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>A line of a person's case file, and whose staff number wrote it.</summary>
public sealed record CaseLine(DateTimeOffset At, AuditAct Act, string Officer, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(CaseLine);
}

/// <summary>Writes what an officer does into the trail and, with the reason, into the person's case file; reads the file.</summary>
public sealed class CaseFile(MembersDb db, FieldCipher cipher, AuditTrail trail, CurrentOfficer current)
{
    private const string Column = "officer_notes.text";
    private const int Most = 50;

    /// <summary>Adds an act to what the caller is about to save.</summary>
    public void Add(AuditAct act, Guid? member, byte[] nationalIdHash, ActReason reason, DateTimeOffset now, string? detail = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var id = Guid.CreateVersion7(now);
        trail.Add(db, act, member, current.Network, now, AuditActor.Officer, current.SessionId, detail, current.Id);
        db.OfficerNotes.Add(new OfficerNoteRow
        {
            Id = id, OfficerId = current.Id, NationalIdHash = nationalIdHash, At = now, Act = act, TextCipher = cipher.Seal(reason.Text, Column, id),
        });
    }

    /// <summary>The file of an ID number, newest first.</summary>
    public async Task<IReadOnlyList<CaseLine>> ReadAsync(byte[] nationalIdHash)
    {
        var rows = await (from note in db.OfficerNotes.AsNoTracking()
                          join officer in db.Officers.AsNoTracking() on note.OfficerId equals officer.Id
                          where note.NationalIdHash == nationalIdHash
                          orderby note.Id descending
                          select new { note, officer.Number }).Take(Most).ToListAsync();
        return [.. rows.Select(row => new CaseLine(row.note.At, row.note.Act, row.Number, cipher.Open(row.note.TextCipher, Column, row.note.Id)))];
    }
}
