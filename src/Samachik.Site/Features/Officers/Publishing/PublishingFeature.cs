namespace Samachik.Site.Features.Officers.Publishing;

/// <summary>Versions of the agreements: drafted by one, published by another.</summary>
public static class PublishingFeature
{
    /// <summary>Adds the acts of this folder.</summary>
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddScoped<ReadVersions>();
        services.AddScoped<DraftVersion>();
        services.AddScoped<DecideVersion>();
        services.AddScoped<VersionMessages>();
    }
}
