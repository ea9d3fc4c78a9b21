using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Samachik.Site.Storage.Keys;

/// <summary>
/// A table with encrypted columns, as the model tells: those of bytes whose property ends in <c>Cipher</c>. Each is bound
/// to <c>table.column</c>, without that ending, and to the id of its row.
/// </summary>
/// <param name="Name">The table.</param>
/// <param name="Key">The column of the row's id.</param>
/// <param name="Columns">The encrypted columns.</param>
public sealed record SealedTable(string Name, string Key, IReadOnlyList<string> Columns)
{
    private const string Ending = "Cipher", ColumnEnding = "_cipher";

    /// <summary>All that there are.</summary>
    public static IReadOnlyList<SealedTable> In(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return
        [
            .. from table in model.GetEntityTypes()
               let columns = table.GetProperties().Where(IsSealed).Select(column => column.GetColumnName()).ToList()
               where columns.Count > 0
               orderby table.GetTableName()
               select new SealedTable(table.GetTableName() ?? "", KeyOf(table), columns),
        ];
    }

    /// <summary>Whether a column is encrypted.</summary>
    public static bool IsSealed(IProperty column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.ClrType == typeof(byte[]) && column.Name.EndsWith(Ending, StringComparison.Ordinal);
    }

    /// <summary>What a column's values are bound to, beside their row.</summary>
    public string PlaceOf(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return $"{Name}.{column[..^ColumnEnding.Length]}";
    }

    private static string KeyOf(IEntityType table) => table.FindPrimaryKey() is { Properties: [{ } key] } && key.ClrType == typeof(Guid)
        ? key.GetColumnName() : throw new InvalidOperationException($"{table.GetTableName()} has encrypted columns and no single id.");
}
