namespace Samachik.Site.Features.NotMe;

/// <summary>The links "this was not me" in the notices.</summary>
public static class NotMeFeature
{
    /// <summary>Adds the acts of this folder.</summary>
    public static void AddNotMe(this IServiceCollection services)
    {
        services.AddScoped<NoticeLinks>();
        services.AddScoped<Disavow>();
        services.AddScoped<FreezeAccount>();
        services.AddScoped<PutBack>();
    }
}
