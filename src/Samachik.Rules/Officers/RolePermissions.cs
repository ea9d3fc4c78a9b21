using System.Collections.Frozen;

namespace Samachik.Rules.Officers;

/// <summary>The one table of who may do what.</summary>
public static class RolePermissions
{
    private static readonly Permission[] Helping =
    [
        Permission.UseConsole, Permission.SeePeople, Permission.UnmaskData, Permission.WriteNotes, Permission.SendCodes, Permission.CorrectPhones,
        Permission.LiftLimits, Permission.RaiseLevel, Permission.CheckProofs, Permission.OpenRecovery, Permission.ApproveRecovery,
        Permission.OpenDisputes, Permission.OpenDataRequests,
    ];

    private static readonly FrozenDictionary<OfficerRole, FrozenSet<Permission>> Table =
        new Dictionary<OfficerRole, Permission[]>
        {
            [OfficerRole.Officer] = Helping,
            [OfficerRole.Supervisor] =
            [
                .. Helping, Permission.Suspend, Permission.SuspendForGood, Permission.SettleDisputes, Permission.ApproveAgreements,
                Permission.SearchTrail, Permission.SeeLooks, Permission.SeeDay,
            ],
            [OfficerRole.Moderator] = [Permission.UseConsole],
            [OfficerRole.DataProtectionOfficer] =
            [
                Permission.UseConsole, Permission.SeePeople, Permission.UnmaskData, Permission.WriteNotes, Permission.OpenDataRequests,
                Permission.AnswerDataRequests, Permission.DraftAgreements, Permission.ApproveAgreements, Permission.SearchTrail,
                Permission.ExportTrail, Permission.SeeLooks, Permission.SeeDay,
            ],
            [OfficerRole.Administrator] = [Permission.UseConsole, Permission.ManageStaff, Permission.SeeDay],
        }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>Whether a role may do it.</summary>
    public static bool May(OfficerRole role, Permission permission) => Table[role].Contains(permission);

    /// <summary>All that a role may do.</summary>
    public static IReadOnlySet<Permission> Of(OfficerRole role) => Table[role];
}
