using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Samachik.Site.Settings;
using Samachik.Site.Sms;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Keys;

namespace Samachik.Site.Web;

/// <summary>Tells a load balancer whether to send people here.</summary>
public static class Health
{
    /// <summary>Adds the checks behind <c>/health/ready</c>.</summary>
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseCheck>("database")
        .AddCheck<KeysCheck>("keys")
        .AddCheck<GatewaysCheck>("gateways");

    /// <summary>Maps <c>/health/live</c> (the process can serve) and <c>/health/ready</c> (and all it needs is there).</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        var failing = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .ToDictionary(entry => entry.Key, entry => entry.Value.Description);
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { ready = failing.Count == 0, failing }));
    }

    private sealed class DatabaseCheck(MembersDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
                return pending.Any()
                    ? HealthCheckResult.Unhealthy("is not at this version; run 'samachik migrate'")
                    : HealthCheckResult.Healthy();
            }
            catch (Exception e) when (DatabaseFaults.IsOutage(e))
            {
                return HealthCheckResult.Unhealthy("does not answer");
            }
        }
    }

    private sealed class KeysCheck(KeyRing keys, MembersDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                return await KeyCheck.BelongsAsync(db, keys, cancellationToken)
                    ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("belong to another database");
            }
            catch (Exception e) when (DatabaseFaults.IsOutage(e))
            {
                return HealthCheckResult.Unhealthy("cannot be compared with the database");
            }
        }
    }

    private sealed class GatewaysCheck(IEnumerable<ISmsGateway> gateways, SiteSettings settings) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(settings.Sms.Gateways.Any(name => gateways.Any(gateway => gateway.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("none is there"));
    }
}
