using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;
using Samachik.Site.Storage;
using Samachik.Site.Web;

namespace Samachik.Site.Telemetry;

/// <summary>
/// Lets spans go to the collector with the attributes that are listed here for their source, and with nothing else: no
/// address, no query, no SQL, no words of an exception.
/// </summary>
public sealed class SentSpans(BaseExporter<Activity> exporter, Passage passage)
    : BatchActivityExportProcessor(exporter, maxQueueSize: 2 * Passage.Room, exporterTimeoutMilliseconds: (int)Collector.Patience.TotalMilliseconds)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Told = new Dictionary<string, FrozenSet<string>>
    {
        ["Microsoft.AspNetCore"] = [RequestSpan.Method, RequestSpan.Route, RequestSpan.Status, RequestSpan.Id],
        ["System.Net.Http"] = ["http.request.method", "http.response.status_code", "server.address", "server.port", "error.type"],
        [CommandSpans.SourceName] = [CommandSpans.System, CommandSpans.Operation, CommandSpans.Table, CommandSpans.Fault],
    }.ToFrozenDictionary();

    /// <summary>The sources whose spans are told.</summary>
    public static IReadOnlyList<string> Sources => Told.Keys;

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        if (!data.Recorded || !passage.TryEnter()) return;
        if (TryRedact(data)) base.OnEnd(data);
        else passage.Withhold();
    }

    /// <summary>Takes from a span what may not go. False: it must stay here, for its events and links cannot be taken from it.</summary>
    public static bool TryRedact(Activity span)
    {
        if (!Told.TryGetValue(span.Source.Name, out var told)) return false;
        if (span.Events.Any() || span.Links.Any()) return false;
        foreach (var (key, value) in span.TagObjects.ToList())
            if (!told.Contains(key) || value is not (string or int or long)) span.SetTag(key, null);
        if (span.Source.Name != CommandSpans.SourceName)
            span.DisplayName = string.Join(' ', new[] { span.GetTagItem(RequestSpan.Method) ?? "HTTP", span.GetTagItem(RequestSpan.Route) }.Where(part => part is not null));
        span.SetStatus(span.Status);
        span.TraceStateString = null;
        return true;
    }
}
