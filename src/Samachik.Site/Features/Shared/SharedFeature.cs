namespace Samachik.Site.Features.Shared;

/// <summary>What forms of every feature share.</summary>
public static class SharedFeature
{
    /// <summary>Adds the messages of fields.</summary>
    public static void AddSharedFields(this IServiceCollection services)
    {
        services.AddScoped<FieldMessages>();
        services.AddScoped<NewPasswordMessages>();
    }
}
