using Samachik.Rules.Members;

namespace Samachik.Rules.Recovery;

/// <summary>What a recovery asks once the code to the phone on file was right.</summary>
public enum RecoveryRoute
{
    /// <summary>Nothing more: a new password can be set.</summary>
    NewPassword,

    /// <summary>A code to the e-mail address on file too.</summary>
    EmailCode,

    /// <summary>A wait, in which every address on file is told and can call it off.</summary>
    Wait,

    /// <summary>An officer, who sees the person and the card.</summary>
    Officer,
}

/// <summary>All that decides the way back; the table that comes of it stands in docs/recovery.md.</summary>
/// <param name="Level">How sure the office is of who the member is: the surer, the more is asked.</param>
/// <param name="IsFrozen">Somebody said "this was not me": the phone may be in other hands.</param>
/// <param name="HasEmail">A proven e-mail address is on file, and e-mail can be sent.</param>
/// <param name="PhoneIsTrusted">The phone was proven not long ago; numbers are lost and given to others.</param>
/// <param name="BrowserIsKnown">The member had this browser remembered.</param>
public sealed record RecoveryFacts(AssuranceLevel Level, bool IsFrozen, bool HasEmail, bool PhoneIsTrusted, bool BrowserIsKnown)
{
    /// <summary>The way back.</summary>
    public RecoveryRoute Route => IsFrozen ? RouteOfFrozen : Level switch
    {
        AssuranceLevel.SelfAsserted =>
            PhoneIsTrusted || BrowserIsKnown ? RecoveryRoute.NewPassword : HasEmail ? RecoveryRoute.EmailCode : RecoveryRoute.Wait,
        AssuranceLevel.Matched =>
            PhoneIsTrusted && BrowserIsKnown ? RecoveryRoute.NewPassword : HasEmail ? RecoveryRoute.EmailCode : RecoveryRoute.Wait,
        AssuranceLevel.Proofed =>
            HasEmail ? RecoveryRoute.EmailCode
            : !PhoneIsTrusted ? RecoveryRoute.Officer
            : BrowserIsKnown ? RecoveryRoute.NewPassword : RecoveryRoute.Wait,
    };

    private RecoveryRoute RouteOfFrozen => HasEmail ? RecoveryRoute.EmailCode : Level switch
    {
        AssuranceLevel.SelfAsserted or AssuranceLevel.Matched => RecoveryRoute.Wait,
        AssuranceLevel.Proofed => RecoveryRoute.Officer,
    };
}
