using Samachik.Site.Settings;
using Samachik.Site.Sms.Outbox;

namespace Samachik.Site.Sms;

/// <summary>Everything that sends SMS.</summary>
public static class SmsFeature
{
    /// <summary>Adds the queue, the worker and the gateways that the site has.</summary>
    public static void AddSms(this IServiceCollection services, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton<MessageQueue>();
        services.AddHostedService<SmsWorker>();
        if (!settings.IsDevelopment) return;
        services.AddSingleton<OutboxMessages>();
        services.AddSingleton<ISmsGateway, OutboxGateway>();
    }

    /// <summary>Refuses to start on a gateway that does not exist.</summary>
    public static void CheckGateways(IServiceProvider services, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var known = services.GetServices<ISmsGateway>().Select(gateway => gateway.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (settings.Sms.Gateways.All(known.Contains)) return;
        var there = known.Count > 0 ? string.Join(", ", known) : "none yet";
        throw new SettingsException([$"Sms:Gateways: names a gateway that this site does not have; it has {there}."]);
    }
}
