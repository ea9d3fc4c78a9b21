using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>A browser that one member asked to have remembered. The cookie names the browser; without this row it is worth nothing.</summary>
public sealed class KnownBrowserRow
{
    /// <summary>UUID version 7; what the member's list names.</summary>
    public required Guid Id { get; init; }

    /// <summary>Random, 128 bits; several members may share a browser.</summary>
    public required Guid BrowserId { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Browser and device in words.</summary>
    public required string Device { get; init; }

    /// <summary>When it was remembered.</summary>
    public required DateTimeOffset RememberedAt { get; init; }

    /// <summary>The last sign-in with it.</summary>
    public required DateTimeOffset LastUsedAt { get; set; }

    /// <summary>From then on it is asked for a code again.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    internal static void Map(EntityTypeBuilder<KnownBrowserRow> table)
    {
        table.ToTable("known_browsers");
        table.HasKey(row => row.Id);
        table.Property(row => row.Device).HasMaxLength(80);
        table.HasIndex(row => new { row.BrowserId, row.MemberId }).IsUnique(); // a browser that is remembered anew asks for all members on it
        table.HasIndex(row => row.MemberId);
        table.HasIndex(row => row.ExpiresAt);
        table.HasOne<MemberRow>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
