using System.Globalization;

namespace Samachik.Site.Features.MyAccount;

/// <summary>Serves the JSON Schema of the download, to anybody, in every version that ever was.</summary>
internal static class DataSchema
{
    private const string Path = "/account/data/schema.json";

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Path, (int? version) => Find(version ?? MemberCopy.CurrentVersion) is { } schema
            ? Results.Stream(schema, "application/schema+json; charset=utf-8") : Results.NotFound()).AllowAnonymous();

    private static Stream? Find(int version) => typeof(DataSchema).Assembly.GetManifestResourceStream(
        string.Create(CultureInfo.InvariantCulture, $"member-data-{version}.schema.json"));
}
