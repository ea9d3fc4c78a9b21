namespace Samachik.Rules.Audit;

/// <summary>The acts that leave an entry in the trail, written in the same save as the act.</summary>
public enum AuditAct
{
    /// <summary>A member came to be.</summary>
    SignedUp,

    /// <summary>A phone was proven for an ID number that is registered already.</summary>
    SignUpFoundRegistered,

    /// <summary>A member's session began.</summary>
    SignedIn,

    /// <summary>A member ended a session.</summary>
    SignedOut,
}
