using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>A node that serves, and the fields keys it has: a new one is used once all nodes know it.</summary>
public sealed class NodeRow
{
    internal const int LongestName = 100;

    /// <summary>A random id of its process.</summary>
    public required Guid Id { get; init; }

    /// <summary>The machine's name, for the operator.</summary>
    public required string Name { get; init; }

    /// <summary>The highest fields key of <see cref="FieldKeyRow"/> that it has; 0: it has yet to look.</summary>
    public required int Reads { get; set; }

    /// <summary>The fields key that it encrypts with; 0: it has yet to look.</summary>
    public required int Writes { get; set; }

    /// <summary>Unless it tells anew by then, it is gone.</summary>
    public required DateTimeOffset Until { get; set; }

    internal static void Map(EntityTypeBuilder<NodeRow> table)
    {
        table.ToTable("nodes");
        table.HasKey(row => row.Id);
        table.Property(row => row.Name).HasMaxLength(LongestName);
        table.HasIndex(row => row.Until);
    }
}
