using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Web;

/// <summary>The member of this request's session, loaded once, on pages that only members reach.</summary>
public sealed class CurrentMember(
    MembersDb db, LookupHash lookup, SiteSettings settings, TimeProvider time, IHttpContextAccessor accessor)
{
    private MemberRow? member;
    private MemberSessionRow? session;

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>The session as this request found it; null where nobody is signed in.</summary>
    public MemberSessionRow? Seen => Context.Features.Get<MemberSessionRow>();

    /// <summary>The member's id.</summary>
    public Guid Id => Seen?.MemberId ?? throw new InvalidOperationException("The page lets strangers in.");

    /// <summary>The session's id.</summary>
    public Guid SessionId => Seen?.Id ?? throw new InvalidOperationException("The page lets strangers in.");

    /// <summary>The network of this request, hashed.</summary>
    public byte[] Network => lookup.Of(Context.Connection.RemoteIpAddress);

    /// <summary>When the session ends if nothing more is done; null where nobody is signed in.</summary>
    public DateTimeOffset? EndsAt => Seen is { } seen
        ? Earlier(seen.LastSeenAt + settings.Sessions.IdleLife, seen.StartedAt + settings.Sessions.WholeLife) : null;

    /// <summary>Whether the member proved a short while ago that it is they, as sensitive changes ask.</summary>
    public bool IsFresh => IsFreshWithin(TimeSpan.Zero);

    /// <summary>Whether that proof is fresh, or ran out no longer ago than <paramref name="grace"/>.</summary>
    public bool IsFreshWithin(TimeSpan grace) => Seen is { } seen && time.GetUtcNow() < seen.ProvenAt + settings.SignIn.FreshFor + grace;

    /// <summary>The account, tracked.</summary>
    public async Task<MemberRow> RequireAsync() => member ??= await db.Members.SingleAsync(row => row.Id == Id);

    /// <summary>The session's row, tracked.</summary>
    public async Task<MemberSessionRow> RequireSessionAsync() =>
        session ??= await db.MemberSessions.SingleAsync(row => row.Id == SessionId);

    /// <summary>Loads the account anew, after a save that did not come through.</summary>
    public Task<MemberRow> ReloadAsync()
    {
        db.ChangeTracker.Clear();
        (member, session) = (null, null);
        return RequireAsync();
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
