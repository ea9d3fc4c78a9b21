using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Samachik.Site.Storage;

/// <summary>
/// Tells a trace of every question to the database: its verb, the first of our tables that it names, and how long it
/// took; neither its text nor its values. The driver's own spans carry both, and exceptions' words.
/// </summary>
public sealed partial class CommandSpans : DbCommandInterceptor
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "Samachik";

    /// <summary>Which database.</summary>
    public const string System = "db.system.name";

    /// <summary>The verb.</summary>
    public const string Operation = "db.operation.name";

    /// <summary>The table.</summary>
    public const string Table = "db.collection.name";

    /// <summary>The type of what went wrong, or the database's own number for it.</summary>
    public const string Fault = "error.type";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly FrozenSet<string> Verbs = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "MERGE", "COPY", "PRAGMA", "SET"];
    private static readonly ConcurrentDictionary<IModel, FrozenSet<string>> Tables = new();

    /// <inheritdoc/>
    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) =>
        Told(command, eventData, result);

    /// <inheritdoc/>
    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        new(Told(command, eventData, result));

    /// <inheritdoc/>
    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result) =>
        Told(command, eventData, result);

    /// <inheritdoc/>
    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default) =>
        new(Told(command, eventData, result));

    /// <inheritdoc/>
    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) =>
        Told(command, eventData, result);

    /// <inheritdoc/>
    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        new(Told(command, eventData, result));

    /// <inheritdoc/>
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Tell(command, eventData, eventData?.Exception);

    /// <inheritdoc/>
    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(command, eventData, eventData?.Exception);
        return Task.CompletedTask;
    }

    private static T Told<T>(DbCommand command, CommandEndEventData end, T result)
    {
        Tell(command, end, null);
        return result;
    }

    // Only within a request that is traced: what works in the background asks every other second.
    private static void Tell(DbCommand command, CommandEndEventData? end, Exception? fault)
    {
        if (end is null || Activity.Current is not { Recorded: true } parent) return;
        using var span = Source.StartActivity("database", ActivityKind.Client, parent.Context, startTime: end.StartTime);
        if (span is null) return;
        var words = Word().Matches(command.CommandText).Select(match => match.Value).ToList();
        var verb = words.FirstOrDefault(Verbs.Contains) ?? "OTHER";
        var table = end.Context is { } db ? words.FirstOrDefault(TablesOf(db).Contains) : null;
        span.DisplayName = table is null ? verb : $"{verb} {table}";
        span.SetTag(System, command is NpgsqlCommand ? "postgresql" : "sqlite").SetTag(Operation, verb).SetTag(Table, table);
        if (fault is not null) span.SetTag(Fault, NameOf(fault)).SetStatus(ActivityStatusCode.Error);
        span.SetEndTime(end.StartTime.UtcDateTime + end.Duration);
    }

    private static FrozenSet<string> TablesOf(DbContext db) => Tables.GetOrAdd(
        db.Model, static model => model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().ToFrozenSet());

    private static string NameOf(Exception fault) => fault switch
    {
        PostgresException e => e.SqlState,
        SqliteException e => FormattableString.Invariant($"{e.SqliteErrorCode}"),
        _ => fault.GetType().FullName ?? fault.GetType().Name,
    };

    [GeneratedRegex("[A-Za-z_]+")]
    private static partial Regex Word();
}
