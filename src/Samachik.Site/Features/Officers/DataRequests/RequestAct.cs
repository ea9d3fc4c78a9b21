namespace Samachik.Site.Features.Officers.DataRequests;

/// <summary>What an officer did with a request a moment ago, as its page says it.</summary>
public enum RequestAct
{
    /// <summary>It is taken on.</summary>
    Taken,

    /// <summary>A line was written.</summary>
    Written,

    /// <summary>It is answered.</summary>
    Answered,
}
