using Samachik.Site.Web;

namespace Samachik.Site.Features.Officers;

/// <summary>Who of the staff does something about the staff, in which session and from where; null where it is the operator's command.</summary>
public sealed record StaffActor(Guid Officer, Guid Session, byte[] Network)
{
    /// <summary>Who makes this request.</summary>
    public static StaffActor Of(CurrentOfficer current)
    {
        ArgumentNullException.ThrowIfNull(current);
        return new(current.Id, current.SessionId, current.Network);
    }
}
