namespace Samachik.Rules.Audit;

/// <summary>How the trail is broken at a place.</summary>
public enum AuditBreak
{
    /// <summary>What stands there is not what was sealed.</summary>
    Changed,

    /// <summary>What stands there was sealed as another entry.</summary>
    Swapped,

    /// <summary>What was sealed there is gone.</summary>
    Removed,

    /// <summary>It was not there when its neighbours were sealed.</summary>
    SlippedIn,

    /// <summary>Its keyed hash is of no audit key that is here: changed before it was sealed, or written by somebody without the key.</summary>
    Forged,

    /// <summary>The seal over it is not as it was signed.</summary>
    SealChanged,

    /// <summary>The seal over it is gone, though later ones are there.</summary>
    SealRemoved,

    /// <summary>The seal over it is signed with a key that is not here.</summary>
    KeyMissing,

    /// <summary>The trail ends before it, or goes on otherwise, though a head written down earlier says that it was sealed.</summary>
    CutOff,
}

/// <summary>The first place where the trail is broken.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Break">How.</param>
/// <param name="Other">As which entry it was sealed, when swapped.</param>
public sealed record AuditFinding(long Entry, AuditBreak Break, long? Other = null);
