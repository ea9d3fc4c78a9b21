namespace Samachik.Site.Notices;

/// <summary>Telling members what happened to their accounts.</summary>
public static class NoticesFeature
{
    /// <summary>Adds what tells them.</summary>
    public static void AddNotices(this IServiceCollection services)
    {
        services.AddScoped<TellMember>();
        services.AddScoped<TellPlainly>();
        services.AddScoped<TellDataRequest>();
    }
}
