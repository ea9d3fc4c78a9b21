using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;
using Samachik.Site.Web;

namespace Samachik.Site.Telemetry;

/// <summary>
/// Lets lines of the log go to the collector: the site's own as they stand on standard output, the framework's by their
/// template alone, without what was filled in. Of values only those of types that nobody types letters into are kept.
/// </summary>
public sealed class SentLogs(BaseExporter<LogRecord> exporter, Passage passage)
    : BatchLogRecordExportProcessor(exporter, maxQueueSize: 2 * Passage.Room, exporterTimeoutMilliseconds: (int)Collector.Patience.TotalMilliseconds)
{
    private const string Own = "Samachik.";
    private const string Template = "{OriginalFormat}";

    /// <inheritdoc/>
    public override void OnEnd(LogRecord data)
    {
        if (!passage.TryEnter()) return;
        Redact(data);
        base.OnEnd(data);
    }

    /// <summary>Takes from a line what may not go.</summary>
    public static void Redact(LogRecord line)
    {
        var values = line.Attributes ?? [];
        var template = values.FirstOrDefault(value => value.Key == Template).Value as string ?? "";
        if (line.CategoryName?.StartsWith(Own, StringComparison.Ordinal) != true) line.FormattedMessage = template;
        line.Body = template;
        List<KeyValuePair<string, object?>> told = [.. values.Where(value => IsPlain(value.Value)).Select(value => new KeyValuePair<string, object?>(value.Key, Written(value.Value)))];
        if (line.Exception is { } fault)
        {
            var safe = LoggedException.Of(fault);
            told.Add(new("exception.type", safe.Kind));
            told.Add(new("exception.stacktrace", safe.ToString()));
            line.Exception = null;
        }

        if (RequestSpan.IdOf(Activity.Current) is { } request) told.Add(new(RequestSpan.Id, request));
        (line.Attributes, line.TraceState) = (told, null);
    }

    private static bool IsPlain(object? value) => value is bool or int or long or double or Guid or TimeSpan or DateTimeOffset or Enum;

    private static object? Written(object? value) => value is Guid or TimeSpan or DateTimeOffset or Enum ? FormattableString.Invariant($"{value}") : value;
}
