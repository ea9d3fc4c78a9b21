using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Samachik.Site.Storage.Tables;

/// <summary>A session of the staff on one browser. The cookie names it; this row decides whether it lives.</summary>
public sealed class OfficerSessionRow
{
    /// <summary>Random, 128 bits.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose session.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>When they signed in.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The last request in it, to the minute.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it was ended before its time.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The network it began in, hashed.</summary>
    public required byte[] Network { get; init; }

    internal static void Map(EntityTypeBuilder<OfficerSessionRow> table)
    {
        table.ToTable("officer_sessions");
        table.HasKey(row => row.Id);
        table.HasOne<OfficerRow>().WithMany().HasForeignKey(row => row.OfficerId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(row => row.LastSeenAt);
        table.HasIndex(row => row.OfficerId);
    }
}
