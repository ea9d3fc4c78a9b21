namespace Samachik.Site.Features.Officers.DataRequests;

/// <summary>Requests about people's data, with their thirty days.</summary>
public static class DataRequestsFeature
{
    /// <summary>Adds the acts of this folder.</summary>
    public static void AddDataRequests(this IServiceCollection services)
    {
        services.AddScoped<OpenDataRequest>();
        services.AddScoped<WorkDataRequest>();
        services.AddScoped<ReadDataRequests>();
        services.AddScoped<RequestMessages>();
    }
}
