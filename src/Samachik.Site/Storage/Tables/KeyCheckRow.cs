using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>Tells whether a key is the one that this database was written with; tells nothing of the key.</summary>
public sealed class KeyCheckRow
{
    /// <summary>Which key.</summary>
    public required string Name { get; init; }

    /// <summary>A keyed hash of the name.</summary>
    public required byte[] Hash { get; init; }

    internal static void Map(EntityTypeBuilder<KeyCheckRow> table)
    {
        table.ToTable("key_checks");
        table.HasKey(row => row.Name);
        table.Property(row => row.Name).HasMaxLength(20);
    }
}
