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
        .AddCheck<NodeCheck>("node")
        .AddCheck<DatabaseCheck>("database")
        .AddCheck<DiskCheck>("disk")
        .AddCheck<KeysCheck>("keys")
        .AddCheck<AgreementsCheck>("agreements")
        .AddCheck<GatewaysCheck>("gateways");

    /// <summary>Maps <c>/health/live</c> (the process can serve) and <c>/health/ready</c> (and all it needs is there).</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = SayAliveAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task SayAliveAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"{report.Status}");
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        var failing = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .ToDictionary(entry => entry.Key, entry => entry.Value.Description);
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { ready = failing.Count == 0, failing }));
    }

    private sealed class NodeCheck(LeavingNode node) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(node.IsLeaving ? HealthCheckResult.Unhealthy("is stopping") : HealthCheckResult.Healthy());
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

    // A database on a disk that is full, or gone, still reads: people would come, and nothing they do be kept.
    private sealed class DiskCheck(SiteSettings settings, FullDisk postgres) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            !StorageFeature.CanWrite(settings) ? HealthCheckResult.Unhealthy("the folder of the database cannot be written")
            : postgres.WasTold ? HealthCheckResult.Unhealthy("that of PostgreSQL is full")
            : HealthCheckResult.Healthy());
    }

    private sealed class KeysCheck(KeyRing keys, KeyWatch watch, MembersDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                if (!await KeyCheck.BelongsAsync(db, keys, cancellationToken)) return HealthCheckResult.Unhealthy("belong to another database");
                if (watch.Missing is null) await watch.LookAsync(cancellationToken);
                return watch.Missing is { Needed: [var file, ..] }
                    ? HealthCheckResult.Unhealthy($"lack {file}, which values may be encrypted with") : HealthCheckResult.Healthy();
            }
            catch (Exception e) when (DatabaseFaults.IsOutage(e))
            {
                return HealthCheckResult.Unhealthy("cannot be compared with the database");
            }
        }
    }

    // A node that has not read what was published would show members a text that is in force no more.
    private sealed class AgreementsCheck(PublishedAgreements published) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                if (!published.WereRead) await published.ReadAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception e) when (DatabaseFaults.IsOutage(e))
            {
                return HealthCheckResult.Unhealthy("those published in the console cannot be read");
            }
        }
    }

    private sealed class GatewaysCheck(GatewayHealth gateways) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(gateways.AnyIsUp ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("are all switched off or failing"));
    }
}
