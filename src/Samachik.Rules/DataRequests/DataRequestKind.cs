namespace Samachik.Rules.DataRequests;

/// <summary>What a person asks about their data (PDPA, B.E. 2562, sections 30 to 36).</summary>
public enum DataRequestKind
{
    /// <summary>To see it, or to have a copy.</summary>
    Access,

    /// <summary>To have it put right.</summary>
    Correction,

    /// <summary>To have it erased.</summary>
    Erasure,

    /// <summary>To have it used no more for something.</summary>
    Objection,
}

/// <summary>By which way a request reached the office.</summary>
public enum DataRequestWay
{
    /// <summary>The person called.</summary>
    Call,

    /// <summary>The person came to a branch.</summary>
    Branch,

    /// <summary>A letter.</summary>
    Letter,

    /// <summary>An e-mail.</summary>
    Email,
}

/// <summary>How a request was answered.</summary>
public enum DataRequestOutcome
{
    /// <summary>As the person asked.</summary>
    Granted,

    /// <summary>In part; the answer says why not in whole.</summary>
    Partly,

    /// <summary>Not; the answer says why, and where to complain.</summary>
    Refused,
}
