using Samachik.Rules.Officers;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Keys;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Web;

/// <summary>Who of the staff makes this request, on pages that only they reach.</summary>
public sealed class CurrentOfficer(FieldCipher cipher, LookupHash lookup, SiteSettings settings, IHttpContextAccessor accessor)
{
    /// <summary>The column of names, for their encryption.</summary>
    public const string NameColumn = "officers.name";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Session and account as this request found them; null where nobody of the staff is signed in.</summary>
    public SignedInOfficer? Seen => Context.Features.Get<SignedInOfficer>();

    /// <summary>Whose account.</summary>
    public Guid Id => Account.Id;

    /// <summary>The session's id.</summary>
    public Guid SessionId => (Seen ?? throw Strangers()).Session.Id;

    /// <summary>What they are there for.</summary>
    public OfficerRole Role => Account.Role;

    /// <summary>Their own name, for their own pages.</summary>
    public string Name => cipher.Open(Account.NameCipher, NameColumn, Account.Id);

    /// <summary>The number they sign in with.</summary>
    public string Number => OfficerNumber.TryParse(Account.Number, out var number) ? number.Grouped : Account.Number;

    /// <summary>The network of this request, hashed.</summary>
    public byte[] Network => lookup.Of(Context.Connection.RemoteIpAddress);

    /// <summary>When the session ends if nothing more is done; null where nobody of the staff is signed in.</summary>
    public DateTimeOffset? EndsAt => Seen is { Session: { } seen }
        ? new[] { seen.LastSeenAt + settings.Officers.IdleLife, seen.StartedAt + settings.Officers.WholeLife }.Min() : null;

    private OfficerRow Account => (Seen ?? throw Strangers()).Officer;

    /// <summary>Whether they may do it.</summary>
    public bool May(Permission permission) => Seen is { Officer: { } officer } && RolePermissions.May(officer.Role, permission);

    private static InvalidOperationException Strangers() => new("The page lets strangers in.");
}
