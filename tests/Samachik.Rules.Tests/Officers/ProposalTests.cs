using Samachik.Rules.Officers;

namespace Samachik.Rules.Tests.Officers;

public sealed class ProposalTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);
    private static readonly Guid One = Guid.NewGuid(), Other = Guid.NewGuid();

    private static Proposal Open(ProposalKind kind) => new(kind, One, Now + Proposal.Life, null);

    public static TheoryData<ProposalKind, OfficerRole> KindsAndRoles => [.. from kind in Enum.GetValues<ProposalKind>() from role in Enum.GetValues<OfficerRole>() select (kind, role)];

    [Theory]
    [MemberData(nameof(KindsAndRoles))]
    public void Nobody_decides_on_their_own_and_others_by_their_role_alone(ProposalKind kind, OfficerRole role)
    {
        Assert.Equal(DecideVerdict.Own, Open(kind).CheckDecider(One, role, Now));
        Assert.Equal(
            RolePermissions.May(role, ProposalPermissions.ToApprove(kind)) ? DecideVerdict.May : DecideVerdict.NotPermitted,
            Open(kind).CheckDecider(Other, role, Now));
    }

    [Fact]
    public void An_officer_approves_a_recovery_and_a_supervisor_the_rest()
    {
        Assert.Equal(DecideVerdict.May, Open(ProposalKind.Recovery).CheckDecider(Other, OfficerRole.Officer, Now));
        Assert.Equal(DecideVerdict.NotPermitted, Open(ProposalKind.Dispute).CheckDecider(Other, OfficerRole.Officer, Now));
        Assert.Equal(DecideVerdict.NotPermitted, Open(ProposalKind.SuspensionForGood).CheckDecider(Other, OfficerRole.Officer, Now));
        Assert.All(Enum.GetValues<ProposalKind>(), kind => Assert.Equal(DecideVerdict.May, Open(kind).CheckDecider(Other, OfficerRole.Supervisor, Now)));
    }

    [Fact]
    public void Its_time_ends_to_the_instant()
    {
        var proposal = Open(ProposalKind.Recovery);
        Assert.Equal(DecideVerdict.May, proposal.CheckDecider(Other, OfficerRole.Supervisor, proposal.LapsesAt - TimeSpan.FromTicks(1)));
        Assert.Equal(DecideVerdict.Lapsed, proposal.CheckDecider(Other, OfficerRole.Supervisor, proposal.LapsesAt));
        Assert.False(proposal.IsOpen(proposal.LapsesAt));
    }

    [Theory]
    [InlineData(ProposalDecision.Approved)]
    [InlineData(ProposalDecision.Declined)]
    [InlineData(ProposalDecision.Withdrawn)]
    [InlineData(ProposalDecision.Lapsed)]
    public void What_is_decided_is_decided(ProposalDecision decision)
    {
        var proposal = Open(ProposalKind.Recovery) with { Decision = decision };
        Assert.Equal(DecideVerdict.DecidedBefore, proposal.CheckDecider(Other, OfficerRole.Supervisor, Now));
        Assert.Equal(DecideVerdict.DecidedBefore, proposal.CheckWithdrawal(One));
        Assert.False(proposal.IsOpen(Now));
    }

    [Fact]
    public void Only_who_proposed_takes_it_back()
    {
        Assert.Equal(DecideVerdict.May, Open(ProposalKind.Dispute).CheckWithdrawal(One));
        Assert.Equal(DecideVerdict.NotOwn, Open(ProposalKind.Dispute).CheckWithdrawal(Other));
    }
}
