namespace Samachik.Rules.Board.Checking;

/// <summary>What a machine's look at a text says of publishing it. The graver, the greater.</summary>
public enum CheckVerdict
{
    /// <summary>It is published.</summary>
    Pass,

    /// <summary>The author is warned first, and may publish it all the same; nobody else is asked.</summary>
    Warn,

    /// <summary>It is published, and put into the moderators' queue.</summary>
    Flag,

    /// <summary>It is kept, shown to its author, and waits for a moderator.</summary>
    Hold,

    /// <summary>It is refused, with the place shown; the author can correct it.</summary>
    Block,
}
