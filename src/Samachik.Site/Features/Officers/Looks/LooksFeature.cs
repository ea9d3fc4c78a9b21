namespace Samachik.Site.Features.Officers.Looks;

/// <summary>How many people each of the staff looks at.</summary>
public static class LooksFeature
{
    /// <summary>Adds the acts of this folder.</summary>
    public static void AddLooks(this IServiceCollection services)
    {
        services.AddScoped<ReadLooks>();
        services.AddScoped<LooksTable>();
    }
}
