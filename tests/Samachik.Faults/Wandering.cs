using System.Net;

namespace Samachik.Faults;

/// <summary>Sends each request to the next node in turn, with one browser's cookies, as a balancer without sticky sessions does.</summary>
internal sealed class Wandering(int first, IReadOnlyList<SiteProgram> nodes)
    : DelegatingHandler(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false })
{
    private int sent = first - 1;

    /// <summary>Somebody whose requests go to the nodes in turn, beginning with this one.</summary>
    public static Applicant Applicant(int first, params IReadOnlyList<SiteProgram> nodes) =>
        new(new HttpClient(new Wandering(first, nodes)) { BaseAddress = nodes[0].Address });

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A question to the outbox names its node itself.
        if (request.RequestUri is not { } asked || asked.AbsolutePath.StartsWith("/dev/", StringComparison.Ordinal)) return base.SendAsync(request, cancellationToken);
        var node = nodes[Interlocked.Increment(ref sent) % nodes.Count];
        request.RequestUri = new UriBuilder(asked) { Port = node.Address.Port }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
