using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.Officers;

/// <summary>What became of the wish to end a staff account.</summary>
public enum EndVerdict
{
    /// <summary>It is ended.</summary>
    Ended,

    /// <summary>No living account has that number.</summary>
    NotThere,

    /// <summary>It is one's own.</summary>
    OwnAccount,

    /// <summary>Its person did something at the same time; look again.</summary>
    ChangedMeanwhile,
}

/// <summary>Ends a staff account: it signs in no more, and its sessions are over at once. What it did stays in the trail.</summary>
public sealed class EndOfficer(MembersDb db, AuditTrail trail, TimeProvider time)
{
    /// <summary>Ends it; <paramref name="by"/> is who of the staff does, null for an operator at the command line.</summary>
    public async Task<EndVerdict> EndAsync(OfficerNumber number, StaffActor? by)
    {
        ArgumentNullException.ThrowIfNull(number);
        var now = time.GetUtcNow();
        if (await db.Officers.SingleOrDefaultAsync(row => row.Number == number.Digits && row.EndedAt == null) is not { } officer) return EndVerdict.NotThere;
        if (officer.Id == by?.Officer) return EndVerdict.OwnAccount;
        (officer.EndedAt, officer.InvitationHash) = (now, null);
        foreach (var session in await db.OfficerSessions.Where(row => row.OfficerId == officer.Id && row.EndedAt == null).ToListAsync()) session.EndedAt = now;
        trail.Add(
            db, AuditAct.OfficerEnded, null, by?.Network ?? [], now, by is null ? AuditActor.Site : AuditActor.Officer, by?.Session, number.Digits, by?.Officer);
        return await db.SaveActAsync() == SaveVerdict.Saved ? EndVerdict.Ended : EndVerdict.ChangedMeanwhile;
    }
}
