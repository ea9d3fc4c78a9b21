using System.Net;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Samachik.Site.Tests.Errors;

/// <summary>Every handler of every page that changes something, as the program itself lists them: none acts without the form's token.</summary>
public abstract class EveryPostTests(SharedSite shared)
{
    private TestSite Site => shared.Site;

    [Fact]
    public async Task Whatever_takes_a_post_refuses_one_without_this_browsers_token()
    {
        var member = await MemberAsync();
        var foreign = await (await Newcomer.MemberAsync(Site)).Visitor.TokenAsync("/account/password");
        var visitor = Site.NewVisitor();
        await visitor.OpenAsync("/");
        var stranger = await visitor.TokenAsync("/language");
        var paths = await PathsAsync();
        Assert.True(paths.Count > 40, $"Only {paths.Count} handlers were found.");
        var before = await RowsAsync();
        foreach (var path in paths)
            foreach (var token in new[] { null, foreign, stranger })
            {
                var reply = await member.Visitor.PostAsync(path, ("Code", "123456"), ("__RequestVerificationToken", token));
                AssertRefused(path, reply);
            }

        Assert.Equal(before, await RowsAsync());
        Assert.Equal("/account", (await member.Visitor.OpenAsync("/account")).Path);
    }

    // A browser sends text of any kind to another site without asking it first.
    [Fact]
    public async Task Neither_does_one_in_another_kind_of_text_or_under_another_methods_name()
    {
        var member = await MemberAsync();
        member.Visitor.Headers["X-HTTP-Method-Override"] = "GET";
        var before = await RowsAsync();
        foreach (var path in await PathsAsync())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Site.Address, path))
            {
                Content = new StringContent("{\"Password\":\"khanun58Thong\"}", System.Text.Encoding.UTF8, "text/plain"),
            };
            var reply = await member.Visitor.SendAsync(request);
            AssertRefused(path, reply);
        }

        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public void Nothing_but_pages_takes_a_post()
    {
        var others = Site.Service<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null
                && endpoint.RoutePattern.RawText is not ("{**path}" or "/health/live" or "/health/ready")

                // A gateway has no form of ours: the word in the address stands for the token, and no cookie counts there.
                && endpoint.RoutePattern.RawText?.StartsWith("/sms/receipts/", StringComparison.Ordinal) != true);
        Assert.All(others, endpoint => Assert.Subset(
            new HashSet<string> { "GET", "HEAD" }, endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.ToHashSet()));
    }

    // Without the cookie of the sign-up, which would lead every page of that to its end.
    private async Task<Newcomer> MemberAsync()
    {
        var member = await Newcomer.MemberAsync(Site);
        member.Visitor.Cookies.Remove("samachik-sign-up");
        return member;
    }

    // Who is signed in already is led on from the sign-in before anything is looked at; a member stands before the staff's
    // door, and what is behind it is CrawlTests' to try.
    private static void AssertRefused(string path, Reply reply) => Assert.True(
        reply.Status == HttpStatusCode.BadRequest || path.StartsWith("/sign-in", StringComparison.Ordinal) && reply.Location == "/account"
            || path.StartsWith("/officers", StringComparison.Ordinal) && reply.Location == "/officers/sign-in",
        $"{path}: {reply.Status} to {reply.Location}");

    private async Task<List<string>> PathsAsync()
    {
        var loader = Site.Service<PageLoader>();
        var paths = new List<string>();
        foreach (var page in Site.Service<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var template = page.AttributeRouteInfo?.Template ?? "";
            if (template.StartsWith("errors/", StringComparison.Ordinal)) continue;
            var handlers = (await loader.LoadAsync(page, EndpointMetadataCollection.Empty)).HandlerMethods ?? [];
            paths.AddRange(handlers.Where(handler => handler.HttpMethod != "Get")
                .Select(handler => "/" + template.Replace("{word}", "no-such-word", StringComparison.Ordinal)
                    .Replace("{id:guid}", Guid.Empty.ToString("D"), StringComparison.Ordinal)
                    + (handler.Name is { } name ? $"?handler={name}" : "")));
        }

        return paths;
    }

    private Task<(int, int, int, int)> RowsAsync() => Site.LookAsync(async db => (
        await db.AuditEntries.CountAsync(), await db.MemberJourneys.CountAsync() + await db.SignUpJourneys.CountAsync(),
        await db.CodeChallenges.CountAsync() + await db.HelpRequests.CountAsync(), await db.MemberSessions.CountAsync(row => row.EndedAt == null)));
}

/// <inheritdoc/>
public sealed class EveryPostTestsOnSqlite(SqliteSite shared) : EveryPostTests(shared), IClassFixture<SqliteSite>;

/// <inheritdoc/>
public sealed class EveryPostTestsOnPostgres(PostgresSite shared) : EveryPostTests(shared), IClassFixture<PostgresSite>;
