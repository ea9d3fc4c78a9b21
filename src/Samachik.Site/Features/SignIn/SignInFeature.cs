namespace Samachik.Site.Features.SignIn;

/// <summary>Signing in, from ID number and password to the session, and signing out.</summary>
public static class SignInFeature
{
    /// <summary>Adds the acts of this folder.</summary>
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<CurrentSignIn>();
        services.AddScoped<CheckPassword>();
        services.AddScoped<GiveCredentials>();
        services.AddScoped<AskForCode>();
        services.AddScoped<ConfirmSecondStep>();
        services.AddScoped<AdvanceSignIn>();
        services.AddScoped<TakeBackClosing>();
        services.AddScoped<AcceptOwed>();
        services.AddScoped<EndSignIn>();
        services.AddSingleton<SignInMessages>();
        services.AddSingleton<BusySignIn>();
    }
}
