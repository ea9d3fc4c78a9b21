using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>
/// A fields key that this database is written with, or is about to be; tells nothing of the key. It is announced, then
/// in use, and empty once a newer one is in use and nothing is encrypted with it any more.
/// </summary>
public sealed class FieldKeyRow
{
    /// <summary>The number in its file's name.</summary>
    public required int Number { get; init; }

    /// <summary>A keyed hash of a constant: whether a file holds this very key.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>From then on no node starts without it.</summary>
    public required DateTimeOffset AnnouncedAt { get; init; }

    /// <summary>Since when new values are encrypted with it; of several the highest is in use. Null: not yet.</summary>
    public DateTimeOffset? UsedSince { get; set; }

    /// <summary>Since when nothing in the database is encrypted with it; null: something may be.</summary>
    public DateTimeOffset? EmptySince { get; set; }

    internal static void Map(EntityTypeBuilder<FieldKeyRow> table)
    {
        table.ToTable("field_keys");
        table.HasKey(row => row.Number);
        table.Property(row => row.Number).ValueGeneratedNever();
    }
}
