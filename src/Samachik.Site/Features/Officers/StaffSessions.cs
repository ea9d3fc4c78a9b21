using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>The last step of signing in: one save for the account and its session, then the cookie.</summary>
public sealed class StaffSessions(MembersDb db, OfficerSessions sessions)
{
    /// <summary>Begins the session in one save with what changed in the account; false: somebody else changed it first.</summary>
    public async Task<bool> BeginAsync(HttpContext context, OfficerRow officer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(officer);
        var session = sessions.Begin(context, db, officer.Id, now);
        if (await db.SaveActAsync() != SaveVerdict.Saved) return false;
        await OfficerSessions.GiveCookieAsync(context, session.Id);
        return true;
    }
}
