namespace Samachik.Site.Features.PhoneCodes;

/// <summary>Codes by SMS, for every feature that asks for one.</summary>
public static class PhoneCodesFeature
{
    /// <summary>Adds the acts of this folder.</summary>
    public static void AddPhoneCodes(this IServiceCollection services)
    {
        services.AddScoped<SendCode>();
        services.AddScoped<GuardSending>();
        services.AddScoped<GivenWork>();
        services.AddScoped<CheckCode>();
        services.AddSingleton<CodeMails>();
        services.AddScoped<CodePageMessages>();
        services.AddScoped<CodePageStates>();
        services.AddScoped<ReadDelivery>();
        services.AddScoped<MemberJourneys>();
    }
}
