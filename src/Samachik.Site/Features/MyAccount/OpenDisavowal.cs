using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Whether the member said "this was not me" and has not set another password since: read from the trail.</summary>
public sealed class OpenDisavowal(CurrentMember current, MembersDb db)
{
    /// <summary>Whether a new password is still owed.</summary>
    public async Task<bool> IsOpenAsync()
    {
        var member = await current.RequireAsync();
        return await db.AuditEntries.AnyAsync(entry =>
            entry.MemberId == member.Id && entry.Act == AuditAct.Disavowed && entry.At > member.PasswordChangedAt);
    }
}
