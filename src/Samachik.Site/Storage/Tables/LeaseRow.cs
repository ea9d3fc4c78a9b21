using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>Which node does a work that one node does at a time, and until when.</summary>
public sealed class LeaseRow
{
    /// <summary>Which work.</summary>
    public required string Name { get; init; }

    /// <summary>The node, by a random id of its process.</summary>
    public required Guid Holder { get; init; }

    /// <summary>From then on another may take it.</summary>
    public required DateTimeOffset Until { get; init; }

    internal static void Map(EntityTypeBuilder<LeaseRow> table)
    {
        table.ToTable("leases");
        table.HasKey(row => row.Name);
        table.Property(row => row.Name).HasMaxLength(40);
    }
}
