using System.Diagnostics.Metrics;
using Samachik.Rules.PhoneCodes;
using Samachik.Site.Sms;
using Samachik.Site.Storage;
using Samachik.Site.Storage.Tables;
using Samachik.Site.Telemetry;

namespace Samachik.Site.Tests.Laws;

/// <summary>The site's own figures, by the names that Prometheus reads, and the labels that they carry.</summary>
internal static class ToldFigures
{
    /// <summary>The labels that figures carry, and what may stand in them; null: any word.</summary>
    public static IReadOnlyDictionary<string, string[]?> Labels { get; } = new Dictionary<string, string[]?>
    {
        ["gateway"] = null,
        ["prefix"] = null,
        ["instance"] = null,
        ["le"] = null,
        ["kind"] = null,
        ["outcome"] = Enum.GetNames<SmsOutcome>(),
        ["delivery"] = Enum.GetNames<SmsDelivery>(),
        ["axis"] = Enum.GetNames<SendAxis>(),
        ["purpose"] = Enum.GetNames<CodePurpose>(),
        ["standing"] = Enum.GetNames<AskerStanding>(),
        ["window"] = [nameof(SendAxis.BudgetPerHour), nameof(SendAxis.BudgetPerDay)],
        ["scope"] = Enum.GetNames<TallyScope>(),
        ["rule"] = Enum.GetNames<GuardRule>(),
        ["action"] = Enum.GetNames<GuardAction>(),
        ["signal"] = Enum.GetNames<Signal>(),
        ["why"] = Enum.GetNames<Loss>(),
    };

    /// <summary>Every name.</summary>
    public static IReadOnlySet<string> Names { get; } = Read();

    // As OpenTelemetry's exporter names them: dots to underscores, the unit, and what the kind of instrument adds.
    private static HashSet<string> Read()
    {
        var told = new HashSet<string>();
        using var provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = provider.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, meters)) told.UnionWith(NamesOf(instrument));
            },
        };
        listener.Start();
        _ = new SmsMetrics(meters);
        _ = new StorageMetrics(meters);
        _ = new TelemetryMetrics(meters);
        Assert.NotEmpty(told);
        return told;
    }

    private static string[] NamesOf(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "");
        return instrument.GetType().Name switch
        {
            "Counter`1" => [$"{name}_total"],
            "Histogram`1" => [$"{name}_bucket", $"{name}_count", $"{name}_sum"],
            _ => [name],
        };
    }
}
