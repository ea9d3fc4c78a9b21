using Samachik.Site.Features.Officers.Approvals;
using Samachik.Site.Features.Officers.DataRequests;
using Samachik.Site.Features.Officers.Looks;
using Samachik.Site.Features.Officers.Proofs;
using Samachik.Site.Features.Officers.Publishing;
using Samachik.Site.Features.Officers.Staffing;
using Samachik.Site.Features.Officers.Trail;

namespace Samachik.Site.Features.Officers;

/// <summary>The console: the staff's own accounts, and help for members.</summary>
public static class OfficersFeature
{
    /// <summary>Adds the acts of this folder.</summary>
    public static void AddOfficers(this IServiceCollection services)
    {
        services.AddScoped<InviteOfficer>();
        services.AddScoped<EndOfficer>();
        services.AddScoped<StaffNumbers>();
        services.AddScoped<JoinStaff>();
        services.AddScoped<StaffSessions>();
        services.AddScoped<SignInOfficer>();
        services.AddScoped<FoundPeople>();
        services.AddScoped<FindPeople>();
        services.AddScoped<LookAtPerson>();
        services.AddScoped<ReadPerson>();
        services.AddScoped<ReadDay>();
        services.AddScoped<DayWords>();
        services.AddScoped<DaySections>();
        services.AddScoped<CaseFile>();
        services.AddScoped<FindPersonInHand>();
        services.AddScoped<HelpPerson>();
        services.AddScoped<SuspendMember>();
        services.AddScoped<ActMessages>();
        services.AddScoped<ReadCard>();
        services.AddScoped<ProposalData>();
        services.AddScoped<ProposeForPerson>();
        services.AddScoped<ReadProposals>();
        services.AddScoped<CarryOut>();
        services.AddScoped<DecideProposal>();
        services.AddScoped<CallOffRecovery>();
        services.AddScoped<RaiseLevel>();
        services.AddScoped<CheckProof>();
        services.AddScoped<SearchQuota>();
        services.AddTrail();
        services.AddLooks();
        services.AddStaffing();
        services.AddPublishing();
        services.AddDataRequests();
    }
}
