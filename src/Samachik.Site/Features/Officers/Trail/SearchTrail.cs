using Microsoft.EntityFrameworkCore;
using Samachik.Rules.Audit;
using Samachik.Rules.Officers;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers.Trail;

/// <summary>What became of a search of the trail.</summary>
public enum TrailVerdict
{
    /// <summary>It was searched, whether or not there are entries.</summary>
    Searched,

    /// <summary>No account lives that has this ID number or case.</summary>
    NoAccount,

    /// <summary>Nobody of the staff has that number, or ever had.</summary>
    NoOfficer,

    /// <summary>This officer has looked for as many people as may be within an hour.</summary>
    TooMany,
}

/// <summary>A page of what was found, and the searches that its buttons go on with.</summary>
/// <param name="Lines">The entries, newest first.</param>
/// <param name="Query">What was searched.</param>
/// <param name="Whole">The search, for a copy of all of it.</param>
/// <param name="Older">The search from here on; null when nothing is left.</param>
public sealed record TrailFound(IReadOnlyList<TrailLine> Lines, TrailQuery Query, string Whole, string? Older);

/// <summary>The verdict, and what was found.</summary>
public sealed record TrailOutcome(TrailVerdict Verdict, TrailFound? Found = null);

/// <summary>
/// Searches the trail, and leaves an entry of that in it: by what, never what was typed. A search by ID or case number
/// tells who has an account, so it counts as a search for a person.
/// </summary>
public sealed class SearchTrail(
    MembersDb db, LookupHash lookup, TrailPages pages, TrailLines lines, TrailState state, SearchQuota quota, AuditTrail trail, CurrentOfficer current,
    TimeProvider time)
{
    /// <summary>Entries of a page.</summary>
    public const int PageLength = 50;

    /// <summary>Searches, and shows the newest.</summary>
    public async Task<TrailOutcome> SearchAsync(TrailAsked asked, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var now = time.GetUtcNow();
        if (asked.Subject is { Account: null } && !await quota.TakeAsync(now)) return new(TrailVerdict.TooMany);
        var member = await AccountAsync(asked.Subject);
        var officer = asked.Number is { } number
            ? await db.Officers.Where(row => row.Number == number.Digits).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(stop) : null;
        var query = new TrailQuery(asked.Days, await pages.HighestAsync())
        {
            Member = member, Officer = officer, OfficerNumber = asked.Number?.Grouped, Actor = asked.Actor, Act = asked.Act,
        };
        var verdict = asked.Subject is not null && member is null ? TrailVerdict.NoAccount
            : asked.Number is not null && officer is null ? TrailVerdict.NoOfficer : TrailVerdict.Searched;
        var found = verdict == TrailVerdict.Searched ? await ReadAsync(new(query, null), stop) : null;
        trail.Add(
            db, AuditAct.TrailSearched, member, current.Network, now, AuditActor.Officer, current.SessionId, query.Detail($"{asked.Subject?.Kind}"), current.Id);
        await db.SaveActAsync();
        return new(verdict, found);
    }

    /// <summary>A page of a search that was recorded.</summary>
    public async Task<TrailFound> ReadAsync(KeptSearch search, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(search);
        var page = await pages.ReadAsync(search.Query, search.After, PageLength, stop);
        return new(
            await lines.OfAsync(page.Entries), search.Query, state.Write(new(search.Query, null)),
            page.Next is { } next ? state.Write(new(search.Query, next)) : null);
    }

    // An account that is closed has no ID number any more: it is found by its id, there or not.
    private async Task<Guid?> AccountAsync(TrailSubject? subject) => subject switch
    {
        { Account: { } account } => account,
        { NationalId: { } id } => await IdOfAsync(db.Members.Where(row => row.NationalIdHash == lookup.Of(id)).Select(row => row.Id)),
        { CaseNumber: { } number } => await IdOfAsync(
            from row in db.Members
            join help in db.HelpRequests on row.NationalIdHash equals help.NationalIdHash
            where help.CaseNumber == number.Text
            select row.Id),
        _ => null,
    };

    private static Task<Guid?> IdOfAsync(IQueryable<Guid> ids) => ids.Distinct().Select(id => (Guid?)id).SingleOrDefaultAsync();
}
