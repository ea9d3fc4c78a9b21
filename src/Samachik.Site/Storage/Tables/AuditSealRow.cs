using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>A batch of the trail, chained to the one before and signed; only ever added.</summary>
public sealed class AuditSealRow
{
    /// <summary>1, 2, 3 … without a gap; the key, so that two nodes cannot seal one batch twice.</summary>
    public required long Number { get; init; }

    /// <summary>The last entry of the seal before; this one takes all that come after it …</summary>
    public required long AfterEntry { get; init; }

    /// <summary>… up to this one.</summary>
    public required long LastEntry { get; init; }

    /// <summary>Id (8 bytes) and chained hash (32 bytes) of every entry in it, in order.</summary>
    public required byte[] Chain { get; init; }

    /// <summary>The last hash of the seal before.</summary>
    public required byte[] PreviousHead { get; init; }

    /// <summary>The last hash of this one.</summary>
    public required byte[] Head { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>The number of the key that signed.</summary>
    public required int KeyId { get; init; }

    /// <summary>Ed25519 over all of the above.</summary>
    public required byte[] Signature { get; init; }

    internal static void Map(EntityTypeBuilder<AuditSealRow> table)
    {
        table.ToTable("audit_seals");
        table.HasKey(row => row.Number);
        table.Property(row => row.Number).ValueGeneratedNever();
    }
}
