namespace Samachik.Site.Features.Officers.Staffing;

/// <summary>The administrator's pages: who is on the staff.</summary>
public static class StaffingFeature
{
    /// <summary>Adds the acts of this folder.</summary>
    public static void AddStaffing(this IServiceCollection services)
    {
        services.AddScoped<ReadStaff>();
        services.AddScoped<InvitationCookie>();
    }
}
