using Samachik.Site.Settings;
using Samachik.Site.Storage;

namespace Samachik.Site.Web;

/// <summary>
/// A node that is told to stop first sends new requests to the others, so that none is under way to it when it closes
/// its door; what it has in hand goes on. Nothing is done for a request that is sent on.
/// </summary>
public sealed class LeavingNode(SiteSettings settings, TimeProvider time) : IHostedLifecycleService
{
    private static readonly TimeSpan WholeStop = TimeSpan.FromSeconds(9);
    private readonly Once leaving = new();

    /// <summary>Whether this node was told to stop.</summary>
    public bool IsLeaving => leaving.HasBegun;

    /// <summary>Adds it, and ends the whole stop within the ten seconds that operators count on.</summary>
    public static void Add(IServiceCollection services)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = WholeStop);
        services.AddSingleton<LeavingNode>();
        services.AddHostedService(provider => provider.GetRequiredService<LeavingNode>());
    }

    /// <summary>
    /// Sends a request on: a question by a line that breaks, which proxies ask of another node and count; anything else
    /// by 421, which says that this node did nothing and another may be asked (RFC 9110).
    /// </summary>
    public Task SendOnAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!IsLeaving || settings.Network.LeaveFor == TimeSpan.Zero
            || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)) return next(context);
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }

    /// <summary>Begins to leave; ends when it may close its door.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        leaving.RunAsync(() => Task.Delay(settings.Network.LeaveFor, time, cancellationToken));

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
