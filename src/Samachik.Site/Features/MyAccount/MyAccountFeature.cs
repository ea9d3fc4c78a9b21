
namespace Samachik.Site.Features.MyAccount;

/// <summary>Running one's own account.</summary>
public static class MyAccountFeature
{
    /// <summary>Adds the acts of this folder.</summary>
    public static void AddMyAccount(this IServiceCollection services)
    {
        services.AddScoped<AddressMessages>();
        services.AddScoped<NameForm>();
        services.AddScoped<GiveProof>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<ProveAddress>();
        services.AddScoped<ConfirmPhoneChange>();
        services.AddScoped<PendingPhone>();
        services.AddScoped<ConfirmEmailChange>();
        services.AddScoped<ChangeName>();
        services.AddScoped<EndSessions>();
        services.AddScoped<ReadActivity>();
        services.AddScoped<ReadCodesSent>();
        services.AddScoped<DisavowActivity>();
        services.AddScoped<OpenDisavowal>();
        services.AddScoped<CopyMember>();
        services.AddScoped<DownloadData>();
        services.AddScoped<AskClosing>();
        services.AddScoped<ApplyPhoneChange>();
        services.AddScoped<CloseForGood>();
        services.AddHostedService<DueChanges>();
    }

    /// <summary>Maps what is no page.</summary>
    public static void MapMyAccount(this IEndpointRouteBuilder app) => DataSchema.Map(app);
}
