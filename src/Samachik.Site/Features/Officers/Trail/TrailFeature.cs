namespace Samachik.Site.Features.Officers.Trail;

/// <summary>The trail: search and copies.</summary>
public static class TrailFeature
{
    /// <summary>Adds the acts of this folder.</summary>
    public static void AddTrail(this IServiceCollection services)
    {
        services.AddScoped<TrailState>();
        services.AddScoped<TrailLines>();
        services.AddScoped<SearchTrail>();
        services.AddScoped<CopyTrail>();
    }
}
