using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samachik.Site.Settings;

namespace Samachik.Site.Storage.Keys;

/// <summary>What one batch came to.</summary>
/// <param name="Last">The last row looked at; null when there was none.</param>
/// <param name="Rows">Rows with a value by an older key than the one in use.</param>
/// <param name="Changed">Those of them that could be encrypted anew.</param>
/// <param name="Unreadable">Values that do not open.</param>
public sealed record ResealedBatch(Guid? Last, int Rows, int Changed, int Unreadable);

/// <summary>
/// Encrypts a table's values anew with the key in use, some rows at a time, each batch in one statement: so no lock outlives
/// it, whatever becomes of this process. A row is written only where every value is still the one that was read.
/// </summary>
public sealed class ResealRows(MembersDb db, FieldCipher cipher, KeyRing keys, SiteSettings settings)
{
    private const int Batch = 200;

    /// <summary>How many rows of a table hold a value by an older key than the one in use.</summary>
    public async Task<long> CountAsync(SealedTable table, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(table);
        await using var command = await CommandAsync($"SELECT count(*) FROM \"{table.Name}\" WHERE {IsOld(table)}", stop);
        Add(command, "@head", FieldCipher.HeadOf(keys.CurrentField));
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
    }

    /// <summary>Takes the next rows after one, in the order of their ids.</summary>
    public async Task<ResealedBatch> NextAsync(SealedTable table, Guid? after, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = await ReadAsync(table, after, stop);
        if (rows.Count == 0) return new(null, 0, 0, 0);
        var unreadable = rows.Sum(row => Reseal(table, row));
        var changed = rows.Where(row => !row.Old.SequenceEqual(row.New)).ToList();
        if (changed.Count > 0) await WriteAsync(table, changed, stop);
        return new(rows[^1].Id, rows.Count, changed.Count, unreadable);
    }

    private static string IsOld(SealedTable table) => $"({string.Join(" OR ", table.Columns.Select(column => $"substr(\"{column}\", 1, 3) < @head"))})";

    private async Task<List<Row>> ReadAsync(SealedTable table, Guid? after, CancellationToken stop)
    {
        var columns = string.Join(", ", table.Columns.Select(column => $"\"{column}\""));
        var further = after is null ? "" : $" AND \"{table.Key}\" > @after";
        await using var command = await CommandAsync(
            $"SELECT \"{table.Key}\", {columns} FROM \"{table.Name}\" WHERE {IsOld(table)}{further} ORDER BY \"{table.Key}\" LIMIT {Batch}", stop);
        Add(command, "@head", FieldCipher.HeadOf(keys.CurrentField));
        if (after is { } id) Add(command, "@after", id);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<Row>();
        while (await reader.ReadAsync(stop))
        {
            byte[]?[] values = [.. Enumerable.Range(1, table.Columns.Count).Select(at => reader.IsDBNull(at) ? null : (byte[])reader.GetValue(at))];
            rows.Add(new(reader.GetGuid(0), values, [.. values]));
        }

        return rows;
    }

    // What does not open stays as it is: it is somebody's to look at, and holds up nothing else.
    private int Reseal(SealedTable table, Row row)
    {
        var unreadable = 0;
        for (var at = 0; at < row.Old.Length; at++)
        {
            try
            {
                row.New[at] = row.Old[at] is { } value ? cipher.Reseal(value, table.PlaceOf(table.Columns[at]), row.Id) : null;
            }
            catch (CryptographicException)
            {
                unreadable++;
            }
        }

        return unreadable;
    }

    private async Task WriteAsync(SealedTable table, List<Row> rows, CancellationToken stop)
    {
        var at = Enumerable.Range(0, table.Columns.Count).ToList();
        var values = rows.Select((_, row) => $"(@i{row}, {string.Join(", ", at.Select(column => $"@o{row}_{column}, @n{row}_{column}"))})");
        var set = at.Select(column => $"\"{table.Columns[column]}\" = v.n{column}");
        var asRead = at.Select(column => $"t.\"{table.Columns[column]}\" IS NOT DISTINCT FROM v.o{column}");
        // An act may hold a row and want another of this batch: rows that are held are passed over, so nobody waits in a ring.
        var (free, onlyFree) = settings.Storage.Kind switch
        {
            StorageKind.Sqlite => ("", ""),
            StorageKind.Postgres => (
                $", free AS (SELECT r.\"{table.Key}\" AS id FROM \"{table.Name}\" r JOIN v ON v.id = r.\"{table.Key}\" FOR NO KEY UPDATE OF r SKIP LOCKED)",
                " AND v.id IN (SELECT id FROM free)"),
        };
        await using var command = await CommandAsync(
            $"""
            WITH v(id, {string.Join(", ", at.Select(column => $"o{column}, n{column}"))}) AS (VALUES {string.Join(", ", values)}){free}
            UPDATE "{table.Name}" AS t SET {string.Join(", ", set)} FROM v
            WHERE t."{table.Key}" = v.id AND {string.Join(" AND ", asRead)}{onlyFree}
            """,
            stop);
        for (var row = 0; row < rows.Count; row++)
        {
            Add(command, $"@i{row}", rows[row].Id);
            foreach (var column in at)
            {
                Add(command, $"@o{row}_{column}", rows[row].Old[column]);
                Add(command, $"@n{row}_{column}", rows[row].New[column]);
            }
        }

        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task<DbCommand> CommandAsync(string text, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout;
        return command;
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        if (value is null) parameter.DbType = System.Data.DbType.Binary;
        command.Parameters.Add(parameter);
    }

    private sealed class Row(Guid id, byte[]?[] old, byte[]?[] @new)
    {
        public Guid Id => id;

        public byte[]?[] Old => old;

        public byte[]?[] New => @new;
    }
}
