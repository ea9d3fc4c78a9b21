using Samachik.Rules.PhoneCodes;
using Samachik.Site.Settings;
using Samachik.Site.Storage;

namespace Samachik.Site.Sms;

/// <summary>Tells the figures that stand in the database: what waits, what is left of the budgets, which gateways are up.</summary>
public sealed class QueueFigures(SmsMetrics metrics, GatewayHealth health, SiteSettings settings)
{
    /// <summary>Tells them as of now.</summary>
    public async Task TellAsync(MessageClaims claims, Counters counters, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(counters);
        metrics.Waiting(await claims.WaitingAsync(stop), now);
        var limits = settings.PhoneCodes.Sends;
        foreach (var (axis, whole) in ((SendAxis, int)[])[(SendAxis.BudgetPerHour, limits.BudgetPerHour), (SendAxis.BudgetPerDay, limits.BudgetPerDay)])
            metrics.BudgetLeft(axis, await counters.BudgetLeftAsync(limits, axis, now, stop), whole);
        foreach (var gateway in settings.Sms.Gateways) metrics.Up(gateway, health.IsUp(gateway));
    }
}
