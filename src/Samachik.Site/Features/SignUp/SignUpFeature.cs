namespace Samachik.Site.Features.SignUp;

/// <summary>Signing up, from the agreement to the account.</summary>
public static class SignUpFeature
{
    /// <summary>Adds the acts of this folder.</summary>
    public static void AddSignUp(this IServiceCollection services)
    {
        services.AddSingleton<SignUpCookie>();
        services.AddScoped<CurrentSignUp>();
        services.AddScoped<AcceptAgreement>();
        services.AddScoped<GiveDetails>();
        services.AddScoped<ResendCode>();
        services.AddScoped<ConfirmPhone>();
        services.AddScoped<MatchRegister>();
        services.AddScoped<RegisteredNotice>();
        services.AddScoped<EndSignUp>();
        services.AddScoped<DetailsMessages>();
    }
}
