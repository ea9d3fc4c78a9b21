using System.Globalization;
using Npgsql;

namespace Samachik.Bench.Members;

/// <summary>What one table takes: its rows, their bytes alone, and all of it with indexes.</summary>
internal sealed record TableSize(string Table, long Rows, double RowBytes, long Heap, long Indexes)
{
    /// <summary>Table and indexes.</summary>
    public long Bytes => Heap + Indexes;
}

/// <summary>Asks PostgreSQL what its tables take.</summary>
internal static class TableSizes
{
    /// <summary>The tables that hold something, the largest first; they are vacuumed before.</summary>
    public static async Task<List<TableSize>> AskAsync(NpgsqlConnection connection)
    {
        await RunAsync(connection, "VACUUM (ANALYZE)");
        await RunAsync(connection, "CHECKPOINT");
        var tables = await ReadAsync(
            connection,
            """
            SELECT relname, pg_table_size(oid), pg_indexes_size(oid) FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            """,
            row => (Name: row.GetString(0), Heap: row.GetInt64(1), Indexes: row.GetInt64(2)));
        var sizes = new List<TableSize>();
        foreach (var (name, heap, indexes) in tables)
        {
            var rows = await ReadAsync(
                connection, $"SELECT count(*), coalesce((SELECT avg(pg_column_size(one.*)) FROM (SELECT * FROM \"{name}\" LIMIT 20000) one), 0)::float8 FROM \"{name}\"",
                row => (Count: row.GetInt64(0), Bytes: row.GetDouble(1)));
            if (rows[0].Count > 0) sizes.Add(new(name, rows[0].Count, rows[0].Bytes, heap, indexes));
        }

        return [.. sizes.OrderByDescending(size => size.Bytes)];
    }

    /// <summary>Runs a statement.</summary>
    public static async Task RunAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks a question.</summary>
    public static async Task<List<T>> ReadAsync<T>(NpgsqlConnection connection, string question, Func<NpgsqlDataReader, T> read)
    {
        await using var command = new NpgsqlCommand(question, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>A number of a question.</summary>
    public static async Task<long> NumberAsync(NpgsqlConnection connection, string question) =>
        Convert.ToInt64((await ReadAsync(connection, question, row => row.IsDBNull(0) ? 0 : row.GetValue(0)))[0], CultureInfo.InvariantCulture);
}
