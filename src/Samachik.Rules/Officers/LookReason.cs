namespace Samachik.Rules.Officers;

/// <summary>Why an officer looks at a person's data. The member is told it.</summary>
public enum LookReason
{
    /// <summary>The person is on the telephone.</summary>
    Call,

    /// <summary>The person is at a branch.</summary>
    Visit,

    /// <summary>A case, a dispute or a request is worked on.</summary>
    Case,

    /// <summary>Something looks wrong and is looked into.</summary>
    Check,
}
