using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Recovery;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Features.NotMe;

/// <summary>Finds what a link's word stands for. The word itself is kept nowhere.</summary>
public sealed class NoticeLinks(MembersDb db, LookupHash lookup, TimeProvider time)
{
    /// <summary>The row of a word, used or not, as long as its time is not over.</summary>
    public async Task<DisavowalRow?> FindAsync(string? word)
    {
        if (LinkWord.Read(word) is not { } read) return null;
        var (hash, now) = (lookup.OfLink(read), time.GetUtcNow());
        return await db.Disavowals.SingleOrDefaultAsync(row => row.TokenHash == hash && row.ExpiresAt > now);
    }

    /// <summary>How the act of a link is undone, or was.</summary>
    public async Task<Undoing> UndoingAsync(DisavowalRow link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var recoveredAt = await db.Members.Where(row => row.Id == link.MemberId).Select(row => row.RecoveredAt).SingleOrDefaultAsync();
        return Undo.Of(link.Act, isRecovered: recoveredAt >= link.At && !(recoveredAt > link.UsedAt));
    }
}
