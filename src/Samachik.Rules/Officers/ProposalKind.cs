namespace Samachik.Rules.Officers;

/// <summary>What one officer proposes and another has to approve.</summary>
public enum ProposalKind
{
    /// <summary>Who lost the phone gets back in with another.</summary>
    Recovery,

    /// <summary>The ID number of an account goes to the person whose card an officer has in hand.</summary>
    Dispute,

    /// <summary>A suspension without an end.</summary>
    SuspensionForGood,
}

/// <summary>Which permission each kind asks for, on either side.</summary>
public static class ProposalPermissions
{
    /// <summary>Who may propose it.</summary>
    public static Permission ToPropose(ProposalKind kind) => kind switch
    {
        ProposalKind.Recovery => Permission.OpenRecovery,
        ProposalKind.Dispute => Permission.OpenDisputes,
        ProposalKind.SuspensionForGood => Permission.SuspendForGood,
    };

    /// <summary>Who may approve it.</summary>
    public static Permission ToApprove(ProposalKind kind) => kind switch
    {
        ProposalKind.Recovery => Permission.ApproveRecovery,
        ProposalKind.Dispute => Permission.SettleDisputes,
        ProposalKind.SuspensionForGood => Permission.SuspendForGood,
    };
}
