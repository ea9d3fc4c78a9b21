namespace Samachik.Rules.Officers;

/// <summary>What somebody of the staff is there for. What each may do stands in <see cref="RolePermissions"/>.</summary>
public enum OfficerRole
{
    /// <summary>Helps members, at the call centre or at a branch.</summary>
    Officer,

    /// <summary>Helps, approves what needs two people, and watches the day.</summary>
    Supervisor,

    /// <summary>Keeps the rules of the board.</summary>
    Moderator,

    /// <summary>Answers requests about data, and reads the trail.</summary>
    DataProtectionOfficer,

    /// <summary>Runs the staff; sees no member's data.</summary>
    Administrator,
}
