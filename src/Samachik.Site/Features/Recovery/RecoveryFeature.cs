namespace Samachik.Site.Features.Recovery;

/// <summary>The way back to an account without its password.</summary>
public static class RecoveryFeature
{
    /// <summary>Adds the acts of this folder.</summary>
    public static void AddRecovery(this IServiceCollection services)
    {
        services.AddScoped<CurrentRecovery>();
        services.AddScoped<StartRecovery>();
        services.AddScoped<SendRecoveryCode>();
        services.AddScoped<ProvePhone>();
        services.AddScoped<ProveEmail>();
        services.AddScoped<BeginWait>();
        services.AddScoped<SetNewPassword>();
        services.AddScoped<AskForHelp>();
        services.AddScoped<UseOfficerCode>();
    }
}
