using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Samachik.Site.Web;

/// <summary>
/// The built assets: a few hundred kilobytes, read once, served from memory in the smallest form the browser takes.
/// Their names change with their content, so a browser may keep them for a year.
/// </summary>
public sealed class AssetFiles
{
    private const string Kept = "public, max-age=31536000, immutable";
    private static readonly string[] SmallestFirst = ["br", "gzip"];

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml; charset=utf-8",
        [".woff2"] = "font/woff2",
        [".txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, byte[]> files;
    private readonly Dictionary<string, string> names;

    /// <summary>Reads the folder <c>wwwroot/assets</c> beside the program.</summary>
    public AssetFiles()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets");
        files = Directory.EnumerateFiles(folder).ToFrozenDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
        names = JsonSerializer.Deserialize<Dictionary<string, string>>(files["assets.json"]) ?? [];
    }

    /// <summary>The address of an asset by its plain name.</summary>
    public string this[string name] => $"/assets/{names[name]}";

    /// <summary>Maps <c>/assets/</c>.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/assets/{name}", [HttpMethods.Get, HttpMethods.Head], (string name, HttpContext context, AssetFiles assets) =>
            assets.ServeAsync(name, context)).AllowAnonymous().ShortCircuit();

    private async Task ServeAsync(string name, HttpContext context)
    {
        var response = context.Response;
        if (!Types.TryGetValue(Path.GetExtension(name), out var type) || !files.TryGetValue(name, out var plain))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        var encoding = SmallestFirst.FirstOrDefault(form => files.ContainsKey(name + Ending(form)) && Accepts(accepted, form));
        var body = encoding is null ? plain : files[name + Ending(encoding)];
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = names.ContainsValue(name) ? Kept : "no-cache";
        (response.ContentType, response.ContentLength) = (type, body.Length);
        if (HttpMethods.IsGet(context.Request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static string Ending(string encoding) => encoding == "br" ? ".br" : ".gz";

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);
}
