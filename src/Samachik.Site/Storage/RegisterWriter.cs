using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using Samachik.Site.Settings;
using Samachik.Site.Storage.Tables;

namespace Samachik.Site.Storage;

/// <summary>
/// Writes many rows of the register at once, each batch whole by itself. What an import that began later wrote stays:
/// of two at a time, the later one holds.
/// </summary>
public sealed class RegisterWriter(MembersDb db, SiteSettings settings)
{
    private const int PatienceSeconds = 60;

    private const string Columns = "national_id_hash, name_hash, birth_date_hash, imported_at";

    private const string OrRefresh =
        """
        ON CONFLICT (national_id_hash) DO UPDATE SET
          name_hash = excluded.name_hash, birth_date_hash = excluded.birth_date_hash, imported_at = excluded.imported_at
        WHERE register_entries.imported_at <= excluded.imported_at
        """;

    /// <summary>Adds the rows, or refreshes those that are there. No ID number may be in the batch twice.</summary>
    public async Task WriteAsync(IReadOnlyList<RegisterEntryRow> rows)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await (settings.Storage.Kind switch
        {
            StorageKind.Sqlite => InsertAsync(rows, transaction.GetDbTransaction()),
            StorageKind.Postgres => CopyAsync(rows),
        });
        await transaction.CommitAsync();
    }

    private async Task CopyAsync(IReadOnlyList<RegisterEntryRow> rows)
    {
        await db.Database.ExecuteSqlRawAsync("CREATE TEMPORARY TABLE IF NOT EXISTS register_staging (LIKE register_entries) ON COMMIT DELETE ROWS");
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY register_staging ({Columns}) FROM STDIN (FORMAT BINARY)"))
        {
            copy.Timeout = TimeSpan.FromSeconds(PatienceSeconds);
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(row.NationalIdHash, NpgsqlDbType.Bytea);
                await copy.WriteAsync(row.NameHash, NpgsqlDbType.Bytea);
                await copy.WriteAsync(row.BirthDateHash, NpgsqlDbType.Bytea);
                await copy.WriteAsync(row.ImportedAt.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint);
            }

            await copy.CompleteAsync();
        }

        // In one order always: two imports at once wait for one another, and never both.
        await db.Database.ExecuteSqlRawAsync(
            $"INSERT INTO register_entries ({Columns}) SELECT {Columns} FROM register_staging ORDER BY national_id_hash {OrRefresh}");
    }

    private async Task InsertAsync(IReadOnlyList<RegisterEntryRow> rows, System.Data.Common.DbTransaction transaction)
    {
        await using var insert = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        insert.Transaction = (SqliteTransaction)transaction;
        insert.CommandTimeout = PatienceSeconds;
        insert.CommandText = $"INSERT INTO register_entries ({Columns}) VALUES ($id, $name, $birth, $at) {OrRefresh}";
        var (id, name) = (insert.Parameters.Add("$id", SqliteType.Blob), insert.Parameters.Add("$name", SqliteType.Blob));
        var (birth, at) = (insert.Parameters.Add("$birth", SqliteType.Blob), insert.Parameters.Add("$at", SqliteType.Integer));
        await insert.PrepareAsync();
        // In the key's order, so that a batch touches each page of the index once.
        foreach (var row in rows.OrderBy(row => row.NationalIdHash, ByBytes))
        {
            (id.Value, name.Value, birth.Value) = (row.NationalIdHash, row.NameHash, row.BirthDateHash);
            at.Value = row.ImportedAt.ToUnixTimeMilliseconds();
            await insert.ExecuteNonQueryAsync();
        }
    }

    private static readonly Comparer<byte[]> ByBytes = Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other));
}
