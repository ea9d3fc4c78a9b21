namespace Samachik.Rules.Members;

/// <summary>The places of a sign-in once its password was right. Where it stands is derived from its facts and stored nowhere.</summary>
public enum SignInStep
{
    /// <summary>The code by SMS, on a browser that is not known.</summary>
    Code,

    /// <summary>Somebody said "this was not me": nobody signs in before a recovery.</summary>
    Frozen,

    /// <summary>The member may not sign in for a while.</summary>
    Suspended,

    /// <summary>The member asked to close the account and can still take it back.</summary>
    Returning,

    /// <summary>A document in force is not accepted yet.</summary>
    Agreement,

    /// <summary>Nothing stands in the way: the session may begin.</summary>
    Open,

    /// <summary>The session has begun.</summary>
    Done,
}
