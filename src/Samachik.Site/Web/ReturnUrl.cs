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
        return Queried(asked, "version") is { } version ? QueryHelpers.AddQueryString(path, "version", version) : path;
    }

    /// <summary>The same for who only steps aside and comes back: the page keeps where it leads, if that is a page of ours too.</summary>
    public string KnownWithNext(string? asked, IUrlHelper url)
    {
        var known = Known(asked, url);
        return known != "/" && Queried(asked, "ReturnUrl") is { } next && Known(next, url) is not "/" and var page
            ? QueryHelpers.AddQueryString(known, "ReturnUrl", page) : known;
    }

    private static string? Queried(string? address, string name)
    {
        var query = address?.Split('#')[0] is { } plain && plain.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark
            ? QueryHelpers.ParseQuery(plain[mark..]) : null;
        return query?.TryGetValue(name, out var value) == true ? value.ToString() : null;
    }
}
