using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms;

/// <summary>The operator's switches of the gateways, read from the database at most once a second.</summary>
public sealed class GatewaySwitches(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan ReadAnew = TimeSpan.FromSeconds(1);

    private volatile Reading last = new([], DateTimeOffset.MinValue);

    /// <summary>Whether a gateway was off at the last reading.</summary>
    public bool IsOff(string gateway) => last.Off.Contains(gateway);

    /// <summary>Reads the switches, unless that was done just now.</summary>
    public async Task RefreshAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (now - last.At < ReadAnew) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembersDb>();
        var off = await db.GatewaySwitches.Where(row => row.IsOff).Select(row => row.Name).ToListAsync(stop);
        last = new(off.ToHashSet(StringComparer.OrdinalIgnoreCase), now);
    }

    /// <summary>Switches a gateway, for every node.</summary>
    public static async Task SwitchAsync(MembersDb db, string gateway, bool isOff, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        var row = await db.GatewaySwitches.SingleOrDefaultAsync(one => one.Name == gateway);
        if (row is null) db.GatewaySwitches.Add(new GatewaySwitchRow { Name = gateway, IsOff = isOff, ChangedAt = now });
        else (row.IsOff, row.ChangedAt) = (isOff, now);
        await db.SaveActAsync();
    }

    private sealed record Reading(HashSet<string> Off, DateTimeOffset At);
}

/// <summary>Which gateways can be used now, as far as this node knows.</summary>
public sealed class GatewayHealth(GatewaySwitches switches, GatewayCircuits circuits, SiteSettings settings)
{
    /// <summary>Whether the gateway that the office prefers is switched off or failing.</summary>
    public bool PreferredIsDown => !IsUp(settings.Sms.Gateways[0]);

    /// <summary>Whether any gateway can be used.</summary>
    public bool AnyIsUp => settings.Sms.Gateways.Any(IsUp);

    /// <summary>Whether a gateway can be used.</summary>
    public bool IsUp(string gateway) => !switches.IsOff(gateway) && !circuits.IsDown(gateway);
}
