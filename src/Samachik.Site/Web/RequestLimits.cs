using System.Globalization;
using System.Threading.RateLimiting;
using Samachik.Site.Settings;
using Samachik.Site.Sms.Receipts;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Web;

/// <summary>
/// How many requests a network may make, before any work is done for them. Pages are counted per network of /24 or /64;
/// assets and health checks cost nothing and are not counted, nor are receipts: a gateway sends all of them from one
/// address, and without the right word one costs a hash.
/// </summary>
public sealed class RequestLimits(SiteSettings settings) : IDisposable
{
    private const int Segments = 6;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly string[] Free = ["/assets", "/health", ReceiptAddresses.Path];

    // Not by the framework's middleware: that one has a limiter more, and ends neither, so their timers keep the site alive.
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        Free.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal))
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(
                LookupHash.NetworkOf(context.Connection.RemoteIpAddress),
                _ => new() { PermitLimit = settings.Network.RequestsPerMinute, Window = Window, SegmentsPerWindow = Segments }));

    /// <summary>Lets a request on, or answers 429 and when to come again.</summary>
    public async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        using var lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window / Segments;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
