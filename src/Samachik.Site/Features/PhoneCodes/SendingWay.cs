namespace Samachik.Site.Features.PhoneCodes;

/// <summary>How SMS go out now.</summary>
/// <param name="IsDisturbed">The gateway that the office prefers is down.</param>
/// <param name="HasOther">Another one is there and works.</param>
public sealed record SendingWay(bool IsDisturbed, bool HasOther)
{
    /// <summary>As ever.</summary>
    public static SendingWay Usual { get; } = new(false, true);
}
