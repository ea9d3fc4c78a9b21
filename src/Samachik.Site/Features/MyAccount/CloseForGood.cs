using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Notices;
using Samachik.Site.Settings;
using Samachik.Site.Storage;

namespace Samachik.Site.Features.MyAccount;

/// <summary>
/// Closes accounts whose members asked for it and did not come back in time, and erases them when the time that the
/// law has the office keep them is over. What is erased is the row with all that hangs on it; the trail stays.
/// </summary>
public sealed class CloseForGood(MembersDb db, EndAccount end, AuditTrail trail, TellMember tell, SiteSettings settings)
{
    /// <summary>The members to be closed now.</summary>
    public Task<List<Guid>> DueToCloseAsync(DateTimeOffset now, int most, CancellationToken stop)
    {
        var asked = now - settings.Closing.TakenBackWithin;
        return db.Members.AsNoTracking().Where(row => row.ClosingAt <= asked && row.ClosedAt == null)
            .OrderBy(row => row.ClosingAt).Take(most).Select(row => row.Id).ToListAsync(stop);
    }

    /// <summary>The members to be erased now.</summary>
    public Task<List<Guid>> DueToEraseAsync(DateTimeOffset now, int most, CancellationToken stop)
    {
        // The first condition is the second's shadow on the column that has an index.
        var (asked, closed) = (now - settings.Closing.ErasedAfter - settings.Closing.TakenBackWithin, now - settings.Closing.ErasedAfter);
        return db.Members.AsNoTracking().Where(row => row.ClosingAt <= asked && row.ClosedAt <= closed)
            .OrderBy(row => row.ClosingAt).Take(most).Select(row => row.Id).ToListAsync(stop);
    }

    /// <summary>
    /// Closes one account: the ID number is free, nothing of signing in is left, a last notice goes out. Whether it was
    /// done; a member who takes the closing back at this instant keeps the account.
    /// </summary>
    public async Task<bool> CloseAsync(Guid id, DateTimeOffset now)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var member = await db.Members.SingleOrDefaultAsync(row => row.Id == id);
        if (member is not { NationalIdHash: { } idHash, ClosedAt: null } || !(member.ClosingAt <= now - settings.Closing.TakenBackWithin))
            return false;
        await end.EndAsync(member, idHash, now);
        trail.Add(db, AuditAct.Closed, id, [], now, AuditActor.Site);
        tell.Add(member, AuditAct.Closed, now);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return false;
        await transaction.CommitAsync();
        tell.Wake();
        return true;
    }

    /// <summary>Erases one closed account; whether it was done.</summary>
    public async Task<bool> EraseAsync(Guid id, DateTimeOffset now)
    {
        var closed = now - settings.Closing.ErasedAfter;
        if (await db.Members.SingleOrDefaultAsync(row => row.Id == id && row.ClosedAt <= closed) is not { } member) return false;
        db.Members.Remove(member);
        trail.Add(db, AuditAct.Erased, id, [], now, AuditActor.Site);
        return await db.SaveActAsync() == SaveVerdict.Saved;
    }
}
