using System.Globalization;
using System.Threading.RateLimiting;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Web;

/// <summary>How many requests a network may make, before any work is done for them.</summary>
public static class RequestLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly string[] Free = ["/assets", "/health"];

    /// <summary>Counts pages per network of /24 or /64; assets and health checks cost nothing and are not counted.</summary>
    public static void AddRequestLimits(this IServiceCollection services, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                Free.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal))
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetSlidingWindowLimiter(
                        LookupHash.NetworkOf(context.Connection.RemoteIpAddress),
                        _ => new SlidingWindowRateLimiterOptions
                        {
                            PermitLimit = settings.Network.RequestsPerMinute,
                            Window = Window,
                            SegmentsPerWindow = 6,
                        }));
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
                rejected.HttpContext.Response.Headers.RetryAfter =
                    Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }
}
