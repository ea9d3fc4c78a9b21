using Microsoft.EntityFrameworkCore;
using Npgsql;
using Samachik.Site.Storage;

namespace Samachik.Bench.Members;

/// <summary>Writes the site's own rows by COPY: the columns and what stands in them are the model's.</summary>
internal sealed class BulkCopy(MembersDb model, NpgsqlConnection connection)
{
    /// <summary>Writes rows into their table.</summary>
    public async Task WriteAsync<T>(IEnumerable<T> rows)
    {
        var type = model.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is no row.");
        var columns = type.GetProperties().Select(property => (
            Name: property.GetColumnName(), Getter: property.GetGetter(), Convert: property.GetTypeMapping().Converter?.ConvertToProvider)).ToList();
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY {type.GetTableName()} ({string.Join(", ", columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            foreach (var (_, getter, convert) in columns)
            {
                var value = getter.GetClrValue(row ?? throw new InvalidOperationException("A row is missing."));
                if (value is null) await writer.WriteNullAsync();
                else await writer.WriteAsync(convert is null ? value : convert(value) ?? value);
            }
        }

        await writer.CompleteAsync();
    }
}
