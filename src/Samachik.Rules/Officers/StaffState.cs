namespace Samachik.Rules.Officers;

/// <summary>How a staff account stands.</summary>
public enum StaffState
{
    /// <summary>The link of the invitation works and has not been used.</summary>
    Invited,

    /// <summary>The link's time was over before anybody used it.</summary>
    Lapsed,

    /// <summary>Its person can sign in.</summary>
    Joined,

    /// <summary>It is ended.</summary>
    Ended,
}

/// <summary>Tells how a staff account stands.</summary>
public static class StaffStates
{
    /// <summary>From what is kept of it.</summary>
    public static StaffState Of(DateTimeOffset? joinedAt, DateTimeOffset? endedAt, DateTimeOffset invitedUntil, DateTimeOffset now) =>
        endedAt is not null ? StaffState.Ended
        : joinedAt is not null ? StaffState.Joined
        : invitedUntil > now ? StaffState.Invited : StaffState.Lapsed;
}
