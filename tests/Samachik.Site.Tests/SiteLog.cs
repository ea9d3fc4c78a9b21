using System.Collections.Concurrent;

namespace Samachik.Site.Tests;

/// <summary>
/// Keeps every line the site logs at the levels of its settings, for tests that look for faults or for what must
/// never be written.
/// </summary>
public sealed class SiteLog : ILoggerProvider
{
    // What appsettings.json names, so that nothing of it holds a category back.
    private static readonly string[] Categories =
    [
        "Default", "System", "Microsoft", "Microsoft.Hosting.Lifetime", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.EntityFrameworkCore.Database.Command",
        "Microsoft.EntityFrameworkCore.Database.Connection", "Microsoft.EntityFrameworkCore.Query", "Microsoft.EntityFrameworkCore.Update",
    ];

    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

    /// <summary>All lines.</summary>
    public IEnumerable<string> Lines => lines.Select(line => line.Text);

    /// <summary>Errors, with their exceptions.</summary>
    public IEnumerable<string> Errors => lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text);

    /// <summary>Settings with which a site logs everything from a level on.</summary>
    public static (string Key, string Value)[] AllAt(string level) =>
        [.. Categories.Select(category => ($"Logging:LogLevel:{category}", level))];

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    /// <inheritdoc/>
    public void Dispose() => lines.Clear();

    private sealed class Writer(SiteLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) log.lines.Enqueue((logLevel, $"{logLevel} {category}: {formatter(state, exception)} {exception}"));
        }
    }
}
