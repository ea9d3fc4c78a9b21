using System.Net;
using Microsoft.AspNetCore.Authorization;
using Samachik.Rules.Officers;
using Samachik.Site.Web;

namespace Samachik.Site.Tests.Officers;

/// <summary>Every page and act of the console, as every role, as a member and as a stranger.</summary>
public sealed class CrawlTests(SqliteSite shared) : IClassFixture<SqliteSite>
{
    /// <summary>What stands open: the way in.</summary>
    private static readonly string[] Open = ["/officers/sign-in", "/officers/invitation/{word}"];

    /// <summary>Acts that ask for more than their page does: handler, a form that is right, and what it needs.</summary>
    private static readonly (string Path, (string, string?)[] Fields, Permission Needs)[] Acts =
    [
        ("/officers", [("Query", "081-234-5678"), ("Reason", "Call")], Permission.SeePeople),
        ("/officers?handler=Open", [("Id", Guid.Empty.ToString()), ("Reason", "Call")], Permission.SeePeople),
        ("/officers/people/{id:guid}?handler=Unmask", [("field", "Phone"), ("reason", "Call")], Permission.UnmaskData),
        ("/officers/agreements/{id:guid}?handler=Propose", [("Seen", "0")], Permission.DraftAgreements),
        ("/officers/agreements/{id:guid}?handler=Approve", [("Seen", "0")], Permission.ApproveAgreements),
    ];

    private TestSite Site => shared.Site;

    private List<RouteEndpoint> Console =>
    [
        .. Site.Service<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => Pattern(endpoint).StartsWith("/officers", StringComparison.Ordinal)).DistinctBy(Pattern),
    ];

    public static TheoryData<OfficerRole> Roles => [.. Enum.GetValues<OfficerRole>()];

    [Fact]
    public void Every_page_of_the_console_names_a_permission_or_is_the_way_in()
    {
        Assert.True(Console.Count >= 10, $"Only {Console.Count} pages were found.");
        Assert.Equal(
            Open.Order(StringComparer.Ordinal),
            Console.Where(endpoint => endpoint.Metadata.GetMetadata<NeedsAttribute>() is null).Select(Pattern).Order(StringComparer.Ordinal));
        Assert.All(Open, path => Assert.NotNull(Console.Single(endpoint => Pattern(endpoint) == path).Metadata.GetMetadata<IAllowAnonymous>()));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_reaches_what_its_permissions_open_and_nothing_else(OfficerRole role)
    {
        var staff = await Staff.JoinAsync(Site, role);
        await staff.Visitor.GetAsync("/officers");
        var token = await staff.Visitor.TokenAsync("/officers/sign-out");
        foreach (var endpoint in Console.Where(endpoint => endpoint.Metadata.GetMetadata<NeedsAttribute>() is not null && Pattern(endpoint) != "/officers/sign-out"))
        {
            var permission = endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Permission ?? default;
            await TryAsync(staff.Visitor, role, permission, () => staff.Visitor.GetAsync(PathOf(endpoint)), $"GET {Pattern(endpoint)}");
            if (Pattern(endpoint) != "/officers") await TryAsync(
                staff.Visitor, role, permission, () => staff.Visitor.PostAsync(PathOf(endpoint), ("__RequestVerificationToken", token)), $"POST {Pattern(endpoint)}");
        }

        foreach (var (path, fields, needs) in Acts)
            await TryAsync(
                staff.Visitor, role, needs, () => staff.Visitor.PostAsync(Filled(path), [.. fields, ("__RequestVerificationToken", token)]), $"POST {path}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_member_and_a_stranger_reach_the_way_in_alone(bool isMember)
    {
        var visitor = isMember ? (await Newcomer.MemberAsync(Site)).Visitor : Site.NewVisitor();
        foreach (var endpoint in Console.Where(endpoint => !Open.Contains(Pattern(endpoint))))
        {
            Assert.Equal("/officers/sign-in", (await visitor.GetAsync(PathOf(endpoint))).Location);
            Assert.Equal("/officers/sign-in", (await visitor.PostAsync(PathOf(endpoint), ("Reason", "Call"))).Location);
        }
    }

    [Fact]
    public async Task Every_act_refuses_a_missing_token()
    {
        var staff = await Staff.JoinAsync(Site, OfficerRole.Supervisor);
        foreach (var endpoint in Console.Where(endpoint => Pattern(endpoint) is not "/officers/invitation/{word}"))
        {
            if (endpoint.Metadata.GetMetadata<NeedsAttribute>() is { } needs && !RolePermissions.May(OfficerRole.Supervisor, needs.Permission)) continue;
            var status = (await staff.Visitor.PostAsync(PathOf(endpoint), ("Reason", "Call"))).Status;
            Assert.True(status == HttpStatusCode.BadRequest, $"{Pattern(endpoint)}: {status}");
        }
    }

    private static async Task TryAsync(Visitor visitor, OfficerRole role, Permission needs, Func<Task<Reply>> ask, string what)
    {
        var reply = await ask();
        Assert.True(reply.Location != "/officers/sign-in", $"{role}: {what} signed out {visitor.From}");
        Assert.True(
            reply.Status == HttpStatusCode.Forbidden != RolePermissions.May(role, needs), $"{role}: {what} answers {reply.Status}, and needs {needs}");
    }

    private static string PathOf(RouteEndpoint endpoint) => Filled(Pattern(endpoint));

    private static string Filled(string pattern) =>
        pattern.Replace("{id:guid}", Guid.NewGuid().ToString("D"), StringComparison.Ordinal).Replace("{word}", "word", StringComparison.Ordinal);

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
}
