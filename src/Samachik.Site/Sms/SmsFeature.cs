using Samachik.Site.Settings;
using Samachik.Site.Sms.HttpJson;
using Samachik.Site.Sms.Kannel;
using Samachik.Site.Sms.Outbox;
using Samachik.Site.Sms.Receipts;
using Samachik.Site.Sms.ThaiBulkSms;

namespace Samachik.Site.Sms;

/// <summary>Everything that sends SMS.</summary>
public static class SmsFeature
{
    private static readonly string[] Real = [KannelGateway.Called, ThaiBulkSmsGateway.Called, HttpJsonGateway.Called];

    /// <summary>The key under which a gateway is a service: its name, whatever its letter case.</summary>
    public static string KeyOf(string gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return gateway.ToUpperInvariant();
    }

    /// <summary>Adds the queue, the worker and the gateways that the site has.</summary>
    public static void AddSms(this IServiceCollection services, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton<MessageQueue>();
        services.AddSingleton<SmsMetrics>();
        services.AddSingleton<GatewayCircuits>();
        services.AddSingleton<GatewaySwitches>();
        services.AddSingleton<GatewayHealth>();
        services.AddSingleton<GatewayChoice>();
        services.AddSingleton<HandOver>();
        services.AddSingleton<QueueFigures>();
        services.AddSingleton<ReceiptAddresses>();
        services.AddScoped<TakeReceipt>();
        services.AddSingleton<GatewayHttp>();
        foreach (var name in Real) GatewayHttp.Add(services, name, settings);
        services.AddKeyedSingleton<ISmsGateway, KannelGateway>(KeyOf(KannelGateway.Called));
        services.AddKeyedSingleton<ISmsGateway, ThaiBulkSmsGateway>(KeyOf(ThaiBulkSmsGateway.Called));
        services.AddKeyedSingleton<ISmsGateway, HttpJsonGateway>(KeyOf(HttpJsonGateway.Called));
        services.AddHostedService<SmsWorker>();
        if (!settings.IsDevelopment) return;
        services.AddSingleton<OutboxMessages>();
        services.AddSingleton<OutboxReceipts>();
        services.AddHostedService(site => site.GetRequiredService<OutboxReceipts>());
        services.AddKeyedSingleton<ISmsGateway, OutboxGateway>(KeyOf(OutboxGateway.Called));
    }

    /// <summary>Refuses to start on a gateway that does not exist. None is made for that: it may lack its keys.</summary>
    public static void CheckGateways(IServiceProvider services, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var known = services.GetRequiredService<IServiceProviderIsKeyedService>();
        if (settings.Sms.Gateways.All(name => known.IsKeyedService(typeof(ISmsGateway), KeyOf(name)))) return;
        string[] there = settings.IsDevelopment ? [.. Real, OutboxGateway.Called] : Real;
        throw new SettingsException([$"Sms:Gateways: names a gateway that this site does not have; it has {string.Join(", ", there)}."]);
    }
}
