using Samachik.Site.Settings;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Sms;

/// <summary>Which gateways a message may go to, and in what order.</summary>
public sealed class GatewayChoice(IServiceProvider services, GatewaySwitches switches, SiteSettings settings)
{
    private readonly ISmsGateway[] inOrder =
        [.. settings.Sms.Gateways.Select(name => services.GetRequiredKeyedService<ISmsGateway>(SmsFeature.KeyOf(name)))];

    /// <summary>All gateways of the settings, in their order.</summary>
    public IReadOnlyList<ISmsGateway> All => inOrder;

    /// <summary>The first that is on; of none the first.</summary>
    public ISmsGateway First => inOrder.FirstOrDefault(gateway => !switches.IsOff(gateway.Name)) ?? inOrder[0];

    /// <summary>
    /// Those that are on, the one that was chosen first, the one to avoid last. A message that one gateway may have already, and would recognise, goes
    /// to that one alone.
    /// </summary>
    public IEnumerable<ISmsGateway> For(OutgoingMessageRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var on = inOrder.Where(gateway => !switches.IsOff(gateway.Name));
        return row.IsBound
            ? on.Where(gateway => gateway.Name == row.Gateway)
            : on.OrderBy(gateway => row.Prefer is not null && gateway.Name != row.Prefer).ThenBy(gateway => gateway.Name == row.Avoid);
    }
}
