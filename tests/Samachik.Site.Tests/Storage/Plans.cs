using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Samachik.Site.Tests.Storage;

/// <summary>Asks for the plan of every statement before it runs, without the short way over a small table.</summary>
public sealed class Plans : DbCommandInterceptor
{
    public List<string> Read { get; } = [];

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await ExplainAsync(command, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await ExplainAsync(command, cancellationToken);
        return result;
    }

    private async Task ExplainAsync(DbCommand command, CancellationToken stop)
    {
        var connection = (NpgsqlConnection?)command.Connection;
        await using var small = new NpgsqlCommand("SET enable_seqscan = off", connection);
        await small.ExecuteNonQueryAsync(stop);
        await using var explain = new NpgsqlCommand($"EXPLAIN {command.CommandText}", connection);
        foreach (NpgsqlParameter parameter in command.Parameters) explain.Parameters.Add(parameter.Clone());
        await using var reader = await explain.ExecuteReaderAsync(stop);
        var lines = new List<string>();
        while (await reader.ReadAsync(stop)) lines.Add(reader.GetString(0));
        Read.Add(string.Join('\n', lines));
    }
}
