using System.Net;
using Microsoft.AspNetCore.Authorization;

namespace Samachik.Site.Tests.Laws;

/// <summary>What answers is what the contract says, and every answer was decided to be open or closed.</summary>
public sealed class RouteLaws(SqliteSite shared) : IClassFixture<SqliteSite>
{
    private TestSite Site => shared.Site;

    private List<RouteEndpoint> Endpoints =>
        [.. Site.Service<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    [Fact]
    public void The_routes_are_those_of_the_contract()
    {
        var routes = Endpoints.Select(Pattern).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(RouteContract.Today.Concat(RouteContract.Inner).Order(StringComparer.Ordinal), routes);
    }

    [Fact]
    public void Every_endpoint_is_decided_to_be_open_or_closed() => Law.Holds(
        from endpoint in Endpoints
        where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
        select $"{Pattern(endpoint)} ({endpoint.DisplayName}) has neither [Authorize] nor [AllowAnonymous]");

    [Fact]
    public async Task What_was_not_decided_is_closed()
    {
        var policies = Site.Service<IAuthorizationPolicyProvider>();
        var fallback = await policies.GetFallbackPolicyAsync();
        Assert.NotNull(fallback);
        Assert.Contains(fallback.Requirements, rule => rule is Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement);
    }

    public static TheoryData<string> PathsOfToday =>
        [.. RouteContract.Today.Where(path => !path.Contains('{', StringComparison.Ordinal)), "/privacy", "/conduct"];

    [Theory]
    [MemberData(nameof(PathsOfToday))]
    public async Task A_path_of_today_answers(string path)
    {
        var reply = await Site.NewVisitor().GetAsync(path);
        var expected = path == "/sign-out" ? HttpStatusCode.MethodNotAllowed
            : path is "/language" or "/sign-up" or "/account/stay" || path.StartsWith("/sign-in/", StringComparison.Ordinal)
                || path.StartsWith("/recovery/", StringComparison.Ordinal) && path is not ("/recovery/help" or "/recovery/officer-code") || path == "/not-me/done"
                || path.StartsWith("/sign-up/", StringComparison.Ordinal) && path != "/sign-up/agreement" || IsMembersOnly(path)
                ? HttpStatusCode.Found
            : HttpStatusCode.OK;
        Assert.Equal(expected, reply.Status);
    }

    public static TheoryData<string> PathsOfLater => [.. RouteContract.Later.Select(later => later.Path)];

    [Theory]
    [MemberData(nameof(PathsOfLater))]
    public async Task A_path_of_later_does_not_answer_yet(string path)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Site.NewVisitor().GetAsync(path)).Status);
        var post = (await Site.NewVisitor().PostAsync(path, ("NationalId", "1"))).Status;
        Assert.Contains(post, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed]);
    }

    [Fact]
    public async Task No_page_links_to_what_does_not_answer_yet()
    {
        var visitor = Site.NewVisitor();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/", "/sign-up"]);
        var breaches = new List<string>();
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            var reply = await visitor.OpenAsync(path);
            if (reply.Status != HttpStatusCode.OK) breaches.Add($"{path} answers {(int)reply.Status}");
            var targets = reply.Document.QuerySelectorAll("a[href^='/'], link[href^='/'], form[action^='/']")
                .Select(element => element.GetAttribute("href") ?? element.GetAttribute("action") ?? "");
            foreach (var target in targets)
                if (target is not ("/sign-out" or "/language" or "/account/stay")) waiting.Enqueue(target.Split('?', '#')[0]);
        }

        Assert.True(seen.Count > 8, "The crawl ended at once.");
        Law.Holds(breaches);
    }

    [Fact]
    public async Task Production_has_no_outbox()
    {
        await using var site = new TestSite(DatabaseKind.Sqlite, ("Keys:Folder", Site.Place.KeysFolder))
        {
            Environment = "Production", Gateway = new RecordingGateway(),
        };
        Site.EnsureStarted();
        foreach (var path in RouteContract.DevelopmentOnly)
            Assert.Equal(HttpStatusCode.NotFound, (await site.NewVisitor().GetAsync(path)).Status);
    }

    // Closed to strangers: they are led to a sign-in.
    private static bool IsMembersOnly(string path) => path.StartsWith("/account", StringComparison.Ordinal)
        && path is not ("/account/data/schema.json" or "/account/close/asked")
        || path.StartsWith("/officers", StringComparison.Ordinal) && path != "/officers/sign-in";

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
}
