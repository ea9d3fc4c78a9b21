namespace Samachik.Site.Features.Officers.Publishing;

/// <summary>What an officer did with a version a moment ago, as its page says it.</summary>
public enum VersionAct
{
    /// <summary>The draft is saved.</summary>
    Saved,

    /// <summary>It is proposed.</summary>
    Proposed,

    /// <summary>It is published.</summary>
    Published,

    /// <summary>It is dropped.</summary>
    Dropped,
}
