using System.Collections.Frozen;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Samachik.Site.Web;

/// <summary>Where a form may send a person back to: pages of ours, and nothing that only looks like one.</summary>
public sealed class ReturnUrl(EndpointDataSource endpoints)
{
    private const int Longest = 200;
    private static readonly string[] NotAPlace = ["/language", "/sign-out", "/account/stay"];

    private readonly Lazy<FrozenSet<string>> pages = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null
            || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
        .Where(path => !path.Contains('{', StringComparison.Ordinal) && !NotAPlace.Contains(path))
        .Concat(["/privacy", "/conduct"])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>The address if it is a page of ours, else home. Of its query only a version is kept.</summary>
    public string Known(string? asked, IUrlHelper url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (asked is not { Length: > 0 and < Longest } || !url.IsLocalUrl(asked)) return "/";
        var mark = asked.IndexOfAny(['?', '#']);
        var path = mark < 0 ? asked : asked[..mark];
        if (!pages.Value.Contains(path)) return "/";
        var query = mark >= 0 && asked[mark] == '?' ? QueryHelpers.ParseQuery(asked[mark..].Split('#')[0]) : null;
        return query?.TryGetValue("version", out var version) == true
            ? QueryHelpers.AddQueryString(path, "version", version.ToString()) : path;
    }
}
